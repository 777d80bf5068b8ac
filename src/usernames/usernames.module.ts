import { Module } from '@nestjs/common';
import { ReservationRepository } from './reservation.repository.js';
import { Reservations } from './reservation.service.js';

@Module({ providers: [Reservations, ReservationRepository], exports: [Reservations] })
export class UsernamesModule {}
