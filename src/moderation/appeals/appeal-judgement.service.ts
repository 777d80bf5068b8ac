import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { Conflict } from '../../platform/errors.js';
import { daySeconds, plusSeconds } from '../../platform/instant.js';
import type { Message } from '../../platform/message.js';
import { decide } from '../decisions/decide.js';
import { DecisionFacts } from '../decisions/decision-facts.service.js';
import { Decisions } from '../decisions/decisions.service.js';
import type { Facts, Verdict } from '../decisions/verdict.js';
import { ladderSteps, stepFor } from '../policy/policy.js';
import { pointsAt, strikesAt, type ConductRecord } from '../standing/standing.js';
import { Conduct } from '../standing/conduct.service.js';
import type { TaskKind, TaskStatus } from '../tasks/task.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { AppealAtHand } from './appeal-hold.service.js';
import { appealNotice } from './appeal-notice.js';
import { recordAfter, ruleOn, type Ruling, type RulingFacts } from './appeal-ruling.js';
import type { Review } from './review.js';

/** The new finding of a modified decision. */
export interface NewFinding {
  facts: Facts;
  verdict: Verdict;
}

export interface Judgement {
  ruling: Ruling;
  newFinding: NewFinding | null;
  pointsBefore: number;
  pointsAfter: number;
  notice: Message;
}

/** Works out what the end of an appeal leads to; changes nothing. Needs the locks of `AppealHold`. */
@Injectable()
export class AppealJudgement {
  constructor(
    private readonly facts: DecisionFacts,
    private readonly conduct: Conduct,
    private readonly decisions: Decisions,
    private readonly tasks: Tasks,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(hand: AppealAtHand, { outcome, reply, finding }: Review): Promise<Judgement> {
    const { decision, matter, person } = hand;
    const record = await this.conduct.recordOf(person);
    const gathered = await this.facts.gather(
      { matter, person, ordersRemoval: false },
      finding ?? { outcome: 'dismissed', ruleCode: null, reason: reply },
    );
    const { wasTakenOut, messageStays } = await this.doneInLine(decision.id);
    const base = { at: gathered.at, outcome, decisionId: decision.id, record, wasTakenOut };
    const alone = { removesAgain: false, successor: null };
    const lifted = recordAfter(record, ruleOn({ ...base, ...alone }), gathered.at);
    const successor = await this.successorOf(hand, gathered, lifted);
    const newFinding =
      finding && this.milder(hand, { ...gathered, record: lifted, hasMessage: messageStays });
    const ruling = ruleOn({
      ...{ ...base, successor },
      removesAgain: newFinding?.verdict.sanction === 'removal',
    });
    const pointsAfter = pointsAt(lifted, gathered.at) + (newFinding ? pointsNow(newFinding) : 0);
    const pointsBefore = pointsAt(record, gathered.at);
    const notice = appealNotice({
      ...{ outcome, reply, name: gathered.name, points: outcome === 'upheld' ? pointsBefore : pointsAfter },
      ...{ decidedAt: decision.decidedAt, newRule: newFinding?.facts.rule?.title ?? null },
      ...{ returns: ruling.returns, staysOut: ruling.successors.length > 0 },
      ...{ helpContact: this.settings.HELP_CONTACT },
    });
    const settled = newFinding && { ...newFinding, verdict: { ...newFinding.verdict, notice } };
    const after = outcome === 'upheld' ? pointsBefore : pointsAfter;
    return { ruling, newFinding: settled, pointsBefore, pointsAfter: after, notice };
  }

  /** Without this decision another would have removed the person, if what is left of the points says so. */
  private async successorOf(
    { decision, person }: AppealAtHand,
    { at, policy }: Facts,
    lifted: ConductRecord,
  ): Promise<RulingFacts['successor']> {
    if (stepFor(policy.policy, pointsAt(lifted, at), lifted.strikes.length > 0) !== 'removal') return null;
    const counting = new Set(strikesAt(lifted, at).map(({ decisionId }) => decisionId));
    const sanctioned = new Set(lifted.sanctions.map(({ decisionId }) => decisionId));
    const standing = await this.decisions.standingViolations(person.subjectIds);
    const next = standing.findLast(
      ({ id, step }) => step === 'removal' && id !== decision.id && counting.has(id) && !sanctioned.has(id),
    );
    return next ? { decisionId: next.id, subjectId: next.subjectId } : null;
  }

  /** Points run from the day of the old decision, and an appeal never makes anything worse. */
  private milder({ decision }: AppealAtHand, gathered: Facts): NewFinding {
    const past = gathered.past.filter(
      ({ id, decidedAt }) => id !== decision.id && decidedAt <= decision.decidedAt,
    );
    const facts = { ...gathered, past };
    const verdict = decide(facts);
    const heavier = ladderSteps.indexOf(verdict.step) > ladderSteps.indexOf(decision.step);
    if (verdict.points > decision.points || heavier) throw wouldWorsen(decision.points, verdict);
    const isSame = facts.finding.outcome === decision.outcome && facts.finding.ruleCode === decision.ruleCode;
    if (isSame && verdict.points === decision.points) throw changesNothing(decision.id);
    const days = facts.rule ? facts.policy.policy.rules[facts.rule.code].days : 0;
    const expiresAt = verdict.expiresAt && plusSeconds(decision.decidedAt, days * daySeconds);
    // Who is out already is not taken out again.
    const tasks = verdict.tasks.filter(({ kind }) => kind === 'deliver_notice' || kind === 'delete_message');
    return { facts, verdict: { ...verdict, expiresAt, tasks, needsSecondPerson: false } };
  }

  /** What the tasks of the old decision came to: whether the person is out of the group, the message still in it. */
  private async doneInLine(decisionId: string): Promise<{ wasTakenOut: boolean; messageStays: boolean }> {
    const tasks = await this.tasks.ofCause('decision', decisionId);
    const has = (wanted: TaskKind, ...statuses: TaskStatus[]) =>
      tasks.some(({ kind, status }) => kind === wanted && statuses.includes(status));
    return {
      wasTakenOut: has('remove_member', 'done', 'claimed'),
      messageStays: has('delete_message', 'open', 'claimed'),
    };
  }
}

const pointsNow = ({ facts: { at }, verdict: { points, expiresAt } }: NewFinding): number =>
  expiresAt !== null && at < expiresAt ? points : 0;

const changesNothing = (decisionId: string): Conflict =>
  new Conflict(
    'APPEAL_CHANGES_NOTHING',
    {
      th: 'ผลใหม่เหมือนคำวินิจฉัยเดิมทุกอย่าง หากเห็นว่าเดิมถูกต้องแล้ว กรุณาเลือก upheld',
      en: 'The new finding is the old one; if that was right, uphold it.',
    },
    { decisionId },
  );

const wouldWorsen = (points: number, verdict: Verdict): Conflict =>
  new Conflict(
    'APPEAL_WOULD_WORSEN',
    {
      th: 'การอุทธรณ์ต้องไม่ทำให้ผลหนักขึ้น กรุณาเลือกกติกาที่เบากว่า หรือยืนตามคำวินิจฉัยเดิม (upheld)',
      en: 'An appeal must not make the result worse; choose a milder finding, or uphold the decision.',
    },
    { points, wouldBePoints: verdict.points, wouldBeStep: verdict.step },
  );
