/**
 * What moderation should do, said a second time and much shorter, as the model that the property tests compare the
 * service with. It knows the default policy and nothing of the service's code. All times are RFC 3339, UTC.
 */
const hour = 3_600_000;
const day = 24 * hour;

/** Points, days and whether the rule is of the gravest kind. */
export const rules = {
  off_topic: { points: 1, days: 90, grave: false },
  daily_greeting: { points: 1, days: 90, grave: false },
  personal_belief: { points: 2, days: 180, grave: false },
  politics: { points: 3, days: 365, grave: true },
  username_format: { points: 0, days: 0, grave: false },
} as const;
export type RuleCode = keyof typeof rules;
export type Outcome = 'violation' | 'notice' | 'dismissed';
export type Step = 'none' | 'warning' | 'final_warning' | 'removal';
const steps: readonly Step[] = ['none', 'warning', 'final_warning', 'removal'];

/** 0 is the seller, 1 somebody who is not registered. */
export type Who = 0 | 1;

export interface CaseModel {
  id: string;
  who: Who;
  text: string;
  postedAt: string;
  hasMessage: boolean;
  undecided: boolean;
  claim?: { by: number; until: string };
}

export interface DecisionModel {
  id: string;
  matter: CaseModel;
  outcome: Outcome;
  ruleCode: RuleCode | null;
  points: number;
  step: Step;
  by: number;
  at: string;
  toldAt?: string;
  /** An appeal overturned it, or put another in its place. */
  gone: boolean;
  strike?: { at: string; expiresAt: string; reversedAt?: string };
  /** It may begin later than the decision: when the removal before it ends. */
  sanction?: { kind: Step; since?: string; endedAt?: string };
}

export interface TaskModel {
  id: string;
  kind: string;
  /** Whom it brings back. */
  who?: Who;
  decision?: DecisionModel;
  over: boolean;
}

export interface AppealModel {
  id: string;
  decision: DecisionModel;
  ended?: { outcome: 'upheld' | 'modified' | 'overturned'; at: string };
}

export interface ProposalModel {
  id: string;
  by: number;
  strikesOf: DecisionModel[];
  over: boolean;
}

export const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
export const [hours, days] = [(n: number) => n * hour, (n: number) => n * day];

export class ModerationModel {
  readonly cases: CaseModel[] = [];
  readonly decisions: DecisionModel[] = [];
  readonly tasks: TaskModel[] = [];
  readonly appeals: AppealModel[] = [];
  readonly proposals: ProposalModel[] = [];

  constructor(public now: string) {}

  /** Every command takes a while, so no two things happen at one moment. */
  tick(ms = 1_000): void {
    this.now = later(this.now, ms);
  }

  of(who: Who): DecisionModel[] {
    return this.decisions.filter(({ matter }) => matter.who === who);
  }

  /** Sum of what is unexpired and not taken back. */
  points(who: Who, at = this.now): number {
    return this.of(who).reduce((sum, { strike, points }) => {
      if (!strike || strike.at > at || strike.expiresAt <= at) return sum;
      return strike.reversedAt !== undefined && strike.reversedAt <= at ? sum : sum + points;
    }, 0);
  }

  isRemoved(who: Who, at = this.now): boolean {
    return this.of(who).some(
      ({ sanction, at: decidedAt }) =>
        sanction?.kind === 'removal' &&
        (sanction.since ?? decidedAt) <= at &&
        !(sanction.endedAt && sanction.endedAt <= at),
    );
  }

  ladder(points: number): Step {
    return steps[Math.min(points, 3)]!;
  }

  /** What a finding gives by what stands against the person before `until`. */
  pointsFor(rule: RuleCode, matter: CaseModel, past: readonly DecisionModel[]): number {
    const { points, grave } = rules[rule];
    const isFirst = !past.some(({ ruleCode, at }) => ruleCode === rule && this.now < later(at, 90 * day));
    if (rule === 'daily_greeting' && isFirst) return 0;
    const last = past.at(-1);
    const unaware = last && (last.toldAt === undefined || matter.postedAt < last.toldAt);
    return unaware && !grave ? 0 : points;
  }

  /** What counts against somebody: violations and notices that stand. */
  standing(who: Who): DecisionModel[] {
    return this.of(who).filter(({ gone, ruleCode }) => !gone && ruleCode !== null);
  }

  /** What a decision made now would be. */
  foresee(matter: CaseModel, outcome: Outcome, rule: RuleCode, ordered = false) {
    if (outcome !== 'violation') return { points: 0, step: 'none' as Step, sanction: undefined };
    const points = this.pointsFor(rule, matter, this.standing(matter.who));
    const climbed = points > 0 ? this.ladder(this.points(matter.who) + points) : 'none';
    const step = ordered ? 'removal' : climbed;
    return { points, step, sanction: step === 'none' || this.isRemoved(matter.who) ? undefined : step };
  }

  /** What would stand in place of `old`; or why nothing may. */
  foreseeMilder(old: DecisionModel, outcome: 'violation' | 'notice', rule: RuleCode) {
    const who = old.matter.who;
    const past = this.standing(who).filter((each) => each !== old && each.at <= old.at);
    const lifted = this.without(old);
    const points = outcome === 'notice' ? 0 : this.pointsFor(rule, old.matter, past);
    const step = points > 0 ? this.ladder(lifted.points + points) : 'none';
    if (points > old.points || steps.indexOf(step) > steps.indexOf(old.step)) return 'APPEAL_WOULD_WORSEN';
    if (outcome === old.outcome && rule === old.ruleCode && points === old.points)
      return 'APPEAL_CHANGES_NOTHING';
    return { points, step, sanction: step === 'none' || lifted.isRemoved ? undefined : step };
  }

  /** Writes down what was decided. */
  decided(made: Omit<DecisionModel, 'at' | 'gone' | 'strike'>, expiresFrom = this.now): DecisionModel {
    const decision: DecisionModel = { ...made, at: this.now, gone: false };
    if (made.points > 0)
      decision.strike = { at: this.now, expiresAt: later(expiresFrom, rules[made.ruleCode!].days * day) };
    this.decisions.push(decision);
    made.matter.undecided = false;
    if (made.step === 'removal') {
      this.overtake(made.matter.who);
      // Nobody is invited who has just been removed.
      for (const task of this.tasks)
        if (task.who === made.matter.who && ['lift_ban', 'invite'].includes(task.kind)) task.over = true;
    }
    return decision;
  }

  /** Exactly what this decision caused ends; a removal goes on under another that alone would have caused it. */
  lift(decision: DecisionModel, removesAgain: boolean): void {
    const { sanction, matter } = decision;
    decision.gone = true;
    if (decision.strike) decision.strike.reversedAt ??= this.now;
    const endsRemoval = sanction?.kind === 'removal' && sanction.endedAt === undefined;
    if (sanction) sanction.endedAt ??= this.now;
    for (const task of this.tasks) if (task.decision === decision) task.over = true;
    if (!endsRemoval) return;
    this.overtake(matter.who);
    const successor = this.successor(matter.who);
    if (successor && !removesAgain && !this.isRemoved(matter.who))
      successor.sanction = { kind: 'removal', since: this.now };
  }

  private successor(who: Who): DecisionModel | undefined {
    if (this.ladder(this.points(who)) !== 'removal') return undefined;
    return this.standing(who).findLast(
      ({ step, strike, sanction }) =>
        step === 'removal' &&
        !sanction &&
        strike !== undefined &&
        !strike.reversedAt &&
        strike.expiresAt > this.now,
    );
  }

  /** Proposals to take the seller back are about the removals of then. */
  private overtake(who: Who): void {
    if (who === 0) for (const proposal of this.proposals) proposal.over = true;
  }

  mayAppeal(decision: DecisionModel, hasNewEvidence: boolean): boolean {
    const heard = this.appeals.filter((appeal) => appeal.decision.matter === decision.matter);
    if (decision.outcome === 'dismissed' || heard.some(({ ended }) => !ended)) return false;
    if (decision.gone || heard.length > 1 || (heard.length === 1 && !hasNewEvidence)) return false;
    const from = heard[0]?.ended?.at ?? decision.toldAt;
    return from === undefined || this.now < endOfDay20(from);
  }

  private without(decision: DecisionModel): { points: number; isRemoved: boolean } {
    const kept = { strike: decision.strike, sanction: decision.sanction };
    delete decision.strike;
    delete decision.sanction;
    const { who } = decision.matter;
    const answer = { points: this.points(who), isRemoved: this.isRemoved(who) };
    if (kept.strike) decision.strike = kept.strike;
    if (kept.sanction) decision.sanction = kept.sanction;
    return answer;
  }
}

/** Midnight in Bangkok at the end of the 20th day after. */
function endOfDay20(at: string): string {
  const bangkok = new Date(Date.parse(at) + 7 * hour).toISOString().slice(0, 10);
  return later(`${bangkok}T00:00:00.000Z`, 21 * day - 7 * hour);
}
