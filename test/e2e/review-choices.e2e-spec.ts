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

  it('says how to name a cooperative where nothing is proposed, for a row and for its group', async () => {
    const { id } = await stage.take(stage.person('ไร้ชื่อใกล้เคียง'), stage.person('ไร้ชื่อใกล้เคียง'));
    const [row] = await stage.rowsOf(id);
    expect(row).toMatchObject({ reason: 'unknown_cooperative', candidates: [] });
    const { body } = await stage.registrar.get(`/v1/imports/${id}/review-groups`).expect(200);
    const [group] = body.items;
    for (const { allowedActions } of [row, group]) {
      expect(allowedActions.map(({ action }: { action: string }) => action)).toEqual([
        'choose',
        'skip',
        'search',
      ]);
      expect(allowedActions[0].body).toMatchObject({ action: 'choose', cooperativeId: '' });
    }
    expect(group.allowedActions[2].path).toBe(`/v1/cooperatives?query=${encodeURIComponent('ไร้ชื่อใกล้เคียง')}`);
    await stage.registrar.get(group.allowedActions[2].path).expect(200);
    const impossible = { action: 'choose', candidate: 1, cooperativeId: stage.cooperatives[0]!.id };
    const { body: refused } = await stage.decide(id, 1, impossible).expect(400);
    expect(refused.errors[0]).toMatchObject({ code: 'CANDIDATE_UNKNOWN' });
    expect(refused.errors[0].message).toMatch(/ไม่มีตัวเลือก/);
    const [{ path, body: choice }] = group.allowedActions;
    await stage.registrar.post(path).send(choice).expect(400);
    const { id: cooperativeId } = stage.cooperatives[0]!;
    const { body: done } = await stage.registrar
      .post(path)
      .send({ ...choice, cooperativeId })
      .expect(200);
    expect(done.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['created', 'created']);
  });

  it('says of a row created without contact that its seller is pending, and why', async () => {
    const { id } = await stage.take(stage.person(stage.cooperatives[3]!.fullName, ''));
    expect((await stage.rowsOf(id))[0].reason).toBe('no_contact');
    const { body } = await stage.decide(id, 1, { action: 'create' }).expect(200);
    expect(body).toMatchObject({ outcome: 'created', username: null, seller: { status: 'pending' } });
    expect(body.seller.pendingReasons[0]).toMatchObject({ code: 'no_contact' });
    expect(body.seller.pendingReasons[0].message.th).toMatch(/[ก-๙]/);
    const told = (await stage.registrar.get(`/v1/imports/${id}/usernames.csv`).expect(200)).text;
    expect(told).toContain(`/v1/sellers/${body.sellerId}/approval`);
    const [approval] = body.allowedActions;
    expect(approval).toMatchObject({ action: 'approval', path: `/v1/sellers/${body.sellerId}/approval` });
    const reason = 'โทรถามสหกรณ์แล้ว';
    await stage.registrar
      .post(approval.path)
      .send({ ...approval.body, reason })
      .expect(200);
    const [row] = await stage.rowsOf(id);
    expect(row.allowedActions.map(({ action }: { action: string }) => action)).toEqual(['undo']);
    const again = (await stage.registrar.get(`/v1/imports/${id}/usernames.csv`).expect(200)).text;
    expect(again).toContain(row.seller.username);
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
