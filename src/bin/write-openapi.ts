import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { AppModule } from '../app.module.js';
import { createApp } from '../app.setup.js';
import { readSettings } from '../platform/config/settings.js';
import { describeApi } from '../platform/http/openapi.js';
import { createPino } from '../platform/logging/pino-logger.js';

// In preview nothing is instantiated: no database is opened for a description.
const app = await createApp(AppModule.forRoot(readSettings({})), {
  pino: createPino('error'),
  preview: true,
});
mkdirSync('docs', { recursive: true });
writeFileSync('docs/openapi.json', `${JSON.stringify(describeApi(app), null, 2)}\n`);
