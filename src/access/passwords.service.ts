import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Unavailable } from '../platform/errors.js';
import { samePassword } from './password-rule.js';

/** OWASP's first choice for Argon2id: 19 MiB, 2 passes; about 20 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const mostAtOnce = 32;
/** Crockford's digits: none looks like another. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Hashes and checks passwords, a bounded number at a time, outside of any transaction. */
@Injectable()
export class Passwords {
  private running = 0;
  private decoy: Promise<string> | undefined;

  /** Argon2id in PHC form. */
  hash(password: string): Promise<string> {
    return this.bounded(() => hash(samePassword(password), cost));
  }

  /** Whether the password is right. Without a hash (nobody of that name) it takes as long and says no. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const right = await this.bounded(async () =>
      verify(passwordHash ?? (await this.decoyHash()), samePassword(password)),
    );
    return right && passwordHash !== undefined;
  }

  /** A password of 100 bits for somebody to type once: `7h2kd-9qm4x-c0v8t-1bz6w`. */
  oneTime(): string {
    const characters = [...randomBytes(20)].map((byte) => digits.charAt(byte % digits.length));
    return [0, 5, 10, 15].map((at) => characters.slice(at, at + 5).join('')).join('-');
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= hash(this.oneTime(), cost);
    return this.decoy;
  }

  private async bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= mostAtOnce) throw new Unavailable('OVERLOADED');
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
    }
  }
}
