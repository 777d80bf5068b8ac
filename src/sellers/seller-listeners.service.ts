import { Injectable } from '@nestjs/common';
import type { Seller } from './seller.js';

/** What upper modules do about sellers in the same transaction. */
export interface SellerListener {
  /** About to be approved through the API; throws Conflict if there is a reason against it. */
  approving?(seller: Seller): Promise<void>;
  /** Approved through the API; imports tell their sellers by `usernames.csv` instead. */
  activated?(seller: Seller): Promise<void>;
  /** Left the registry. */
  withdrawn?(seller: Seller): Promise<void>;
  /** Got another username in place of `before`. */
  renamed?(seller: Seller, before: string): Promise<void>;
}

/** Tells upper modules what happens to sellers; they listen from their `onModuleInit`. */
@Injectable()
export class SellerListeners {
  private readonly listeners: SellerListener[] = [];

  listen(listener: SellerListener): void {
    this.listeners.push(listener);
  }

  async approving(seller: Seller): Promise<void> {
    for (const listener of this.listeners) await listener.approving?.(seller);
  }

  async activated(seller: Seller): Promise<void> {
    for (const listener of this.listeners) await listener.activated?.(seller);
  }

  async withdrawn(seller: Seller): Promise<void> {
    for (const listener of this.listeners) await listener.withdrawn?.(seller);
  }

  async renamed(seller: Seller, before: string): Promise<void> {
    for (const listener of this.listeners) await listener.renamed?.(seller, before);
  }
}
