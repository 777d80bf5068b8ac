/**
 * Who holds which identity while corrections are carried out one after another: when สมชาย gives up 0812345678, somebody
 * of his name corrected after him may have it.
 */
import type { Seller } from './seller.js';

type Holder = Pick<Seller, 'id' | 'samePhone' | 'sameMember'>;

export class IdentityHolders {
  /** Somebody was given an identity that another gave up here. */
  handedOn = false;
  private readonly byKey = new Map<string, string>();
  private readonly givenUp = new Set<string>();

  constructor(holders: readonly Holder[]) {
    for (const holder of holders) this.take(holder);
  }

  /** The id of somebody else who holds this identity. */
  otherThan(id: string, key: string | null): string | undefined {
    const holder = key === null ? undefined : this.byKey.get(key);
    return holder === id ? undefined : holder;
  }

  move(before: Holder, after: Holder): void {
    for (const key of [before.samePhone, before.sameMember])
      if (key && this.byKey.get(key) === before.id) {
        this.byKey.delete(key);
        this.givenUp.add(key);
      }
    this.handedOn ||= [after.samePhone, after.sameMember].some(
      (key) => key && this.givenUp.has(key) && key !== before.samePhone && key !== before.sameMember,
    );
    this.take(after);
  }

  take({ id, samePhone, sameMember }: Holder): void {
    for (const key of [samePhone, sameMember]) if (key) this.byKey.set(key, id);
  }
}
