/**
 * Sellers held together so that many people can be recognised among them at once: สมชาย ใจดี of the same cooperative with
 * another telephone number is alike, with the same one he is the same person.
 */
import type { Identity } from './same-person.js';
import type { Seller } from './seller.js';

/** Somebody who may be a seller already. */
export interface Person extends Identity {
  memberNumber?: string;
}

/** Cooperative with name, and keyed hashes, null where the detail is missing. */
export type PersonKeys = Pick<Seller, 'whoKey' | 'samePhone' | 'sameMember' | 'memberNumberHash'>;

export interface Recognised {
  /** Same cooperative, same name, and same telephone or member number. */
  same?: Seller;
  /** In the same cooperative with the same name or the same telephone, but not both; oldest first. */
  alike: Seller[];
}

type Shared = 'samePhone' | 'sameMember' | 'whoKey' | 'phone';

export class KnownPeople {
  private readonly byId = new Map<string, Seller>();
  private readonly sharing: Record<Shared, Map<string, Set<string>>> = {
    ...{ samePhone: new Map(), sameMember: new Map(), whoKey: new Map(), phone: new Map() },
  };

  constructor(sellers: readonly Seller[] = []) {
    for (const seller of sellers) this.put(seller);
  }

  get(id: string): Seller | undefined {
    return this.byId.get(id);
  }

  /** Adds a seller, or puts in what became of one. */
  put(seller: Seller): void {
    const before = this.byId.get(seller.id);
    for (const [member, known] of Object.entries(this.sharing) as [Shared, Map<string, Set<string>>][]) {
      const [from, to] = [before?.[member], seller[member]];
      if (from && from !== to) known.get(from)?.delete(seller.id);
      if (!to) continue;
      const sharing = known.get(to);
      if (sharing) sharing.add(seller.id);
      else known.set(to, new Set([seller.id]));
    }
    this.byId.set(seller.id, seller);
  }

  /** Whoever is this very person: two at most, one by telephone and one by member number. */
  holdersOf({ samePhone, sameMember }: Pick<PersonKeys, 'samePhone' | 'sameMember'>): Seller[] {
    return [...this.with('samePhone', samePhone), ...this.with('sameMember', sameMember)];
  }

  recognise(person: Person, keys: PersonKeys): Recognised {
    const [same] = this.holdersOf(keys);
    const near = new Set([...this.with('whoKey', keys.whoKey), ...this.with('phone', person.phone ?? null)]);
    const alike = [...near].filter(
      ({ id, cooperativeId, status }) =>
        id !== same?.id &&
        cooperativeId === person.cooperativeId &&
        status !== 'rejected' &&
        status !== 'erased',
    );
    return { same, alike: alike.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }

  private with(member: Shared, value: string | null): Seller[] {
    const ids = value ? this.sharing[member].get(value) : undefined;
    return ids ? [...ids].map((id) => this.byId.get(id)!) : [];
  }
}
