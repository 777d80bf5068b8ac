import { sellers } from '../factories/cast.js';
import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, doTasks, openCase, violation } from '../setup/decision-stage.js';

describe('the reinstatement of somebody removed', () => {
  let market: TestApp;
  let first: Client;
  let second: Client;

  beforeAll(async () => {
    market = await startMarketOfCast();
    first = await market.asStaff('moderator');
    second = (await newStaff(market, 'moderator')).client;
  });
  afterAll(() => market.close());

  it('takes two people, and reverses the strikes they name', async () => {
    const registrar = await market.asStaff('registrar');
    const { body: seller } = await registrar.post('/v1/sellers').send(sellers.somchai).expect(201);
    const caseId = await openCase(first, seller.username);
    const { body: made } = await decide(first, caseId, violation('monarchy')).expect(200);
    await doTasks(first, made.taskIds);
    const body = { reason: 'ผ่านไปนานแล้วและตั้งใจปฏิบัติตามกติกา', strikeIds: [made.strike.id] };
    const { body: proposal } = await first
      .post(`/v1/sellers/${seller.id}/reinstatement`)
      .send(body)
      .expect(201);
    expect(proposal).toMatchObject({ kind: 'reinstatement', status: 'proposed', sellerId: seller.id });
    const confirm = (by: Client) => by.post(`/v1/moderation/proposals/${proposal.id}/confirmation`).send({});
    await confirm(first).expect(403);
    await confirm(second).expect(200);
    await confirm(second).expect(409);
    expect((await first.get(`/v1/sellers/${seller.id}`).expect(200)).body.status).toBe('active');
    const { body: standing } = await first.get(`/v1/sellers/${seller.id}/standing`).expect(200);
    expect(standing).toMatchObject({ activePoints: 0, removed: false });
    const { body: again } = await first.post(`/v1/sellers/${seller.id}/reinstatement`).send(body).expect(409);
    expect(again.code).toBe('NOT_REMOVED');
  });

  it('closes the case of the removal, whose tasks are not needed any more', async () => {
    const caseId = await openCase(first, 'คนที่ยังไม่ได้นำออก');
    const { body: made } = await decide(first, caseId, violation('nation')).expect(200);
    const path = `/v1/moderation/subjects/${made.decision.subjectId}/reinstatement`;
    const { body: proposal } = await first.post(path).send({ reason: 'ขอรับกลับ' }).expect(201);
    await second.post(`/v1/moderation/proposals/${proposal.id}/confirmation`).send({}).expect(200);
    expect((await first.get(`/v1/moderation/cases/${caseId}`).expect(200)).body.status).toBe('closed');
  });

  it('is proposed once at a time, and ends what a new removal overtakes', async () => {
    const registrar = await market.asStaff('registrar');
    const { body: seller } = await registrar.post('/v1/sellers').send(sellers.dara).expect(201);
    const remove = async () =>
      (
        await first
          .post(`/v1/sellers/${seller.id}/removal`)
          .send({ ruleCode: 'politics', reason: 'ฝ่าฝืนซ้ำ' })
          .expect(200)
      ).body;
    const propose = () => first.post(`/v1/sellers/${seller.id}/reinstatement`).send({ reason: 'ขอรับกลับ' });
    const confirm = (id: string) => second.post(`/v1/moderation/proposals/${id}/confirmation`).send({});
    const made = await remove();
    await doTasks(first, made.taskIds);
    const { body: proposal } = await propose().expect(201);
    expect((await propose().expect(409)).body).toMatchObject({
      code: 'REINSTATEMENT_PROPOSED',
      proposalId: proposal.id,
    });
    await confirm(proposal.id).expect(200);
    await remove();
    await confirm(proposal.id).expect(409);
    const { body: open } = await first
      .get(`/v1/moderation/tasks?status=open&sellerId=${seller.id}`)
      .expect(200);
    expect(open.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'deliver_notice',
      'remove_member',
    ]);
  });

  it('is overtaken when an appeal brings the seller back', async () => {
    const registrar = await market.asStaff('registrar');
    const { body: seller } = await registrar.post('/v1/sellers').send(sellers.maliwan).expect(201);
    const caseId = await openCase(first, seller.username);
    const { body: made } = await decide(first, caseId, violation('politics')).expect(200);
    const { body: proposal } = await first
      .post(`/v1/sellers/${seller.id}/reinstatement`)
      .send({ reason: 'ขอรับกลับ' })
      .expect(201);
    const appeal = { decisionId: made.decision.id, appellant: 'seller', statement: 'ขอความเป็นธรรม' };
    const { body: filed } = await first.post('/v1/moderation/appeals').send(appeal).expect(201);
    const end = { outcome: 'overturned', reply: 'เห็นด้วย' };
    await second.post(`/v1/moderation/appeals/${filed.id}/decision`).send(end).expect(200);
    const { body: after } = await first.get(`/v1/moderation/proposals/${proposal.id}`).expect(200);
    expect(after).toMatchObject({ status: 'withdrawn', allowedActions: [] });
  });

  it('is what a seller needs who was removed under a name linked to them', async () => {
    const registrar = await market.asStaff('registrar');
    const { body: seller } = await registrar.post('/v1/sellers').send(sellers.saad).expect(201);
    const caseId = await openCase(first, 'ชื่อเล่นที่ถูกเชิญออก');
    const { body: made } = await decide(first, caseId, violation('politics')).expect(200);
    await first
      .post(`/v1/moderation/subjects/${made.decision.subjectId}/seller`)
      .send({ sellerId: seller.id })
      .expect(200);
    const { body: after } = await first.get(`/v1/sellers/${seller.id}`).expect(200);
    expect(after.status).toBe('removed');
    const { body: standing } = await first.get(`/v1/sellers/${seller.id}/standing`).expect(200);
    expect(standing.removed).toBe(true);
    await first.post(`/v1/sellers/${seller.id}/reinstatement`).send({ reason: 'ขอรับกลับ' }).expect(201);
  });

  it('names strikes of that person only', async () => {
    const caseId = await openCase(first, 'คนแปลกหน้า');
    const { body: made } = await decide(first, caseId, violation('nation')).expect(200);
    const { body } = await first
      .post(`/v1/moderation/subjects/${made.decision.subjectId}/reinstatement`)
      .send({ reason: 'ขอรับกลับ', strikeIds: ['01JZ0000000000000000000000'] })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/strikeIds', code: 'STRIKE_UNKNOWN' });
  });
});
