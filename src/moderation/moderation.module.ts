import { Module } from '@nestjs/common';
import { ScreeningModule } from '../screening/screening.module.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { UsernamesModule } from '../usernames/usernames.module.js';
import { Texts } from './texts/texts.service.js';
import { TextsRepository } from './texts/texts.repository.js';

/** From a message to a fair end: reports, cases, decisions, tasks, standing, appeals. */
@Module({
  imports: [ScreeningModule, SellersModule, UsernamesModule],
  providers: [TextsRepository, Texts],
})
export class ModerationModule {}
