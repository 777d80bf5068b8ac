import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, doTasks, violation } from '../setup/decision-stage.js';
import { messages, report } from '../setup/moderation-stage.js';

const secret = 'เรื่องลับเฉพาะผู้ดูแล';
let people = 0;
const somebody = () => `คนที่ต้องปกปิด ${++people}`;
/** Words that screening lets pass. */
const mild = (more = '') => `ฟ้าสีทองผ่องอำไพ ${people}${more}`;

let market: TestApp;
let moderator: Client;
let second: Client;
let viewer: Client;

beforeAll(async () => {
  market = await startMarketOfCast();
  moderator = await market.asStaff('moderator');
  second = (await newStaff(market, 'moderator')).client;
  viewer = await market.asStaff('viewer');
});

afterAll(() => market.close());

const read = async (client: Client, path: string) => (await client.get(path).expect(200)).body;
const post = async (path: string, body: object = {}, by = moderator) =>
  (await by.post(`/v1/moderation/${path}`).send(body)).body;
const graveFinding = { ...violation('politics'), reason: secret };
const decided = async (authorUsername = somebody(), finding: object = graveFinding) => {
  const { caseId } = await report(moderator, { authorUsername, text: mild() });
  return (await decide(moderator, caseId, finding).expect(200)).body;
};

describe('Without the scope for sensitive words nobody reads', () => {
  it('why a case was escalated that was found to be grave', async () => {
    const { caseId } = await report(moderator, { authorUsername: somebody(), text: mild() });
    await post(`cases/${caseId}/escalation`, { reason: secret });
    await decide(moderator, caseId, violation('politics')).expect(200);
    const matter = await read(viewer, `/v1/moderation/cases/${caseId}`);
    expect(matter.escalationReason).toMatchObject({ masked: true });
    const open = await read(moderator, `/v1/moderation/cases/${caseId}`);
    expect(open.escalationReason.text).toBe(secret);
  });

  it('the milder decision that an appeal put in place of a grave one', async () => {
    const { decision } = await decided();
    const appeal = await post('appeals', {
      ...{ decisionId: decision.id, appellant: 'seller', statement: 'ขออุทธรณ์' },
    });
    const review = { outcome: 'modified', reply: secret, newRuleCode: 'off_topic' };
    const { newDecisionId } = await post(`appeals/${appeal.id}/decision`, review, second);
    const milder = await read(viewer, `/v1/moderation/decisions/${newDecisionId}`);
    expect([milder.reason.masked, milder.notice.masked]).toEqual([true, true]);
  });

  it('why somebody came back who was removed for grave words', async () => {
    const { decision, taskIds } = await decided();
    await doTasks(moderator, taskIds);
    const back = { reason: secret };
    const proposal = await post(`subjects/${decision.subjectId}/reinstatement`, back);
    const shown = await read(viewer, `/v1/moderation/proposals/${proposal.id}`);
    expect(shown.reason).toMatchObject({ masked: true });
    const { created } = await post(`proposals/${proposal.id}/confirmation`, {}, second);
    const tasks = await Promise.all(
      created.map(({ id }: { id: string }) => read(viewer, `/v1/moderation/tasks/${id}`)),
    );
    const told = tasks.find(({ kind }) => kind === 'deliver_notice');
    expect(told.readyMessage).toMatchObject({ masked: true });
  });

  it('words found to be grave before, whoever posts them again', async () => {
    await decided();
    const again = await report(moderator, { authorUsername: 'คนอื่นที่ส่งต่อ', text: mild() });
    const { text } = await read(viewer, `/v1/moderation/cases/${again.caseId}`);
    expect(text).toMatchObject({ masked: true });
  });

  it('a duplicate of a grave case', async () => {
    const author = somebody();
    const { case: original } = await decided(author);
    const copy = await report(moderator, { authorUsername: author, text: mild(' อีกครั้ง'), note: secret });
    await post(`cases/${copy.caseId}/duplicate`, { of: original.id });
    const matter = await read(viewer, `/v1/moderation/cases/${copy.caseId}`);
    expect([matter.text.masked, matter.reports[0].note.masked]).toEqual([true, true]);
  });

  it('a grave note about harmless words, nor what was said of them before', async () => {
    const author = { authorUsername: somebody(), text: mild() };
    const first = await report(moderator, { ...author, note: 'บันทึกแรก' });
    await report(moderator, { ...author, note: messages.politics });
    const { reports } = await read(viewer, `/v1/moderation/cases/${first.caseId}`);
    expect(reports.map(({ note }: { note: { masked: boolean } }) => note.masked)).toEqual([true, true]);
  });
});

describe('An answer kept under an Idempotency-Key has no grave words', () => {
  const keyed = async (path: string, body: object, by = moderator) => {
    const key = `secret-${++people}`;
    const answer = await by.post(`/v1/moderation/${path}`).set('Idempotency-Key', key).send(body);
    expect([200, 201]).toContain(answer.status);
    return answer.body;
  };
  const kept = async () => JSON.stringify(await market.database.all('SELECT body FROM idempotency_key'));

  it('of a report', async () => {
    await keyed('reports', { authorUsername: somebody(), text: messages.politics, note: secret });
    expect(await kept()).not.toContain(secret);
    expect(await kept()).not.toContain(messages.politics);
  });

  it('of the steps of a case and its decision', async () => {
    const text = mild(' ที่ไม่เคยมีใครเก็บ');
    const { caseId } = await report(moderator, { authorUsername: somebody(), text, note: messages.politics });
    await keyed(`cases/${caseId}/claim`, {});
    await keyed(`cases/${caseId}/escalation`, { reason: secret });
    await keyed(`cases/${caseId}/decision`, graveFinding);
    expect(await kept()).not.toContain(secret);
    expect(await kept()).not.toContain(text);
  });

  it('of a task', async () => {
    const { taskIds } = await decided();
    for (const id of taskIds) {
      await keyed(`tasks/${id}/claim`, {});
      await keyed(`tasks/${id}/completion`, { outcome: 'done', proof: secret });
    }
    expect(await kept()).not.toContain(secret);
    expect(await kept()).not.toContain(mild());
  });

  it('of a proposal', async () => {
    const { decision, taskIds } = await decided();
    await doTasks(moderator, taskIds);
    const { id } = await keyed(`subjects/${decision.subjectId}/reinstatement`, { reason: secret });
    await keyed(`proposals/${id}/confirmation`, {}, second);
    expect(await kept()).not.toContain(secret);
  });
});
