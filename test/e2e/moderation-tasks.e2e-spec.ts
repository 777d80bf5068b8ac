import { anotherSeller, cooperatives } from '../factories/cast.js';
import { newKey, newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';
import { decide, doTasks, openCase, violation } from '../setup/decision-stage.js';

let market: TestApp;
let moderator: Client;
let registrar: Client;
let people = 2_000;

beforeAll(async () => {
  market = await startMarketOfCast({ settings: { OPENCHAT_URL: 'https://line.example/market' } });
  moderator = await market.asStaff('moderator');
  registrar = await market.asStaff('registrar');
});
afterAll(() => market.close());

const somebody = () => `คนในกลุ่ม ${++people}`;
const seller = async (from = cooperatives.yudeeKindee) =>
  (await registrar.post('/v1/sellers').send(anotherSeller(++people, from)).expect(201)).body;
const decided = async (name: string, ruleCode = 'off_topic') =>
  (await decide(moderator, await openCase(moderator, name), violation(ruleCode)).expect(200)).body;
const tasks = async (query: string, by = moderator) =>
  (await by.get(`/v1/moderation/tasks?${query}`).expect(200)).body.items;
const complete = (id: string, body: object, by = moderator) =>
  by.post(`/v1/moderation/tasks/${id}/completion`).send(body);
const kinds = (list: { kind: string }[]) => list.map(({ kind }) => kind);

describe('GET /v1/moderation/tasks', () => {
  it('tells step by step what to do in LINE, with whom, and what to send', async () => {
    const { id: sellerId, username } = await seller();
    const { decision, case: matter } = await decided(username);
    const found = await tasks(`status=open&sellerId=${sellerId}`);
    expect(kinds(found)).toEqual(['delete_message', 'deliver_notice']);
    const [deletion, delivery] = found;
    expect(deletion.person).toMatchObject({ sellerId, nickname: username, username });
    expect(deletion.message).toMatchObject({ messageType: 'text', text: matter.text.text, masked: false });
    expect(deletion.steps.map(({ th }: { th: string }) => th).join(' ')).toContain(username);
    expect(delivery).toMatchObject({ causeType: 'decision', causeId: decision.id, overdue: false });
    expect(delivery.readyMessage.th).toBe(decision.notice.text);
    expect(delivery.allowedActions.map(({ action }: { action: string }) => action)).toEqual([
      'claim',
      'completion',
    ]);
  });

  it('masks the gravest words in lists, and shows them to who may read them in one', async () => {
    const { taskIds } = await decided(somebody(), 'politics');
    const [found] = (await tasks('kind=deliver_notice&limit=200')).filter(({ id }: { id: string }) =>
      taskIds.includes(id),
    );
    expect(found.readyMessage).toEqual({ th: null, en: null, masked: true });
    const { body } = await moderator.get(`/v1/moderation/tasks/${found.id}`).expect(200);
    expect(body.readyMessage.th).toContain('เหตุผล');
  });

  it('narrows by everything it offers', async () => {
    const { case: matter, taskIds } = await decided(somebody(), 'username_format');
    expect(kinds(await tasks(`caseId=${matter.id}`))).toEqual(['deliver_notice', 'rename']);
    expect(await tasks(`subjectId=${matter.subject.id}&kind=rename`)).toHaveLength(1);
    expect(await tasks(`caseId=${matter.id}&overdue=true`)).toEqual([]);
    const [, renaming] = taskIds;
    await market.database.transaction(() =>
      market.database.run("UPDATE moderation_task SET dueAt = '2026-01-01T00:00:00.000Z' WHERE id = ?", [
        renaming,
      ]),
    );
    expect(await tasks(`caseId=${matter.id}&overdue=true`)).toEqual([
      expect.objectContaining({ id: renaming, overdue: true }),
    ]);
    await moderator.post(`/v1/moderation/tasks/${renaming}/claim`).expect(200);
    expect((await tasks('mine=true')).map(({ id }: { id: string }) => id)).toContain(renaming);
    const other = (await newStaff(market, 'moderator')).client;
    expect(await tasks('mine=true', other)).toEqual([]);
  });

  it('shows a key only what is about sellers of its cooperatives', async () => {
    const own = await seller(cooperatives.khruRimthan);
    await decided(own.username);
    const foreign = await decided((await seller()).username);
    const scopes = ['moderation:read', 'moderation:write'] as const;
    const key = (await newKey(market, [...scopes], [own.cooperative.id])).client;
    const seen = await tasks('limit=200', key);
    expect(new Set(seen.map((task: { person: { sellerId: string } }) => task.person.sellerId))).toEqual(
      new Set([own.id]),
    );
    await key.get(`/v1/moderation/tasks/${foreign.taskIds[0]}`).expect(404);
    await complete(foreign.taskIds[0], { outcome: 'done' }, key).expect(404);
  });
});

describe('the course of a task', () => {
  it('belongs to who took it until they give it back', async () => {
    const { taskIds } = await decided(somebody());
    const path = `/v1/moderation/tasks/${taskIds[0]}`;
    const other = (await newStaff(market, 'moderator')).client;
    const { body } = await moderator.post(`${path}/claim`).expect(200);
    expect(body).toMatchObject({ status: 'claimed', claimedByName: 'เจ้าหน้าที่ moderator' });
    const refused = await other.post(`${path}/claim`).expect(409);
    expect(refused.body).toMatchObject({ code: 'TASK_CLAIMED', claimedUntil: body.claimedUntil });
    await complete(taskIds[0], { outcome: 'done' }, other).expect(409);
    await moderator.post(`${path}/release`).set('If-Match', '"1"').expect(412);
    await moderator.post(`${path}/release`).set('If-Match', '"2"').expect(200);
    await other.post(`${path}/claim`).expect(200);
    await complete(taskIds[0], { outcome: 'done' }, other).expect(200);
  });

  it('ends once, with its proof, and closes the case with the last', async () => {
    const { taskIds, case: matter, decision } = await decided(somebody());
    const first = await complete(taskIds[0], { outcome: 'not_possible' }).expect(400);
    expect(first.body.errors[0]).toMatchObject({ pointer: '/proof', code: 'REASON_REQUIRED' });
    const gone = { outcome: 'not_possible', proof: 'ข้อความถูกลบไปแล้ว' };
    expect((await complete(taskIds[0], gone).expect(200)).body).toMatchObject({
      ...{ status: 'not_possible', proof: gone.proof, doneByName: 'เจ้าหน้าที่ moderator', allowedActions: [] },
    });
    const statusOf = async () => (await moderator.get(`/v1/moderation/cases/${matter.id}`)).body.status;
    expect(await statusOf()).toBe('decided');
    const delivered = await complete(taskIds[1], { outcome: 'done', proof: 'ส่งทาง LINE แล้ว' }).expect(200);
    expect(await statusOf()).toBe('closed');
    const again = await complete(taskIds[1], { outcome: 'done' }).expect(409);
    expect(again.body.code).toBe('TASK_WRONG_STATUS');
    const { body } = await moderator.get(`/v1/moderation/decisions/${decision.id}`).expect(200);
    expect(body.noticeDeliveredAt).toBe(delivered.body.doneAt);
  });

  it('closes the case though the last two are done at the same moment', async () => {
    const { taskIds, case: matter } = await decided(somebody());
    await Promise.all(taskIds.map((id: string) => doTasks(moderator, [id])));
    const { body } = await moderator.get(`/v1/moderation/cases/${matter.id}`).expect(200);
    expect(body.status).toBe('closed');
  });
});

describe('tasks about sellers', () => {
  it('invites who was approved, with the ready message; who registers at once is told in the answer', async () => {
    const waiting = { ...anotherSeller(++people), phone: undefined };
    const { body } = await registrar.post('/v1/sellers').send(waiting).expect(201);
    await registrar.post(`/v1/sellers/${body.id}/approval`).send({ reason: 'ตรวจแล้ว' }).expect(200);
    const [invite, ...more] = await tasks(`sellerId=${body.id}`);
    expect(more).toEqual([]);
    expect(invite).toMatchObject({ kind: 'invite', causeType: 'registration', causeId: body.id });
    expect(invite.readyMessage.th).toContain('https://line.example/market');
    expect(await tasks(`sellerId=${(await seller()).id}`)).toEqual([]);
  });

  it.each(['withdrawal', 'removal'])('invites nobody after their %s', async (step) => {
    const waiting = { ...anotherSeller(++people), phone: undefined };
    const { body } = await registrar.post('/v1/sellers').send(waiting).expect(201);
    await registrar.post(`/v1/sellers/${body.id}/approval`).send({ reason: 'ตรวจแล้ว' }).expect(200);
    const path = `/v1/sellers/${body.id}/${step}`;
    if (step === 'removal')
      await moderator.post(path).send({ ruleCode: 'off_topic', reason: 'ไม่เกี่ยวกับการขาย' }).expect(200);
    else await registrar.post(path).send({ reason: 'ขอถอนตัว' }).expect(200);
    expect(kinds(await tasks(`sellerId=${body.id}&status=cancelled`))).toEqual(['invite']);
  });

  it('asks for the new name, and for the newest only', async () => {
    const { id, username, version, title, firstName } = await seller();
    const patch = (lastName: string, at: number) =>
      registrar.patch(`/v1/sellers/${id}`).set('If-Match', `"${at}"`).send({ title, firstName, lastName });
    const rename = () => registrar.post(`/v1/sellers/${id}/username`).send({ reason: 'ชื่อเปลี่ยน' });
    await registrar
      .patch(`/v1/sellers/${id}`)
      .set('If-Match', `"${version}"`)
      .send({ firstName: 'ชื่อใหม่' })
      .expect(200);
    const { body: renamed } = await rename().expect(200);
    const [task] = await tasks(`sellerId=${id}&status=open`);
    expect(task).toMatchObject({ kind: 'rename', causeType: 'username' });
    expect(task.person).toMatchObject({ nickname: username, username: renamed.username });
    expect(task.readyMessage.th).toContain(renamed.username);
    await patch('อื่น', renamed.version).expect(200);
    await registrar
      .patch(`/v1/sellers/${id}`)
      .set('If-Match', `"${renamed.version + 1}"`)
      .send({ firstName: 'อีกชื่อ' })
      .expect(200);
    await rename().expect(200);
    expect(kinds(await tasks(`sellerId=${id}&status=open`))).toEqual(['rename']);
    expect(await tasks(`sellerId=${id}&status=cancelled`)).toHaveLength(1);
  });
});
