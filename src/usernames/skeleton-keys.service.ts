import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { ReservationRepository } from './reservation.repository.js';
import { Reservations } from './reservation.service.js';

const atOnce = 500;

/** Gives usernames of before the keyed hash of their skeleton, without which nobody finds them; done before anybody is answered. */
@Injectable()
export class SkeletonKeys implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly repository: ReservationRepository,
    private readonly reservations: Reservations,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (;;) {
      const old = await this.repository.withoutSkeletonKey(atOnce);
      if (old.length === 0) return;
      await this.database.transaction(async () => {
        for (const { sellerId, username } of old)
          await this.repository.giveSkeletonKey(sellerId, this.reservations.place(username));
      });
    }
  }
}
