import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { Reservations } from '../usernames/reservation.service.js';
import { cooperativeOf } from './known-cooperative.js';
import { likeRemoved, type PendingReason } from './registration-rules.js';
import type { Seller } from './seller.js';
import { SellersRepository } from './sellers.repository.js';

/** Keeps what is told of waiting sellers true: the username they would get, and whether they are like a removed one. */
@Injectable()
export class PendingSellers {
  constructor(
    private readonly repository: SellersRepository,
    private readonly reservations: Reservations,
    private readonly directory: CooperativeDirectory,
  ) {}

  /** The corrected ones of these as they are to be written; few queries however many. */
  async refresh(corrected: readonly Seller[]): Promise<Seller[]> {
    const pending = corrected.filter(({ status }) => status === 'pending');
    if (pending.length === 0) return [];
    const asked = pending.filter(({ source }) => source === 'api');
    const removed = await this.repository.findRemovedAlike(
      asked.map(({ whoKey }) => whoKey),
      asked.flatMap(({ phone }) => phone ?? []),
    );
    const marks = new Set(removed.flatMap(({ whoKey, phone }) => [whoKey, phone ?? whoKey]));
    const usernames = await this.reservations.proposeAll(
      pending.map(({ id, cooperativeId, firstName, lastName }) => ({
        ...{ sellerId: id, firstName, lastName },
        cooperative: cooperativeOf(this.directory, cooperativeId),
      })),
    );
    return pending.map((seller, i) => {
      const alike = marks.has(seller.whoKey) || (seller.phone !== null && marks.has(seller.phone));
      const reasons = JSON.parse(seller.pendingReasons) as PendingReason[];
      const pendingReasons = seller.source === 'api' ? likeRemoved(reasons, alike) : reasons;
      return {
        ...seller,
        ...{ proposedUsername: usernames[i]!, pendingReasons: JSON.stringify(pendingReasons) },
      };
    });
  }
}
