import { schema } from './src/app.entities.js';
import { createDataSource } from './src/platform/database/data-source.js';

/** For the TypeORM command line: `npm run migration:run`, `npm run schema:check`. */
export const dataSource = createDataSource(
  process.env['DATABASE_URL'] ?? 'sqlite:data/market.sqlite',
  schema,
);
