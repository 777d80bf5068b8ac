import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from '../platform/http/address.js';
import { TryLimit } from './try-limit.service.js';

const fortnight = 14 * 24 * 60 * 60;

/**
 * Slows guessing of passwords per account at one address, per address, and per account from everywhere. The rightful
 * owner is not locked out by strangers: their own address counts apart, and where they have signed in before, the
 * tries of the rest of the world do not matter.
 */
@Injectable()
export class SignInThrottle {
  private readonly here = new TryLimit(5, 15 * 60);
  private readonly address = new TryLimit(30, 15 * 60);
  private readonly everywhere = new TryLimit(50, 60 * 60);
  private readonly usual = new RateLimiterMemory({ points: 1, duration: fortnight });

  /** Counts a try before the password is looked at. Throws TooMany. */
  async take(address: string | undefined, account: string): Promise<void> {
    const network = networkOf(address);
    await this.address.take(network);
    await this.here.take(pair(network, account));
    if (!(await this.isUsual(network, account))) await this.everywhere.take(account);
  }

  /** The password was right. */
  async succeeded(address: string | undefined, account: string): Promise<void> {
    const network = networkOf(address);
    await this.address.giveBack(network);
    await this.here.forget(pair(network, account));
    if (!(await this.isUsual(network, account))) await this.everywhere.giveBack(account);
    await this.usual.set(pair(network, account), 1, fortnight);
  }

  private async isUsual(network: string, account: string): Promise<boolean> {
    return (await this.usual.get(pair(network, account))) !== null;
  }
}

const pair = (network: string, account: string) => `${network} ${account}`;
