import { startReviewStage, type ReviewStage } from '../setup/review-stage.js';

describe('choices a row does not have', () => {
  let stage: ReviewStage;

  beforeAll(async () => {
    stage = await startReviewStage();
  });
  afterAll(() => stage.market.close());

  it('takes create only where the doubt is who it is, so that no later doubt is settled unseen', async () => {
    const { fullName, id: cooperativeId } = stage.cooperatives[4]!;
    const known = stage.person(fullName);
    await stage.take(known);
    const [name] = known.split(',');
    const { id } = await stage.take(
      `${name},สหกรณ์ไม่มีที่ใด,0899911111,ยินยอม`,
      'กานดา,สหกรณ์ไม่มีที่ใด,0899911112,ยินยอม',
    );
    const { body } = await stage.decide(id, 1, { action: 'create' }).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/action', code: 'CREATE_NOT_FITTING' });
    expect(body.errors[0].message).toMatch(/choose/);
    const choice = { action: 'choose', cooperativeId, learn: false };
    const chosen = await stage.decide(id, 1, choice).expect(200);
    expect(chosen.body).toMatchObject({ outcome: 'needs_review', reason: 'same_person_other_details' });
    await stage.decide(id, 1, { action: 'create' }).expect(200);
    await stage.decide(id, 2, choice).expect(200);
    expect((await stage.rowsOf(id))[1].reason).toBe('doubtful_name');
    await stage.decide(id, 2, { action: 'create' }).expect(400);
  });

  it('answers 404 for rows that no file has', async () => {
    const { id } = await stage.take(stage.person('สหกรณ์แถวเดียว'));
    for (const row of ['0', '2', 'abc', '1.5', '99999999999999999999'])
      await stage.registrar
        .post(`/v1/imports/${id}/rows/${row}/resolution`)
        .send({ action: 'skip' })
        .expect(404);
  });
});
