import { Injectable } from '@nestjs/common';
import { DataSecret } from '../platform/secret.js';
import { normalize } from '../thai/normalize.js';
import type { PersonKeys } from './known-people.js';
import { samePersonTexts, type Identity } from './same-person.js';

/** Keyed hashes that tell whether two registrations are of one person. */
@Injectable()
export class Identities {
  constructor(private readonly secret: DataSecret) {}

  /** `knownHash`, that of a member number given before, counts where none is typed. */
  keysOf(identity: Identity, typedMemberNumber?: string, knownHash: string | null = null): PersonKeys {
    const memberNumber = typedMemberNumber && normalize(typedMemberNumber).trim().toLowerCase();
    const memberNumberHash = memberNumber ? this.secret.hash('member-number', memberNumber) : knownHash;
    const texts = samePersonTexts(identity, memberNumberHash);
    return {
      whoKey: texts.whoKey,
      samePhone: texts.phone ? this.secret.key('same-person', texts.phone) : null,
      sameMember: texts.member ? this.secret.key('same-person', texts.member) : null,
      memberNumberHash,
    };
  }
}
