import { Module } from '@nestjs/common';
import { ModerationModule } from '../moderation/moderation.module.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { UsernamesModule } from '../usernames/usernames.module.js';
import { RosterAudits } from './roster-audits.service.js';
import { RosterExpiry } from './roster-expiry.service.js';
import { RosterFactsService } from './roster-facts.service.js';
import { RosterReports } from './roster-reports.service.js';
import { RosterTasks } from './roster-tasks.service.js';
import { RosterView } from './roster-view.service.js';
import { RosterController } from './roster.controller.js';
import { RosterRepository } from './roster.repository.js';
import { SellerPresenceController } from './seller-presence.controller.js';

/** Compares who is in the OpenChat with who is in the registry. */
@Module({
  imports: [SellersModule, UsernamesModule, ModerationModule],
  controllers: [RosterController, SellerPresenceController],
  providers: [
    RosterRepository,
    RosterFactsService,
    RosterAudits,
    RosterReports,
    RosterTasks,
    RosterView,
    RosterExpiry,
  ],
})
export class RosterModule {}
