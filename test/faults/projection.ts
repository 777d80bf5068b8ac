import { schema } from '../../src/app.entities.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { dataSecret } from './mortal-service.js';

/**
 * What two runs must agree in: everything an import leaves behind, without ids, times and hashes, each list in an
 * order of its own.
 */
const questions = {
  sellers: `SELECT s.status, c.registrationNumber, s.title, s.firstName, s.lastName, s.firstNameFolded, s.lastNameFolded,
      s.username, s.usernameKey, s.proposedUsername, s.phone, s.email, s.lineId, s.offerings, s.pendingReasons,
      s.statusReason, s.consentTextVersion, s.publicListingConsent, s.externalReference, s.source, s.version
    FROM seller s JOIN cooperative c ON c.id = s.cooperativeId`,
  categories: 'SELECT category, COUNT(*) AS n FROM seller_category GROUP BY category',
  reservations: 'SELECT username, skeletonKey FROM username_reservation',
  imports: 'SELECT status, encoding, delimiter, mapping, notices, total, counts, failure FROM import_run',
  rows: 'SELECT rowNo, outcome, username, reason, issues, cells, resolved FROM import_row',
  rowKeys: 'SELECT rowNo FROM import_row_key',
  audit:
    'SELECT action, actorType, subjectType, COUNT(*) AS n FROM audit_entry GROUP BY action, actorType, subjectType',
  outbox: 'SELECT type, subjectType, COUNT(*) AS n FROM outbox_message GROUP BY type, subjectType',
};

export type Projection = Record<keyof typeof questions, string[]>;

/** Reads the database while no service runs on it. */
export async function projectionOf(databaseUrl: string): Promise<Projection> {
  const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_SECRET: dataSecret });
  const database = await openDatabase(settings, schema);
  try {
    const lists = Object.entries(questions).map(async ([name, sql]) => {
      const rows = await database.all(sql);
      return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
    });
    return Object.fromEntries(await Promise.all(lists)) as Projection;
  } finally {
    await database.close();
  }
}
