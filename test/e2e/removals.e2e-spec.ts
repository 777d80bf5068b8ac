import { anotherSeller, cooperatives } from '../factories/cast.js';
import { newKey, newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, openCase, reason, violation } from '../setup/decision-stage.js';

let market: TestApp;
let careful: TestApp;
let people = 3_000;

beforeAll(async () => {
  market = await startMarketOfCast();
  careful = await startMarketOfCast({ settings: { REMOVAL_NEEDS_SECOND_PERSON: 'true' } });
});
afterAll(async () => {
  await market.close();
  await careful.close();
});

const somebody = () => `คนในกลุ่ม ${++people}`;
async function seller(app: TestApp) {
  const registrar = await app.asStaff('registrar');
  const body = anotherSeller(++people, cooperatives.yudeeKindee);
  return (await registrar.post('/v1/sellers').send(body).expect(201)).body;
}
const moderatorOf = async (app: TestApp): Promise<Client> => (await newStaff(app, 'moderator')).client;
const remove = (by: Client, id: string, ruleCode = 'off_topic') =>
  by.post(`/v1/sellers/${id}/removal`).send({ ruleCode, reason });
const statusOf = async (app: TestApp, id: string) =>
  (await (await app.asStaff('viewer')).get(`/v1/sellers/${id}`).expect(200)).body.status;
const end = (by: Client, proposalId: string, step: string) =>
  by.post(`/v1/moderation/proposals/${proposalId}/${step}`);

describe('POST /v1/sellers/{id}/removal', () => {
  it('removes a seller at once, as a decision with everything that belongs to one', async () => {
    const [moderator, { id, username }] = [await moderatorOf(market), await seller(market)];
    const { body } = await remove(moderator, id).expect(200);
    expect(body).toMatchObject({
      decision: { sellerId: id, points: 1, step: 'removal', rule: { code: 'off_topic' } },
      ...{ sanction: { kind: 'removal' }, case: { status: 'decided', reportCount: 0 }, proposal: null },
    });
    expect(body.decision.notice.text).toContain('เชิญออกจากกลุ่ม');
    const { body: gone } = await moderator.get(`/v1/sellers/${id}`).expect(200);
    expect(gone).toMatchObject({ status: 'removed', username });
    expect(gone.statusReason).not.toContain(reason);
    const tasks = await moderator.get(`/v1/moderation/tasks?sellerId=${id}`).expect(200);
    expect(tasks.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'deliver_notice',
      'remove_member',
    ]);
    await moderator.get(`/v1/moderation/cases/${body.case.id}`).expect(200);
  });

  it('does not remove the removed, the stale or the unknown', async () => {
    const [moderator, { id }] = [await moderatorOf(market), await seller(market)];
    await remove(moderator, id).set('If-Match', '"7"').expect(412);
    await remove(moderator, id).set('If-Match', '"1"').expect(200);
    expect((await remove(moderator, id).expect(409)).body).toMatchObject({
      ...{ code: 'SELLER_WRONG_STATUS', currentStatus: 'removed' },
    });
    await remove(moderator, '01ARZ3NDEKTSV4RRFFQ69G5FAV').expect(404);
    await remove(await market.asStaff('registrar'), id).expect(403);
  });

  it('is offered for active sellers, to those who may', async () => {
    const { id } = await seller(market);
    const offer = expect.objectContaining({ action: 'removal', path: `/v1/sellers/${id}/removal` });
    const seenBy = async (role: 'moderator' | 'viewer') =>
      (await (await market.asStaff(role)).get(`/v1/sellers/${id}`).expect(200)).body.allowedActions;
    expect(await seenBy('moderator')).toContainEqual(offer);
    expect(await seenBy('viewer')).not.toContainEqual(offer);
  });

  it('lets nobody escape by leaving before the decision', async () => {
    const [moderator, { id, username }] = [await moderatorOf(market), await seller(market)];
    const caseId = await openCase(moderator, username);
    const registrar = await market.asStaff('registrar');
    await registrar.post(`/v1/sellers/${id}/withdrawal`).send({ reason: 'ขอถอนตัว' }).expect(200);
    await decide(moderator, caseId, violation('politics')).expect(200);
    expect(await statusOf(market, id)).toBe('removed');
  });

  it('holds for who registers only afterwards, until two people take them back', async () => {
    const [moderator, registrar] = [await moderatorOf(market), await market.asStaff('registrar')];
    const waiting = { ...anotherSeller(++people, cooperatives.yudeeKindee), phone: undefined };
    const { body: applicant } = await registrar.post('/v1/sellers').send(waiting).expect(201);
    const caseId = await openCase(moderator, applicant.proposedUsername);
    const { body: made } = await decide(moderator, caseId, violation('politics')).expect(200);
    const approve = () => registrar.post(`/v1/sellers/${applicant.id}/approval`).send({ reason: 'ตรวจแล้ว' });
    const { body: refused } = await approve().expect(409);
    const { subjectId } = made.decision;
    expect(refused).toMatchObject({ code: 'PERSON_REMOVED', subjectIds: [subjectId] });
    expect(await statusOf(market, applicant.id)).toBe('pending');

    const path = `/v1/moderation/subjects/${subjectId}/reinstatement`;
    const { body: proposal } = await moderator.post(path).send({ reason: 'เข้าใจกติกาแล้ว' }).expect(201);
    await end(await moderatorOf(market), proposal.id, 'confirmation').expect(200);
    await approve().expect(200);
  });
});

describe('a removal that takes two people', () => {
  const proposed = async (by: Client, caseId: string) => {
    const { body } = await decide(by, caseId, violation('off_topic')).expect(200);
    expect(body).toMatchObject({ decision: null, strike: null, sanction: null, taskIds: [] });
    expect(body.case).toMatchObject({ status: 'proposed', proposalId: body.proposal.id });
    return body.proposal;
  };

  /** Two active points, so that one more leads to removal. */
  async function nearRemoval(by: Client, name: string) {
    const { body } = await decide(by, await openCase(by, name), violation('personal_belief')).expect(200);
    for (const id of body.taskIds)
      await by.post(`/v1/moderation/tasks/${id}/completion`).send({ outcome: 'done' }).expect(200);
  }

  it('takes effect when another moderator confirms it', async () => {
    const [first, second] = [await newStaff(careful, 'moderator'), await newStaff(careful, 'moderator')];
    const { id, username } = await seller(careful);
    await nearRemoval(first.client, username);
    const proposal = await proposed(first.client, await openCase(first.client, username));
    expect(proposal.allowedActions.map(({ action }: { action: string }) => action)).toEqual(['withdrawal']);
    expect(await statusOf(careful, id)).toBe('active');

    const own = await end(first.client, proposal.id, 'confirmation').expect(403);
    expect(own.body.code).toBe('SECOND_PERSON_REQUIRED');
    const key = await newKey(careful, ['moderation:read', 'moderation:write']);
    await end(key.client, proposal.id, 'confirmation').expect(403);
    const waiting = await second.client.get('/v1/moderation/proposals?status=proposed').expect(200);
    expect(waiting.body.items).toContainEqual(expect.objectContaining({ id: proposal.id }));

    const { body } = await end(second.client, proposal.id, 'confirmation').expect(200);
    expect(body.status).toBe('confirmed');
    const made = body.created.find(({ type }: { type: string }) => type === 'decision');
    const { body: decision } = await second.client.get(`/v1/moderation/decisions/${made.id}`).expect(200);
    expect(decision).toMatchObject({
      ...{ decidedBy: `staff:${first.id}`, confirmedBy: `staff:${second.id}`, step: 'removal', points: 1 },
      reason: { text: reason },
    });
    expect(await statusOf(careful, id)).toBe('removed');
    const late = await end(second.client, proposal.id, 'confirmation').expect(409);
    expect(late.body.code).toBe('PROPOSAL_OVER');
  });

  it('comes to nothing when the other refuses or the first withdraws it', async () => {
    const [first, second] = [await moderatorOf(careful), await moderatorOf(careful)];
    const name = somebody();
    await nearRemoval(first, name);
    const caseId = await openCase(first, name);
    const refused = await proposed(first, caseId);
    await end(first, refused.id, 'refusal').expect(403);
    await end(second, refused.id, 'refusal').expect(200);
    const withdrawn = await proposed(second, caseId);
    expect((await end(first, withdrawn.id, 'withdrawal').expect(403)).body.code).toBe('NOT_THE_PROPOSER');
    await end(second, withdrawn.id, 'withdrawal').expect(200);
    const { body } = await first.get(`/v1/moderation/cases/${caseId}`).expect(200);
    expect(body).toMatchObject({ status: 'open', proposalId: null, decisionId: null });
    await decide(first, caseId, { outcome: 'dismissed', reason: 'พิจารณาแล้วไม่ฝ่าฝืน' }).expect(200);
  });

  it('holds others off while it waits, and is not confirmed once the facts have moved', async () => {
    const [first, second] = [await moderatorOf(careful), await moderatorOf(careful)];
    const name = somebody();
    await nearRemoval(first, name);
    const [caseId, another] = [await openCase(first, name), await openCase(first, name)];
    const proposal = await proposed(first, caseId);
    expect((await decide(second, caseId, violation('off_topic')).expect(409)).body.code).toBe(
      'CASE_PROPOSED',
    );
    // A reminder of now: the message of the proposal was posted before it and earns no points any more.
    await decide(second, another, { outcome: 'notice', ruleCode: 'off_topic', reason }).expect(200);
    const { body } = await end(second, proposal.id, 'confirmation').expect(409);
    expect(body).toMatchObject({ code: 'PROPOSAL_OVERTAKEN', proposedStep: 'removal', presentStep: 'none' });
    const read = await second.get(`/v1/moderation/proposals/${proposal.id}`).expect(200);
    expect(read.body.status).toBe('proposed');
  });

  it('is confirmed once, however many try at once', async () => {
    const first = await moderatorOf(careful);
    const { id } = await seller(careful);
    const { body } = await remove(first, id).expect(200);
    expect(body.case.status).toBe('proposed');
    const others = await Promise.all([1, 2, 3, 4].map(() => moderatorOf(careful)));
    const answers = await Promise.all(others.map((other) => end(other, body.proposal.id, 'confirmation')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await statusOf(careful, id)).toBe('removed');
  });

  it('does not wait in the gravest matters', async () => {
    const [first, { id }] = [await moderatorOf(careful), await seller(careful)];
    const { body } = await remove(first, id, 'monarchy').expect(200);
    expect(body.sanction.kind).toBe('removal');
    expect(await statusOf(careful, id)).toBe('removed');
  });
});
