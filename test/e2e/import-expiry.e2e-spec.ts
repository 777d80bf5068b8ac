import { readFileSync } from 'node:fs';
import type { ImportRunEntity } from '../../src/imports/import.entity.js';
import { ImportsRepository } from '../../src/imports/imports.repository.js';
import type { TestApp } from '../setup/app.js';
import { clerk } from '../setup/clerk.js';
import { expireAll } from '../setup/expiry.js';
import { startSampleMarket } from '../setup/sample-market.js';

const sample = readFileSync('sample/form-responses.csv');

/** An upload of two days ago that broke off. */
async function abandonedUpload(market: TestApp): Promise<void> {
  const [row] = await market.database.all<ImportRunEntity>('SELECT * FROM import_run LIMIT 1');
  const createdAt = new Date(Date.now() - 2 * 86_400_000).toISOString();
  const run = { ...row!, id: '01JD3Z8Q7M5V2B9K4N6P8R0T1W', status: 'uploading' as const, createdAt };
  const repository = market.get(ImportsRepository);
  await market.database.transaction(async () => {
    await repository.insert({ ...run, startedAt: null, finishedAt: null });
    for (let position = 0; position < 40; position++)
      await repository.addChunk(run.id, position, Buffer.from('piece'));
  });
}

describe('expiry', () => {
  it('deletes originals and answers of undecided rows, and keeps what became of each row', async () => {
    const market = await startSampleMarket();
    try {
      const registrar = await market.asStaff('registrar');
      const run = await clerk(registrar).import(Buffer.from(sample), 'old.csv');
      const before = (await registrar.get(`/v1/imports/${run.id}`)).body;
      expect(before).toMatchObject({ expired: false, expiresAt: expect.stringMatching(/Z$/) });
      await abandonedUpload(market);
      // That one, and the sample's.
      expect(await expireAll(market)).toBe(2);
      expect(await market.database.all("SELECT id FROM import_run WHERE status = 'uploading'")).toEqual([]);
      const { body: expired } = await registrar.get(`/v1/imports/${run.id}`);
      expect(expired).toMatchObject({ expired: true });
      const offered = ({ allowedActions }: typeof expired) =>
        allowedActions.map(({ action }: { action: string }) => action);
      expect([offered(before), offered(expired)]).toEqual([
        ['review', 'groups', 'usernames', 'rejected'],
        ['usernames'],
      ]);
      const gone = await registrar.get(`/v1/imports/${run.id}/rejected.csv`).expect(410);
      expect(gone.body).toMatchObject({ code: 'IMPORT_EXPIRED' });
      expect(gone.body.detail).toContain('อัปโหลดไฟล์เดิมอีกครั้ง');
      await registrar.get(`/v1/imports/${run.id}/usernames.csv`).expect(200);
      const [left] = await market.database.all<{ many: number }>(
        'SELECT COUNT(*) AS many FROM import_file_chunk',
      );
      expect(Number(left!.many)).toBe(0);
      const { body } = await registrar.get(`/v1/imports/${run.id}/rows`).query({ outcome: 'needs_review' });
      expect(body.items).toHaveLength(6);
      for (const row of body.items) expect([row.cells, row.candidates, row.issues]).toEqual([null, [], []]);
      const path = `/v1/imports/${run.id}/rows/${body.items[0].row}/resolution`;
      const { body: refusal } = await registrar.post(path).send({ action: 'create' }).expect(409);
      expect(refusal.code).toBe('ROW_EXPIRED');
    } finally {
      await market.close();
    }
  });
});
