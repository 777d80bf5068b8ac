import { Injectable } from '@nestjs/common';
import { Reservations } from '../usernames/reservation.service.js';
import { RehearsedSellersRepository } from './rehearsed-sellers.repository.js';

/** What rehearsals left behind about sellers and their usernames; see `platform/database/rehearsal.ts`. */
@Injectable()
export class SellerRehearsals {
  constructor(
    private readonly sellers: RehearsedSellersRepository,
    private readonly reservations: Reservations,
  ) {}

  /** Forgets up to about so many rows of a rehearsal; 0 once nothing is left. Needs a transaction. */
  async discardSome(rehearsalId: string, limit: number): Promise<number> {
    const sellers = await this.sellers.discardSome(rehearsalId, limit);
    return sellers + (await this.reservations.discardRehearsed(rehearsalId, limit));
  }
}
