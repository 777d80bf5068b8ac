import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { schema } from './app.entities.js';
import { HealthModule } from './health/health.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { JournalModule } from './journal/journal.module.js';
import type { Settings } from './platform/config/settings.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ScreeningModule } from './screening/screening.module.js';
import { RosterModule } from './roster/roster.module.js';
import { SellersModule } from './sellers/sellers.module.js';

/** Table of contents. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(settings, schema),
        JobsModule,
        HealthModule,
        JournalModule,
        AccessModule,
        ScreeningModule,
        SellersModule,
        ImportsModule,
        ModerationModule,
        RosterModule,
      ],
    };
  }
}
