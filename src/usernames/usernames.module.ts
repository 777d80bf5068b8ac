import { Module } from '@nestjs/common';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { ReservationRepository } from './reservation.repository.js';
import { Reservations } from './reservation.service.js';
import { SkeletonKeys } from './skeleton-keys.service.js';
import { UsernameJudge } from './username-judge.service.js';
import { UsernameProposals } from './username-proposals.service.js';
import { UsernamesController } from './usernames.controller.js';

@Module({
  imports: [CooperativesModule],
  controllers: [UsernamesController],
  providers: [Reservations, ReservationRepository, SkeletonKeys, UsernameJudge, UsernameProposals],
  exports: [UsernameJudge, Reservations],
})
export class UsernamesModule {}
