import { Injectable } from '@nestjs/common';
import { DataSecret } from '../platform/secret.js';
import { normalize } from '../thai/normalize.js';
import type { PersonKeys } from './known-people.js';
import { samePersonTexts, type Identity } from './same-person.js';

/** Keyed hashes that tell whether two registrations are of one person. */
@Injectable()
export class Identities {
  constructor(private readonly secret: DataSecret) {}

  keysOf(identity: Identity, typedMemberNumber?: string): PersonKeys {
    const memberNumber = typedMemberNumber && normalize(typedMemberNumber).trim().toLowerCase();
    const texts = samePersonTexts(identity, memberNumber);
    return {
      whoKey: texts.who,
      samePhone: texts.phone ? this.secret.hash('same-person', texts.phone) : null,
      sameMember: texts.member ? this.secret.hash('same-person', texts.member) : null,
      memberNumberHash: memberNumber ? this.secret.hash('member-number', memberNumber) : null,
    };
  }
}
