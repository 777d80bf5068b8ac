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
const described = describeApi(app);
mkdirSync('docs', { recursive: true });
writeFileSync('docs/openapi.json', `${JSON.stringify(described, null, 2)}\n`);
writeFileSync('docs/routes.md', routesPage(described.paths as unknown as Paths));

type Operation = Record<'x-required-scope' | 'summary', string>;
type Paths = Record<string, Record<string, Operation>>;

/** Every route with its scope, for people. */
function routesPage(paths: Paths): string {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { 'x-required-scope': scope, summary }]) =>
        `| \`${method.toUpperCase()} ${path}\` | \`${scope}\` | ${summary} |`,
    ),
  );
  return `<!-- Written by \`npm run openapi\`; change the controllers. -->

# Routes and scopes

| Route | Scope | What |
|---|---|---|
${rows.join('\n')}
`;
}
