import { sellers } from '../factories/cast.js';
import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import {
  decide as decideBy,
  doTasks,
  openCase as openCaseBy,
  reason,
  violation,
} from '../setup/decision-stage.js';

let market: TestApp;
let moderator: Client;
let people = 0;

beforeAll(async () => {
  market = await startMarketOfCast();
  moderator = await market.asStaff('moderator');
});
afterAll(() => market.close());

const somebody = () => `คนในกลุ่ม ${++people}`;
const openCase = (name: string, postedAt?: string) => openCaseBy(moderator, name, postedAt);
const decide = (caseId: string, body: object, by = moderator) => decideBy(by, caseId, body);
const preview = (caseId: string, body: object) =>
  moderator.post(`/v1/moderation/cases/${caseId}/decision-preview`).send(body);
const standingOf = async (subjectId: string) =>
  (await moderator.get(`/v1/moderation/subjects/${subjectId}/standing`).expect(200)).body;

describe('POST /v1/moderation/cases/{id}/decision', () => {
  it('keeps decision, strike, sanction and tasks at once', async () => {
    const id = await openCase(somebody());
    const { body } = await decide(id, violation('off_topic')).expect(200);
    expect(body.case).toMatchObject({ id, status: 'decided', decisionId: body.decision.id });
    expect(body.decision).toMatchObject({
      ...{
        outcome: 'violation',
        points: 1,
        leniency: null,
        pointsBefore: 0,
        pointsAfter: 1,
        step: 'warning',
      },
      ...{ policyNumber: 1, rule: { code: 'off_topic', number: 1 }, noticeDeliveredAt: null },
      ...{ reason: { text: reason, masked: false }, strikeId: body.strike.id, sanctionId: body.sanction.id },
    });
    expect(body.decision.notice.text).toContain(reason);
    expect(body.strike).toMatchObject({ points: 1, ruleCode: 'off_topic', state: 'active' });
    expect(body.sanction.kind).toBe('warning');
    expect(body.taskIds).toHaveLength(2);
    const read = await moderator.get(`/v1/moderation/decisions/${body.decision.id}`).expect(200);
    expect(read.body).toEqual(body.decision);
    expect(await standingOf(body.case.subject.id)).toMatchObject({
      activePoints: 1,
      nextStep: 'final_warning',
    });
  });

  it('closes a dismissed case without a word to anybody', async () => {
    const id = await openCase(somebody());
    const { body } = await decide(id, { outcome: 'dismissed', reason: 'เป็นประกาศขายตามปกติ' }).expect(200);
    expect(body.case.status).toBe('closed');
    expect(body.decision).toMatchObject({ points: 0, step: 'none', notice: null, rule: null });
    expect(body).toMatchObject({ strike: null, sanction: null, taskIds: [] });
  });

  it('reminds of a rule without points', async () => {
    const id = await openCase(somebody());
    const { body } = await decide(id, { outcome: 'notice', ruleCode: 'off_topic', reason }).expect(200);
    expect(body).toMatchObject({ strike: null, sanction: null, decision: { points: 0, outcome: 'notice' } });
    const task = await moderator.get(`/v1/moderation/tasks/${body.taskIds[0]}`).expect(200);
    expect(task.body).toMatchObject({
      kind: 'deliver_notice',
      readyMessage: { th: body.decision.notice.text },
    });
  });

  it.each([
    [{ outcome: 'violation', reason }, '/ruleCode', 'RULE_REQUIRED'],
    [{ outcome: 'dismissed', ruleCode: 'off_topic', reason }, '/ruleCode', 'RULE_NOT_ALLOWED'],
    [{ ...violation('off_topic'), reason: 'not about selling' }, '/reason', 'REASON_NOT_THAI'],
  ])('says what is missing in %j', async (body, pointer, code) => {
    const answer = await decide(await openCase(somebody()), body).expect(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('decides a case once', async () => {
    const id = await openCase(somebody());
    const first = await decide(id, violation('off_topic')).expect(200);
    const second = await decide(id, violation('politics')).expect(409);
    expect(second.body).toMatchObject({ code: 'CASE_ALREADY_DECIDED', decisionId: first.body.decision.id });
    await decide(id, violation('politics')).set('If-Match', '"1"').expect(412);
    expect((await standingOf(first.body.case.subject.id)).activePoints).toBe(1);
  });

  it('replays the first answer for the same Idempotency-Key', async () => {
    const id = await openCase(somebody());
    const keyed = () => decide(id, violation('off_topic')).set('Idempotency-Key', `decision-${id}`);
    const [first, second] = [await keyed().expect(200), await keyed().expect(200)];
    expect(second.body).toEqual(first.body);
    expect((await standingOf(first.body.case.subject.id)).strikes).toHaveLength(1);
  });

  it('waits for whoever holds the case, and for nobody whose time is over', async () => {
    const another = (await newStaff(market, 'moderator')).client;
    const id = await openCase(somebody());
    const held = (await another.post(`/v1/moderation/cases/${id}/claim`).expect(200)).body;
    const refused = await decide(id, violation('off_topic')).expect(409);
    expect(refused.body).toMatchObject({ code: 'CASE_CLAIMED', claimedUntil: held.claimedUntil });
    await preview(id, violation('off_topic')).expect(409);
    await market.database.transaction(() =>
      market.database.run(
        "UPDATE moderation_case SET claimedUntil = '2026-01-01T00:00:00.000Z' WHERE id = ?",
        [id],
      ),
    );
    await decide(id, violation('off_topic')).expect(200);
  });

  it('is for moderators only', async () => {
    const id = await openCase(somebody());
    await decide(id, violation('off_topic'), await market.asStaff('viewer')).expect(403);
    await decide('01ARZ3NDEKTSV4RRFFQ69G5FAV', violation('off_topic')).expect(404);
  });
});

describe('POST /v1/moderation/cases/{id}/decision-preview', () => {
  it('tells exactly what the decision then does, and keeps nothing', async () => {
    const id = await openCase(somebody());
    const { body: foreseen } = await preview(id, violation('personal_belief')).expect(200);
    expect((await preview(id, violation('personal_belief')).expect(200)).body.previewHash).toBe(
      foreseen.previewHash,
    );
    const { body } = await decide(id, {
      ...violation('personal_belief'),
      previewHash: foreseen.previewHash,
    }).expect(200);
    const { points, pointsAfter, step, severity } = foreseen;
    expect(body.decision).toMatchObject({ points, pointsAfter, step, severity });
    expect(body.decision.notice.text).toBe(foreseen.notice.th);
    expect(body.sanction.kind).toBe(foreseen.sanction);
    expect(body.taskIds).toHaveLength(foreseen.tasks.length);
  });

  it('does not let a decision through once the facts have moved', async () => {
    const name = somebody();
    const [first, second] = [await openCase(name), await openCase(name)];
    const { body: foreseen } = await preview(second, violation('politics')).expect(200);
    const decided = await decide(first, violation('off_topic')).expect(200);
    const stale = await decide(second, {
      ...violation('politics'),
      previewHash: foreseen.previewHash,
    }).expect(409);
    expect(stale.body.code).toBe('PREVIEW_OUTDATED');
    expect((await standingOf(decided.body.case.subject.id)).activePoints).toBe(1);
    const again = await preview(second, violation('politics')).expect(200);
    expect(again.body).toMatchObject({
      pointsBefore: 1,
      pointsAfter: 4,
      previewHash: stale.body.currentHash,
    });
  });
});

describe('leniency', () => {
  it('makes the first greeting a reminder, and the next one count', async () => {
    const name = somebody();
    const first = await decide(await openCase(name), violation('daily_greeting')).expect(200);
    expect(first.body).toMatchObject({
      decision: { points: 0, leniency: 'first_time', severity: 'S0' },
      strike: null,
    });
    await doTasks(moderator, first.body.taskIds);
    const next = await decide(await openCase(name), violation('daily_greeting')).expect(200);
    expect(next.body.decision).toMatchObject({ points: 1, leniency: null, severity: 'S1', step: 'warning' });
  });

  it('gives no points for what was posted before the notice was delivered, S3 excepted', async () => {
    const name = somebody();
    const first = await decide(await openCase(name), violation('off_topic')).expect(200);
    const early = await openCase(name);
    await decide(await openCase(name), violation('off_topic')).expect(200);
    const { body: mild } = await decide(early, violation('personal_belief')).expect(200);
    expect(mild).toMatchObject({ decision: { points: 0, leniency: 'before_notice' }, sanction: null });
    await doTasks(moderator, [...first.body.taskIds, ...mild.taskIds]);
    const late = await decide(await openCase(name), violation('personal_belief')).expect(200);
    expect(late.body.decision).toMatchObject({ points: 2, pointsAfter: 3, step: 'removal' });
    const grave = await decide(
      await openCase(name, '2026-01-01T00:00:00.000Z'),
      violation('politics'),
    ).expect(200);
    expect(grave.body).toMatchObject({ decision: { points: 3, step: 'removal' }, sanction: null });
  });
});

describe('the way to removal', () => {
  it('leads a seller over two warnings out of the market', async () => {
    const registrar = await market.asStaff('registrar');
    const seller = (await registrar.post('/v1/sellers').send(sellers.omsap).expect(201)).body;
    const steps: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { body } = await decide(await openCase(seller.username), violation('off_topic')).expect(200);
      steps.push(body.sanction.kind);
      expect(body.decision.sellerId).toBe(seller.id);
      await doTasks(moderator, body.taskIds);
    }
    expect(steps).toEqual(['warning', 'final_warning', 'removal']);
    const { body: now } = await moderator.get(`/v1/sellers/${seller.id}`).expect(200);
    expect(now).toMatchObject({ status: 'removed', username: seller.username });
    const actions = now.allowedActions.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['reinstatement', 'standing']));
    const standing = (await moderator.get(`/v1/sellers/${seller.id}/standing`).expect(200)).body;
    expect(standing).toMatchObject({ activePoints: 3, removed: true, nextStep: null, step: 'removal' });
    const strikes = (await moderator.get(`/v1/sellers/${seller.id}/strikes`).expect(200)).body;
    expect(strikes.items).toEqual(standing.strikes);
    const before = await moderator.get(
      `/v1/sellers/${seller.id}/standing?at=${encodeURIComponent('2026-01-01T00:00:00.000Z')}`,
    );
    expect(before.body).toMatchObject({ activePoints: 0, removed: false, strikes: [] });
  });

  it('hides what touches the gravest matters from who may not read it', async () => {
    const { body } = await decide(await openCase(somebody()), violation('monarchy')).expect(200);
    const viewer = (await newStaff(market, 'viewer')).client;
    const seen = await viewer.get(`/v1/moderation/decisions/${body.decision.id}`).expect(200);
    expect(seen.body).toMatchObject({
      reason: { text: '[ปิดบัง: ข้อความอ่อนไหว]', masked: true },
      notice: { masked: true },
    });
  });
});
