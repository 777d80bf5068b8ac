import { schema } from '../../src/app.entities.js';
import { tableOf } from '../../src/platform/database/columns.js';
import { cooperatives } from '../factories/cast.js';
import { startApp, type TestApp } from './app.js';
import type { Client } from './clients.js';

export interface PlannedRow {
  row: number;
  outcome: string;
  username: string | null;
  sellerId: string | null;
  seller: unknown;
  sellerOfRow: number | null;
  planned: unknown;
}

/** Every row of the import, through the API. */
export async function rowsOf(client: Client, id: string): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await client.get(`/v1/imports/${id}/rows`).query({ limit: 200, cursor }).expect(200);
    rows.push(...body.items);
    if (body.nextCursor === null) return rows;
    cursor = body.nextCursor;
  }
}

/** What plan and deed must agree in: everything but ids. */
export const storyOf = (rows: PlannedRow[]): unknown[] =>
  rows.map((each) => {
    const { sellerId: _id, seller: _seller, sellerOfRow: _row, planned: _planned, ...rest } = each;
    const {
      candidates,
      allowedActions: _actions,
      ...story
    } = rest as typeof rest & {
      candidates: { type: string }[];
      allowedActions?: unknown;
    };
    return { ...story, candidates: candidates.map(({ type }) => type) };
  });

/** Rows of every table that a plan must leave alone. */
export async function contents(market: TestApp): Promise<Record<string, string[]>> {
  const touched =
    /^(import_run|import_file_chunk|form_source|job|rehearsed_\w+|audit_\w+|outbox_message|staff\w*)$/;
  const names = schema.entities.map((entity) => tableOf(entity as never).name);
  const lists = names
    .filter((name) => !touched.test(name))
    .map(async (name) => {
      const rows = await market.database.all(`SELECT * FROM ${name}`);
      return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
    });
  return Object.fromEntries(await Promise.all(lists));
}

export async function leftovers(market: TestApp): Promise<number> {
  const tables = [
    'rehearsed_import_row',
    'rehearsed_import_row_key',
    'rehearsed_seller',
    'rehearsed_username',
  ];
  const counts = await Promise.all(
    tables.map((table) => market.database.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)),
  );
  return counts.reduce((sum, row) => sum + Number(row!.n), 0);
}

export async function castMarket(): Promise<TestApp> {
  const market = await startApp();
  const admin = await market.asStaff('admin');
  for (const cooperative of Object.values(cooperatives))
    await admin.post('/v1/cooperatives').send(cooperative).expect(201);
  return market;
}
