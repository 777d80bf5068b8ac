import { Injectable } from '@nestjs/common';
import { Identities } from './identities.service.js';
import { whoKeyOf, type Identity } from './same-person.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** Somebody who may be a seller already. */
export interface Person extends Identity {
  memberNumber?: string;
}

export interface Recognised {
  /** Same cooperative, same name, and same telephone or member number. */
  same?: Seller;
  /** In the same cooperative with the same name or the same telephone, but not both. */
  alike: Seller[];
}

/** Tells for many people at once who of them is in the registry; few queries however many. */
@Injectable()
export class Recognition {
  constructor(
    private readonly repository: SellersRepository,
    private readonly identities: Identities,
  ) {}

  /** In the order asked; nothing known for an undefined person. */
  async ofAll(persons: readonly (Person | undefined)[]): Promise<Recognised[]> {
    const asked = persons.filter((person) => person !== undefined);
    const keys = new Map(
      asked.map((person) => [person, this.identities.keysOf(person, person.memberNumber)]),
    );
    const given = (key: 'samePhone' | 'sameMember') => [...keys.values()].flatMap((each) => each[key] ?? []);
    const same = await this.repository.findSame(given('samePhone'), given('sameMember'));
    const phones = asked.flatMap(({ phone }) => phone ?? []);
    const near = await this.repository.findAlike(asked.map(whoKeyOf), phones);
    return persons.map((person) =>
      person ? recognise(person, keys.get(person)!, same, near) : { alike: [] },
    );
  }

  findByIds(ids: readonly string[]): Promise<Seller[]> {
    return this.repository.findByIds(ids);
  }

  /** Whether the seller's member number is this one; undefined if one of them has none. */
  memberNumberSame({ memberNumberHash }: Seller, person: Person): boolean | undefined {
    if (!person.memberNumber || !memberNumberHash) return undefined;
    return this.identities.keysOf(person, person.memberNumber).memberNumberHash === memberNumberHash;
  }
}

function recognise(
  person: Person,
  keys: ReturnType<Identities['keysOf']>,
  candidates: readonly Seller[],
  near: readonly Seller[],
): Recognised {
  const shares = (a: string | null, b: string | null) => a !== null && a === b;
  const same = candidates.find(
    (seller) => shares(seller.samePhone, keys.samePhone) || shares(seller.sameMember, keys.sameMember),
  );
  const who = whoKeyOf(person);
  const alike = near.filter(
    (seller) =>
      seller.id !== same?.id &&
      seller.cooperativeId === person.cooperativeId &&
      !['rejected', 'erased'].includes(seller.status) &&
      (seller.whoKey === who || shares(seller.phone, person.phone ?? null)),
  );
  return { same, alike };
}
