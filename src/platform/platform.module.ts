import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { SETTINGS, type Settings } from './config/settings.js';
import type { Schema } from './database/data-source.js';
import { Database } from './database/database.js';
import { openDatabase } from './database/open-database.js';
import { Lifecycle } from './lifecycle.js';
import { DataSecret, readDataSecret } from './secret.js';

/** What every room needs: settings, the open and migrated database, the clock, the data secret. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot(settings: Settings, schema: Schema): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: Database, useFactory: () => openDatabase(settings, schema) },
      { provide: Clock, useClass: SystemClock },
      { provide: Lifecycle, useClass: Lifecycle },
      { provide: DataSecret, useFactory: () => readDataSecret(settings) },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
