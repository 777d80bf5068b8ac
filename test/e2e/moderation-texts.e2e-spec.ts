import { TextsRepository } from '../../src/moderation/texts/texts.repository.js';
import { asSystem } from '../../src/platform/request-context.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { report } from '../setup/moderation-stage.js';

let market: TestApp;
let moderator: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  moderator = await market.asStaff('moderator');
});

afterAll(() => market.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const erase = (now: string) =>
  asSystem('test', () =>
    market.database.transaction(() => market.get(TextsRepository).eraseExpired(now, 500)),
  );
const textOf = async (id: string) =>
  (await moderator.get(`/v1/moderation/reports/${id}`).expect(200)).body.text;

describe('The words of a matter', () => {
  it('are erased in their time once it has ended, and the facts stay', async () => {
    const author = { authorUsername: 'ผู้โพสต์ซ้ำ' };
    const original = await report(moderator, { ...author, text: 'ข้อความเดิม' });
    const copy = await report(moderator, { ...author, text: 'ข้อความเดิม (อีกครั้ง)', note: 'ซ้ำ' });
    await moderator
      .post(`/v1/moderation/cases/${copy.caseId}/duplicate`)
      .send({ of: original.caseId })
      .expect(200);
    expect(await erase(inDays(89))).toBe(0);
    expect(await erase(inDays(91))).toBe(2);
    expect(await textOf(copy.id)).toEqual({ text: null, masked: false, erased: true });
    const { body } = await moderator.get(`/v1/moderation/reports/${copy.id}`).expect(200);
    expect(body.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await textOf(original.id)).text).toBe('ข้อความเดิม');
  });

  it('stay while nobody has decided, whatever their date says', async () => {
    const { id } = await report(moderator, { authorUsername: 'ยังไม่ตัดสิน', text: 'ยังต้องใช้', note: 'ด้วย' });
    await market.database.transaction(async () => {
      await market.database.run('UPDATE moderation_text SET retainUntil = ? WHERE erasedAt IS NULL', [
        inDays(-1),
      ]);
    });
    await erase(inDays(0));
    expect((await textOf(id)).text).toBe('ยังต้องใช้');
  });

  it('are looked after once an hour', async () => {
    const job = await market.database.one<{ state: string }>(
      "SELECT state FROM job WHERE kind = 'moderation.housekeeping'",
    );
    expect(job).toBeDefined();
  });
});
