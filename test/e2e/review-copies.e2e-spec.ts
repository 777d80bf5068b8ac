import { clerk, type ImportAnswer } from '../setup/clerk.js';
import { startReviewStage, type ReviewStage } from '../setup/review-stage.js';

interface Answer {
  name: string;
  email?: string;
  phone?: string;
  at?: string;
  goods?: string;
}

describe('copies of one answer that wait in several imports', () => {
  let stage: ReviewStage;
  let cooperative: string;

  beforeAll(async () => {
    stage = await startReviewStage();
    cooperative = stage.cooperatives[0]!.fullName;
  });
  afterAll(() => stage.market.close());

  const upload = (...answers: Answer[]): Promise<ImportAnswer> => {
    const header = 'ประทับเวลา,ชื่อ-นามสกุล,ชื่อสหกรณ์,อีเมล,เบอร์โทร,รายละเอียดสินค้า,ยินยอม';
    const lines = answers.map(({ at = '', name, email = '', phone = '', goods = '' }) =>
      [at, name, cooperative, email, phone, goods, 'ยินยอม'].join(','),
    );
    return clerk(stage.registrar).import(Buffer.from([header, ...lines].join('\r\n')), 'copies.csv');
  };
  const sellersNamed = async (query: string) =>
    (await stage.registrar.get('/v1/sellers').query({ query }).expect(200)).body.items as {
      id: string;
      status: string;
    }[];

  it('wait in the newest import only, where the older row leads', async () => {
    const name = 'นายกรณ์ เมลเดียว';
    await upload({ name, email: 'korn1@example.com' });
    const first = await upload({ name, email: 'korn2@example.com' }, { name: 'นายไร้ ติดต่อ' });
    expect(first.counts).toMatchObject({ needsReview: 2 });
    const second = await upload({ name, email: 'korn2@example.com' }, { name: 'นายไร้ ติดต่อ' });
    expect(second.counts).toMatchObject({ needsReview: 2 });
    expect(await stage.countsOf(first.id)).toMatchObject({ needsReview: 0, skipped: 2, processed: 2 });
    const [row] = await stage.rowsOf(first.id);
    expect(row).toMatchObject({
      ...{ outcome: 'skipped', reason: 'judged_again', cells: null, allowedActions: [] },
      standsIn: { importId: second.id, row: 1 },
    });
    expect((await stage.decide(first.id, 1, { action: 'create' }).expect(409)).body.code).toBe(
      'ROW_NOT_WAITING',
    );
    const { body } = await stage.decide(second.id, 1, { action: 'create' }).expect(200);
    expect(body.outcome).toBe('created');
    expect(await sellersNamed('กรณ์')).toHaveLength(2);
    expect((await upload({ name, email: 'korn2@example.com' })).counts).toMatchObject({ unchanged: 1 });
  });

  it('stay where they are while a newer file is only planned', async () => {
    const name = 'นายแผน เท่านั้น';
    const first = await upload({ name });
    const file = Buffer.from(`ชื่อ-นามสกุล,ชื่อสหกรณ์,ยินยอม\r\n${name},${cooperative},ยินยอม`);
    await clerk(stage.registrar).plan(file, 'plan.csv');
    expect(await stage.countsOf(first.id)).toMatchObject({ needsReview: 1, skipped: 0 });
  });

  /** The later file holds the earlier of two equal answers, so neither takes the other's place. */
  const twoThatWait = async (answer: Answer) => {
    const later = await upload({ ...answer, at: '5/10/2026 10:00:00' });
    const earlier = await upload({ ...answer, at: '5/10/2026 9:00:00' });
    expect([await stage.countsOf(later.id), earlier.counts]).toMatchObject([
      { needsReview: 1 },
      { needsReview: 1 },
    ]);
    return [later.id, earlier.id] as const;
  };

  it.each<[string, Answer]>([
    ['with an e-mail address', { name: 'นายสองฉบับ เมลเดียว', email: 'copies@example.com' }],
    ['without any contact', { name: 'นายสองฉบับ ไร้ติดต่อ' }],
  ])('%s become one seller, whoever says “somebody new” again', async (_, answer) => {
    if (answer.email) await upload({ ...answer, email: 'before@example.com' });
    const before = (await sellersNamed('สองฉบับ')).length;
    const [one, other] = await twoThatWait(answer);
    const { body: made } = await stage.decide(one, 1, { action: 'create' }).expect(200);
    expect(made.outcome).toBe('created');
    const { body: again } = await stage.decide(other, 1, { action: 'create' }).expect(200);
    expect(again).toMatchObject({
      ...{ outcome: 'unchanged', reason: 'same_answer', sellerId: made.sellerId },
      seller: { id: made.sellerId, username: made.username },
    });
    expect(again.reasonText.th).toMatch(/ไม่สร้างซ้ำ/);
    expect(await sellersNamed('สองฉบับ')).toHaveLength(before + 1);
    // The decision can be taken back like any other; the row waits as before.
    expect((await stage.undo(other, 1).expect(200)).body.outcome).toBe('needs_review');
  });

  it('become one seller when two clerks decide at once', async () => {
    const answer = { name: 'นายพร้อมกัน เมลเดียว', email: 'at-once@example.com' };
    await upload({ ...answer, email: 'earlier@example.com' });
    const [one, other] = await twoThatWait(answer);
    const answers = await Promise.all([
      stage.decide(one, 1, { action: 'create' }).then(({ body }) => body),
      stage.decide(other, 1, { action: 'create' }, stage.other).then(({ body }) => body),
    ]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['created', 'unchanged']);
    expect(new Set(answers.map(({ sellerId }) => sellerId)).size).toBe(1);
    expect(await sellersNamed('พร้อมกัน')).toHaveLength(2);
  });

  it('with new facts change the seller the other one became', async () => {
    const answer = { name: 'นายเพิ่ม ของขาย', email: 'goods@example.com' };
    await upload({ ...answer, email: 'goods-before@example.com' });
    const { id } = await upload(
      { ...answer, at: '5/10/2026 9:00:00' },
      { ...answer, at: '5/10/2026 9:00:00', goods: 'น้ำพริก' },
    );
    const { body: made } = await stage.decide(id, 1, { action: 'create' }).expect(200);
    const { body: edited } = await stage.decide(id, 2, { action: 'create' }).expect(200);
    expect(edited).toMatchObject({ outcome: 'updated', sellerId: made.sellerId, changed: ['offerings'] });
    expect(await sellersNamed('เพิ่ม')).toHaveLength(2);
  });

  it('a seller who came in meanwhile is shown before a second one is made', async () => {
    const answer = { name: 'นายแทรก มาก่อน', email: 'third@example.com' };
    await upload({ ...answer, email: 'first@example.com' });
    const { id } = await upload(answer);
    const other = await upload({ ...answer, email: 'second@example.com' });
    await stage.decide(other.id, 1, { action: 'create' }).expect(200);
    const { body: asked } = await stage.decide(id, 1, { action: 'create' }).expect(200);
    expect(asked).toMatchObject({ outcome: 'needs_review', reason: 'same_person_other_details' });
    expect(asked.candidates).toHaveLength(1);
    const { body } = await stage.decide(id, 1, { action: 'create' }).expect(200);
    expect(body.outcome).toBe('created');
    expect(await sellersNamed('แทรก')).toHaveLength(3);
  });
});
