import { ImportExpiry } from '../../src/imports/import-expiry.service.js';
import type { TestApp } from './app.js';

/** As if the retention time of every import were over; answers how many had something left. */
export const expireAll = (market: TestApp): Promise<number> =>
  market
    .get(ImportExpiry)
    .expire('2999-01-01T00:00:00.000Z', (work) => market.database.transaction(work, { alone: true }));
