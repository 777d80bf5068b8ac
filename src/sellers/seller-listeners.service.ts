import { Injectable } from '@nestjs/common';
import type { Seller } from './seller.js';

/** What upper modules do about sellers in the same transaction. */
export interface SellerListener {
  /** Approved through the API; imports tell their sellers by `usernames.csv` instead. */
  activated?(seller: Seller): Promise<void>;
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

  async activated(seller: Seller): Promise<void> {
    for (const listener of this.listeners) await listener.activated?.(seller);
  }

  async renamed(seller: Seller, before: string): Promise<void> {
    for (const listener of this.listeners) await listener.renamed?.(seller, before);
  }
}
