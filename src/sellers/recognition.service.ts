import { Injectable } from '@nestjs/common';
import { Identities } from './identities.service.js';
import type { Person, PersonKeys } from './known-people.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** Tells for many people at once who of them is in the registry; few queries however many. */
@Injectable()
export class Recognition {
  constructor(
    private readonly repository: SellersRepository,
    private readonly identities: Identities,
  ) {}

  keysOf(person: Person): PersonKeys {
    return this.identities.keysOf(person, person.memberNumber);
  }

  /** Everybody these people may be or may be mistaken for. */
  async findNear(asked: readonly { person: Person; keys: PersonKeys }[]): Promise<Seller[]> {
    const once = (values: (string | null | undefined)[]) => [
      ...new Set(values.filter((value) => value !== null && value !== undefined)),
    ];
    // Who has the hash of name and telephone has the name, too.
    const [alike, byMember] = await Promise.all([
      this.repository.findAlike(
        once(asked.map(({ keys }) => keys.whoKey)),
        once(asked.map(({ person }) => person.phone)),
      ),
      this.repository.findByMember(once(asked.map(({ keys }) => keys.sameMember))),
    ]);
    return [...alike, ...byMember];
  }

  findByIds(ids: readonly string[]): Promise<Seller[]> {
    return this.repository.findByIds(ids);
  }
}
