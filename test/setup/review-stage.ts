import type { TestApp } from './app.js';
import { clerk, type ImportAnswer } from './clerk.js';
import type { Client } from './clients.js';
import { startSampleMarket } from './sample-market.js';

const header = 'ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทร,ยินยอม';
const letters = 'กขคงจฉชซดต';

export interface LearnedValue {
  id: string;
  text: string;
  applies: boolean;
  importId: string;
  row: number;
  cooperative: { id: string; fullName: string };
}

/** A market with two registrars, and short words for what they do about rows that wait. */
export async function startReviewStage() {
  const market: TestApp = await startSampleMarket();
  const registrar: Client = await market.asStaff('registrar');
  const other: Client = await market.asStaff('registrar');
  const { body } = await registrar.get('/v1/cooperatives').query({ limit: 200 });
  const cooperatives = body.items as { id: string; fullName: string; version: number }[];
  let people = 0;

  const path = (id: string, row: number) => `/v1/imports/${id}/rows/${row}/resolution`;
  const nameOf = (n: number) =>
    `นาย${letters[n % 10]}านนท์${letters[Math.floor(n / 10) % 10]} แสนดี${letters[n % 7]}`;
  return {
    ...{ market, registrar, other, cooperatives, header },
    /** A row of another person each time. */
    person(cooperative: string, phone?: string): string {
      const n = people++;
      return [nameOf(n), cooperative, phone ?? `08${String(20_000_000 + n)}`, 'ยินยอม'].join(',');
    },
    take: (...rows: string[]): Promise<ImportAnswer> =>
      clerk(registrar).import(Buffer.from([header, ...rows].join('\r\n')), 'review.csv'),
    async rowsOf(id: string, outcome?: string, as = registrar) {
      const query = { limit: 200, ...(outcome && { outcome }) };
      return (await as.get(`/v1/imports/${id}/rows`).query(query).expect(200)).body.items;
    },
    decide: (id: string, row: number, choice: object, as = registrar) => as.post(path(id, row)).send(choice),
    undo: (id: string, row: number, as = registrar) => as.delete(path(id, row)),
    countsOf: async (id: string) => (await registrar.get(`/v1/imports/${id}`).expect(200)).body.counts,
    values: async (): Promise<LearnedValue[]> =>
      (await registrar.get('/v1/value-decisions').query({ limit: 200 }).expect(200)).body.items,
  };
}

export type ReviewStage = Awaited<ReturnType<typeof startReviewStage>>;
