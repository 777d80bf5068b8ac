import { appealSteps } from '../../src/moderation/appeals/appeal.js';
import { caseSteps } from '../../src/moderation/cases/case-course.js';
import { proposalSteps } from '../../src/moderation/proposals/proposal.js';
import { taskSteps } from '../../src/moderation/tasks/task.js';
import { sellerSteps } from '../../src/sellers/seller-status.js';
import { days, later, type ModerationModel, type Who } from './moderation-model.js';
import type { Watched } from './real-market.js';
import type { ChainEntry } from './replay-standing.js';
import type { Stage } from './stage.js';

/** What must be so after whatever happened. */
export async function checkInvariants(model: ModerationModel, stage: Stage): Promise<void> {
  const subjects = [await stage.subjectsOf(0), await stage.subjectsOf(1)] as const;
  await readTheChain(stage);
  await noStrikeIsEdited(stage, subjects.flat());
  await everyStepIsInTheTable(stage);
  await sanctionsEndWithTheirOwnCause(model, stage, subjects.flat());
  await noDeciderReviewed(stage, subjects.flat());
  for (const who of [0, 1] as const) await standsAsTheModelSays(model, stage, who, subjects[who]);
}

async function readTheChain(stage: Stage): Promise<void> {
  const sql =
    'SELECT seq, action, subjectType, subjectId, payload FROM audit_entry WHERE seq > ? ORDER BY seq';
  const { database } = stage.market.app;
  for (const entry of await database.all<ChainEntry & { seq: number }>(sql, [stage.auditSeen])) {
    stage.replayed.take(entry);
    stage.auditSeen = Number(entry.seq);
  }
}

async function noStrikeIsEdited(stage: Stage, subjects: readonly string[]): Promise<void> {
  const strikes = await rowsOf<{ id: string }>(stage, 'SELECT * FROM strike WHERE subjectId', subjects);
  const now = new Map(strikes.map((strike) => [strike.id, strike]));
  for (const [id, seen] of stage.strikesSeen) expect(now.get(id)).toEqual(seen);
  for (const [id, strike] of now) stage.strikesSeen.set(id, strike);
}

type Steps = Readonly<Record<string, { from: readonly string[]; to: string }>>;

const tables: Readonly<Record<Watched, { steps: Steps; first: readonly string[] }>> = {
  moderation_case: { steps: caseSteps, first: ['open'] },
  moderation_task: { steps: taskSteps, first: ['open'] },
  appeal: { steps: appealSteps, first: ['filed'] },
  moderation_proposal: { steps: proposalSteps, first: ['proposed'] },
  seller: { steps: sellerSteps, first: ['active', 'pending'] },
};

async function everyStepIsInTheTable(stage: Stage): Promise<void> {
  const sql = 'SELECT n, about, was, became FROM watched_step WHERE n > ? ORDER BY n';
  type Seen = { n: number; about: Watched; was: string; became: string };
  for (const { n, about, was, became } of await stage.market.app.database.all<Seen>(sql, [stage.stepsSeen])) {
    const { steps, first } = tables[about];
    const possible =
      was === '' ? first : Object.values(steps).flatMap(({ from, to }) => (from.includes(was) ? [to] : []));
    expect({ about, was, became, possible: possible.includes(became) }).toEqual({
      ...{ about, was, became, possible: true },
    });
    stage.stepsSeen = Number(n);
  }
}

async function sanctionsEndWithTheirOwnCause(
  model: ModerationModel,
  stage: Stage,
  subjects: readonly string[],
): Promise<void> {
  type Row = { decisionId: string; kind: string; cause: string | null; appealed: string | null };
  const rows = await rowsOf<Row>(
    stage,
    `SELECT s.decisionId, s.kind, e.cause, a.decisionId AS appealed FROM sanction s
     LEFT JOIN sanction_end e ON e.sanctionId = s.id LEFT JOIN appeal a ON a.id = e.causeId WHERE s.subjectId`,
    subjects,
  );
  for (const { decisionId, kind, cause, appealed } of rows) {
    if (cause === 'appeal') expect(appealed).toBe(decisionId);
    if (cause === 'reinstatement') expect(kind).toBe('removal');
  }
  const real = rows.map(({ decisionId, kind, cause }) => ({ id: decisionId, kind, holds: cause === null }));
  const foreseen = model.decisions.flatMap(({ id, sanction }) =>
    sanction ? [{ id, kind: sanction.kind, holds: sanction.endedAt === undefined }] : [],
  );
  expect(byId(real)).toEqual(byId(foreseen));
}

async function noDeciderReviewed(stage: Stage, subjects: readonly string[]): Promise<void> {
  const sql = `SELECT r.id FROM appeal_decision r JOIN appeal a ON a.id = r.appealId JOIN moderation_decision d
    ON d.id = a.decisionId WHERE (r.decidedBy = d.decidedBy OR r.decidedBy = d.confirmedBy) AND a.subjectId`;
  expect(await rowsOf(stage, sql, subjects)).toEqual([]);
}

/** Now, and at a moment before or after, which differs from check to check. */
async function standsAsTheModelSays(
  model: ModerationModel,
  stage: Stage,
  who: Who,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  const then = later(model.now, days((model.decisions.length * 37 + who * 11) % 400) - days(100));
  const path = `/v1/moderation/subjects/${subjects[0]}/standing`;
  for (const [at, query] of [
    [model.now, ''],
    [then, `?at=${encodeURIComponent(then)}`],
  ] as const) {
    const { status, body } = await stage.market.get(path + query);
    const { activePoints: points, removed } = body as { activePoints: number; removed: boolean };
    const foreseen = { points: model.points(who, at), removed: model.isRemoved(who, at) };
    expect({ at, status, points, removed }).toEqual({ at, status: 200, ...foreseen });
    const { replayed } = stage;
    const told = { points: replayed.pointsOf(subjects, at), removed: replayed.isRemoved(subjects, at) };
    expect({ at, ...told }).toEqual({ at, ...foreseen });
  }
}

async function rowsOf<T>(stage: Stage, select: string, subjects: readonly string[]): Promise<T[]> {
  if (subjects.length === 0) return [];
  return stage.market.app.database.all<T>(`${select} IN (${subjects.map(() => '?').join(',')})`, subjects);
}

const byId = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
