import { ImportsRepository } from '../../src/imports/imports.repository.js';
import { startReviewStage, type ReviewStage } from '../setup/review-stage.js';
import { expireAll } from '../setup/expiry.js';

describe('a decision taken back', () => {
  let stage: ReviewStage;

  beforeAll(async () => {
    stage = await startReviewStage();
  });
  afterAll(() => stage.market.close());

  it('lets a skipped row wait again', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์ข้าม'));
    const [before] = await stage.rowsOf(id);
    await stage.decide(id, 1, { action: 'skip' }).expect(200);
    const { body } = await stage.undo(id, 1).expect(200);
    expect(body).toMatchObject({ outcome: 'needs_review', resolution: null });
    expect([body.candidates, body.cells]).toEqual([before.candidates, before.cells]);
    expect(body.history[0]).toMatchObject({ action: 'skip', undoneBy: expect.stringMatching(/^staff:/) });
    expect(await stage.countsOf(id)).toMatchObject({ skipped: 0, needsReview: 1, processed: 1 });
    expect((await stage.undo(id, 1).expect(409)).body.code).toBe('ROW_NOT_DECIDED');
    await stage.undo(id, 9).expect(404);
  });

  it('withdraws the seller it made, forgets what it taught, and gives the same username next time', async () => {
    const text = 'สหกรณ์ยกเลิก';
    const { id } = await stage.take(stage.person(text));
    const choice = { action: 'choose', cooperativeId: stage.cooperatives[5]!.id };
    const { body: made } = await stage.decide(id, 1, choice).expect(200);
    const { body } = await stage.undo(id, 1).expect(200);
    expect(body).toMatchObject({ outcome: 'needs_review', sellerId: null });
    const seller = (await stage.registrar.get(`/v1/sellers/${made.sellerId}`).expect(200)).body;
    expect(seller.status).toBe('withdrawn');
    expect((await stage.values()).map((each) => each.text)).not.toContain(text);
    const { body: again } = await stage.decide(id, 1, choice).expect(200);
    expect([again.sellerId, again.username]).toEqual([made.sellerId, made.username]);
    expect(again.seller.status).toBe('active');
    await stage.undo(id, 1).expect(200);
    const back = (await stage.registrar.get(`/v1/sellers/${made.sellerId}`).expect(200)).body;
    expect([back.status, back.username]).toEqual(['withdrawn', made.username]);
    const { body: elsewhere } = await stage.decide(id, 1, {
      ...choice,
      cooperativeId: stage.cooperatives[6]!.id,
    });
    expect(elsewhere.outcome).toBe('created');
    expect(elsewhere.sellerId).not.toBe(made.sellerId);
    const { body: trail } = await (
      await stage.market.asStaff('admin')
    )
      .get('/v1/audit-entries')
      .query({ subjectId: id, limit: 200 });
    const actions = trail.items.map(({ action }: { action: string }) => action);
    expect(actions.filter((action: string) => action === 'import.resolution_undone')).toHaveLength(2);
  });

  it('puts back what was learned before', async () => {
    const text = 'สหกรณ์สองความหมาย';
    const { id } = await stage.take(stage.person(text), stage.person(text));
    await stage.decide(id, 1, { action: 'choose', cooperativeId: stage.cooperatives[0]!.id }).expect(200);
    await stage.decide(id, 2, { action: 'choose', cooperativeId: stage.cooperatives[1]!.id }).expect(200);
    const meaning = async () => (await stage.values()).find((each) => each.text === text)?.cooperative.id;
    expect(await meaning()).toBe(stage.cooperatives[1]!.id);
    await stage.undo(id, 2).expect(200);
    expect(await meaning()).toBe(stage.cooperatives[0]!.id);
  });

  it('gives a merged seller the old details back', async () => {
    const cooperative = stage.cooperatives[7]!.fullName;
    const row = stage.person(cooperative);
    const first = await stage.take(row);
    const { sellerId } = (await stage.rowsOf(first.id))[0];
    const before = (await stage.registrar.get(`/v1/sellers/${sellerId}`)).body;
    const { id } = await stage.take(`${row.split(',')[0]},${cooperative},0899999902,ยินยอม`);
    const { body } = await stage.decide(id, 1, { action: 'merge', candidate: 1 }).expect(200);
    expect(body).toMatchObject({ outcome: 'updated', sellerId, changed: ['phone'] });
    expect((await stage.registrar.get(`/v1/sellers/${sellerId}`)).body.phone).toBe('0899999902');
    await stage.undo(id, 1).expect(200);
    const after = (await stage.registrar.get(`/v1/sellers/${sellerId}`)).body;
    expect([after.phone, after.username, after.version]).toEqual([before.phone, before.username, 3]);
    // The telephone is known by its old number again: the same answer is the same person.
    const again = await stage.take(row.replace('ยินยอม', ' ยินยอม '));
    expect(again.counts.created).toBe(0);
  });

  it('gives them back under the keys of today what was kept by a version before', async () => {
    const cooperative = stage.cooperatives[8]!.fullName;
    const row = stage.person(cooperative);
    const first = await stage.take(row);
    const { sellerId } = (await stage.rowsOf(first.id))[0];
    const { id } = await stage.take(`${row.split(',')[0]},${cooperative},0899999903,ยินยอม`);
    await stage.decide(id, 1, { action: 'merge', candidate: 1 }).expect(200);
    const { database } = stage.market;
    const one = 'SELECT kept FROM import_row_decision WHERE importId = ?';
    const kept = JSON.parse((await database.one<{ kept: string }>(one, [id]))!.kept);
    const ofBefore = { whoKey: `${cooperative}\nof before`, samePhone: 'f'.repeat(64) };
    const seller = { ...kept.seller, ...ofBefore };
    await database.transaction(() =>
      database.run('UPDATE import_row_decision SET kept = ? WHERE importId = ?', [
        JSON.stringify({ ...kept, seller }),
        id,
      ]),
    );
    await stage.undo(id, 1).expect(200);
    const again = await stage.take(row.replace('ยินยอม', ' ยินยอม '), stage.person(cooperative));
    expect(again.counts).toMatchObject({ created: 1, needsReview: 0 });
    const known = 'SELECT whoKey, samePhone FROM seller WHERE id = ?';
    const keys = await database.one<{ whoKey: string; samePhone: string }>(known, [sellerId]);
    expect(keys).toEqual({ whoKey: kept.seller.whoKey, samePhone: kept.seller.samePhone });
  });

  it('names the rows elsewhere that became sellers by what it taught; their sellers stay', async () => {
    const text = 'สหกรณ์สอนผิด';
    const first = await stage.take(stage.person(text));
    const choice = { action: 'choose', cooperativeId: stage.cooperatives[3]!.id };
    const { body: made } = await stage.decide(first.id, 1, choice).expect(200);
    const { valueDecisionId } = made.resolution;
    const second = await stage.take(stage.person(text), stage.person(stage.cooperatives[3]!.fullName));
    expect(second.counts.created).toBe(2);
    const [taught] = await stage.rowsOf(second.id);
    const expected = { importId: second.id, row: 1, outcome: 'created', sellerId: taught.sellerId };
    const { body } = await stage.undo(first.id, 1).expect(200);
    expect(body.settledByValue).toMatchObject({ valueDecisionId, count: 1, rows: [expected] });
    expect(body.settledByValue.text.th).toContain('1 แถว');
    expect((await stage.registrar.get(`/v1/sellers/${taught.sellerId}`)).body.status).toBe('active');
  });

  it('is possible after a copy of the row was uploaded that changed nothing', async () => {
    const row = stage.person('สหกรณ์สำเนา');
    const { id } = await stage.take(row);
    const choice = { action: 'choose', cooperativeId: stage.cooperatives[4]!.id };
    const { body: made } = await stage.decide(id, 1, choice).expect(200);
    const copy = await stage.take(row);
    expect((await stage.rowsOf(copy.id))[0]).toMatchObject({
      reason: 'same_content',
      sellerId: made.sellerId,
    });
    const { body } = await stage.undo(id, 1).expect(200);
    expect(body).toMatchObject({ outcome: 'needs_review', settledByValue: null });
    expect((await stage.registrar.get(`/v1/sellers/${made.sellerId}`)).body.status).toBe('withdrawn');
  });

  it('is refused, with the reason, once something depends on it', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์ภายหลัง'), stage.person('สหกรณ์ภายหลัง'));
    const choice = { action: 'choose', cooperativeId: stage.cooperatives[8]!.id };
    const { body: made } = await stage.decide(id, 1, choice).expect(200);
    await stage.registrar
      .patch(`/v1/sellers/${made.sellerId}`)
      .set('If-Match', '"1"')
      .send({ phone: '0899999903' })
      .expect(200);
    const changed = await stage.undo(id, 1).expect(409);
    expect(changed.body).toMatchObject({ code: 'SELLER_CHANGED_SINCE', sellerId: made.sellerId });
    const { body: second } = await stage.decide(id, 2, choice).expect(200);
    const [, , phone] = (await stage.rowsOf(id))[1].cells ?? [];
    expect(phone).toBeUndefined();
    const seller = (await stage.registrar.get(`/v1/sellers/${second.sellerId}`)).body;
    const name = `${seller.title}${seller.firstName} ${seller.lastName}`;
    const later = await stage.take(`${name},${stage.cooperatives[8]!.fullName},${seller.phone},ยินยอม`);
    expect(later.counts.unchanged).toBe(1);
    const depends = await stage.undo(id, 2).expect(409);
    expect(depends.body).toMatchObject({
      ...{ code: 'LATER_ROWS_DEPEND', sellerId: second.sellerId },
      rows: [{ importId: later.id, row: 1 }],
    });
    expect(depends.body.detail).toMatch(/withdrawal/);
    const viewer = await stage.market.asStaff('viewer');
    await stage.undo(id, 2, viewer).expect(403);
  });

  it('is refused once what was there before is deleted, and rows of a mere plan are not decided', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์หมดเวลา'), stage.person('สหกรณ์หมดเวลา'));
    await stage.decide(id, 1, { action: 'skip' }).expect(200);
    const repository = stage.market.get(ImportsRepository);
    const set = (status: string) =>
      stage.market.database.transaction(() => repository.update(id, { status: status as never }));
    await set('planned');
    expect((await stage.decide(id, 2, { action: 'skip' }).expect(409)).body.code).toBe(
      'IMPORT_NOT_CONFIRMED',
    );
    await set('completed');
    await expireAll(stage.market);
    expect((await stage.undo(id, 1).expect(409)).body.code).toBe('UNDO_EXPIRED');
    const left = await stage.market.database.all(
      'SELECT id FROM import_row_decision WHERE kept IS NOT NULL AND importId = ?',
      [id],
    );
    expect(left).toEqual([]);
  });

  it('happens once when two clerks do it at once', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์ยกเลิกพร้อมกัน'));
    await stage.decide(id, 1, { action: 'skip' }).expect(200);
    const answers = await Promise.all([
      stage.undo(id, 1).then((answer) => answer),
      stage.undo(id, 1, stage.other).then((answer) => answer),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stage.countsOf(id)).toMatchObject({ skipped: 0, needsReview: 1 });
  });
});
