import { Command, expectAnswer, pick } from './command.js';
import { days, hours, later, rules } from './moderation-model.js';
import type {
  CaseModel,
  DecisionModel,
  ModerationModel,
  Outcome,
  RuleCode,
  Step,
  Who,
} from './moderation-model.js';
import type { Stage } from './stage.js';

const reason = 'พิจารณาจากข้อความแล้ว';
let messages = 0;

/** Somebody reports a message; now and then one that was reported before and waits. */
export class Report extends Command {
  constructor(
    private readonly who: Who,
    private readonly hoursAgo: number,
    private readonly again: boolean,
  ) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected async act(model: ModerationModel, stage: Stage): Promise<void> {
    const waiting = model.cases.find((each) => each.undecided && each.who === this.who);
    const known = this.again ? waiting : undefined;
    const text = known?.text ?? `ข้อความลำดับที่ ${++messages}`;
    const postedAt = later(model.now, -hours(this.hoursAgo));
    const body = { authorUsername: stage.nicknameOf(this.who), text, postedAt };
    const answer = await stage.market.post(0, '/v1/moderation/reports', body);
    expectAnswer(answer, 201);
    if (known) {
      expect(answer.body.caseId).toBe(known.id);
      if (postedAt > known.postedAt) known.postedAt = postedAt;
      return;
    }
    const { caseId: id } = answer.body as { caseId: string };
    expect(model.cases.map((each) => each.id)).not.toContain(id);
    model.cases.push({ id, who: this.who, text, postedAt, hasMessage: true, undecided: true });
  }
}

const undecided = (model: Readonly<ModerationModel>): CaseModel[] =>
  model.cases.filter((each) => each.undecided);

const heldByAnother = ({ claim }: CaseModel, by: number, now: string): boolean =>
  claim !== undefined && claim.by !== by && claim.until > now;

export class Claim extends Command {
  constructor(
    private readonly n: number,
    private readonly by: number,
  ) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return undecided(model).length > 0;
  }

  protected async act(model: ModerationModel, { market }: Stage): Promise<void> {
    const matter = pick(undecided(model), this.n);
    const answer = await market.post(this.by, `/v1/moderation/cases/${matter.id}/claim`);
    if (heldByAnother(matter, this.by, model.now)) return expectAnswer(answer, 409, 'CASE_CLAIMED');
    expectAnswer(answer, 200);
    matter.claim = { by: this.by, until: later(model.now, hours(0.5)) };
  }
}

/** What is to be done in LINE after a decision. */
export function kindsOf(made: Pick<DecisionModel, 'outcome' | 'ruleCode' | 'matter' | 'sanction'>): string[] {
  if (made.outcome === 'dismissed') return [];
  if (made.outcome === 'notice') return ['deliver_notice'];
  const removes = made.sanction?.kind === 'removal';
  const isName = made.ruleCode === 'username_format';
  return [
    ...(made.matter.hasMessage && !isName ? ['delete_message'] : []),
    'deliver_notice',
    ...(isName && !removes ? ['rename'] : []),
    ...(removes ? ['remove_member'] : []),
  ];
}

interface Decided {
  decision: { id: string; points: number; step: Step };
  strike: { points: number; expiresAt: string } | null;
  sanction: { kind: Step } | null;
  taskIds: string[];
}

function takeIn(
  model: ModerationModel,
  body: Decided,
  made: Omit<DecisionModel, 'id' | 'at' | 'gone'>,
): void {
  const { decision, strike, sanction, taskIds } = body;
  const written = model.decided({ ...made, id: decision.id });
  expect({
    points: decision.points,
    step: decision.step,
    strike: strike?.expiresAt,
    sanction: sanction?.kind,
  }).toEqual({
    ...{ points: made.points, step: made.step, strike: written.strike?.expiresAt },
    sanction: made.sanction?.kind,
  });
  const kinds = kindsOf(written);
  expect(taskIds).toHaveLength(kinds.length);
  taskIds.forEach((id, i) => model.tasks.push({ id, kind: kinds[i]!, decision: written, over: false }));
}

export class Decide extends Command {
  constructor(
    private readonly n: number,
    private readonly by: number,
    private readonly outcome: Outcome,
    private readonly ruleCode: RuleCode,
  ) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return undecided(model).length > 0;
  }

  protected async act(model: ModerationModel, { market }: Stage): Promise<void> {
    const { outcome, by } = this;
    const matter = pick(undecided(model), this.n);
    const ruleCode = outcome === 'dismissed' ? null : this.ruleCode;
    const { points, step, sanction } = model.foresee(matter, outcome, this.ruleCode);
    const body = { outcome, reason, ...(ruleCode && { ruleCode }) };
    const answer = await market.post(by, `/v1/moderation/cases/${matter.id}/decision`, body);
    if (heldByAnother(matter, by, model.now)) return expectAnswer(answer, 409, 'CASE_CLAIMED');
    expectAnswer(answer, 200);
    takeIn(model, answer.body as Decided, {
      ...{ matter, outcome, ruleCode, points, step, by },
      ...(sanction && { sanction: { kind: sanction } }),
    });
  }
}

/** A moderator removes the seller without a report. */
export class OrderRemoval extends Command {
  constructor(
    private readonly by: number,
    private readonly ruleCode: RuleCode,
  ) {
    super();
  }

  check(): boolean {
    return true;
  }

  protected async act(model: ModerationModel, { market, seller }: Stage): Promise<void> {
    const { by, ruleCode } = this;
    const answer = await market.post(by, `/v1/sellers/${seller.id}/removal`, { ruleCode, reason });
    if (model.isRemoved(0)) return expectAnswer(answer, 409, 'SELLER_WRONG_STATUS');
    expectAnswer(answer, 200);
    const { decision } = answer.body as { decision: { caseId: string } };
    const matter: CaseModel = {
      ...{ id: decision.caseId, who: 0, text: '', postedAt: model.now, hasMessage: false, undecided: false },
    };
    const { points, step, sanction } = model.foresee(matter, 'violation', ruleCode, true);
    model.cases.push(matter);
    takeIn(model, answer.body as Decided, {
      ...{ matter, outcome: 'violation', ruleCode, points, step, by },
      ...(sanction && { sanction: { kind: sanction } }),
    });
  }
}

export class FinishTask extends Command {
  constructor(
    private readonly n: number,
    private readonly by: number,
    private readonly outcome: 'done' | 'not_possible',
  ) {
    super();
  }

  check(model: Readonly<ModerationModel>): boolean {
    return model.tasks.some(({ over }) => !over);
  }

  protected async act(model: ModerationModel, { market }: Stage): Promise<void> {
    const task = pick(
      model.tasks.filter(({ over }) => !over),
      this.n,
    );
    const body = { outcome: this.outcome, proof: 'บันทึกไว้ใน LINE แล้ว' };
    expectAnswer(await market.post(this.by, `/v1/moderation/tasks/${task.id}/completion`, body), 200);
    task.over = true;
    if (task.kind === 'deliver_notice' && this.outcome === 'done' && task.decision)
      task.decision.toldAt ??= model.now;
  }
}

/** Time goes by, from minutes to months. */
export class Wait extends Command {
  protected override readonly takes: number;

  constructor(minutes: number) {
    super();
    this.takes = (minutes * days(1)) / 1_440;
  }

  check(): boolean {
    return true;
  }

  protected async act(): Promise<void> {
    // Nothing but time.
  }
}

export const ruleCodes = Object.keys(rules) as RuleCode[];
