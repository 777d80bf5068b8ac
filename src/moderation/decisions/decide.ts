/**
 * What follows from a finding: points, the step of the ladder, what has to be done in LINE and the words of the
 * notice. มี 2 คะแนน ฝ่าฝืนอีก 1 คะแนน = 3 คะแนน เชิญออกจากกลุ่ม
 */
import { daySeconds, plusSeconds } from '../../platform/instant.js';
import { stepFor, type LadderStep } from '../policy/policy.js';
import { isRemovedAt, pointsAt } from '../standing/standing.js';
import { countPoints, type Counted } from './leniency.js';
import { noticeOf } from './notice.js';
import type { Facts, PlannedTask, RuleAtHand, Verdict } from './verdict.js';
import { verdictHash } from './verdict-hash.js';

/** Days a person has to rename; under `strict` an ignored request counts afterwards. */
export const renameDays = 14;

type Draft = Omit<Verdict, 'notice' | 'hash'>;

export function decide(facts: Facts): Verdict {
  const draft = draftOf(facts);
  return { ...draft, notice: noticeOf(facts, draft), hash: verdictHash(facts, draft) };
}

function draftOf(facts: Facts): Draft {
  const { finding, rule, record, at } = facts;
  const pointsBefore = pointsAt(record, at);
  const nothing: Draft = {
    ...{ points: 0, leniency: null, severity: rule?.severity ?? null, expiresAt: null },
    ...{ pointsBefore, pointsAfter: pointsBefore, step: 'none', sanction: null, tasks: [] },
    needsSecondPerson: false,
  };
  if (finding.outcome === 'dismissed' || rule === null) return nothing;
  if (finding.outcome === 'notice') return { ...nothing, tasks: [{ kind: 'deliver_notice', dueAt: null }] };
  return { ...nothing, ...violation(facts, rule, pointsBefore) };
}

function violation(facts: Facts, rule: RuleAtHand, pointsBefore: number): Partial<Draft> {
  const { policy, record, at } = facts;
  const full = policy.policy.rules[rule.code];
  const counted = countPoints(facts, rule, full);
  const { points, leniency } = counted;
  const step = stepOf(facts, rule, pointsBefore, counted);
  const removed = isRemovedAt(record, at);
  const sanction = removed || step === 'none' ? null : step;
  return {
    ...{ points, leniency, pointsAfter: pointsBefore + points, step, sanction },
    severity: leniency === 'first_time' ? (rule.firstTimeSeverity ?? rule.severity) : rule.severity,
    expiresAt: points > 0 ? plusSeconds(at, full.days * daySeconds) : null,
    tasks: tasksOf(facts, rule, sanction === 'removal'),
    needsSecondPerson: facts.removalsNeedTwo && sanction === 'removal' && rule.severity !== 'S3',
  };
}

function stepOf(facts: Facts, { code }: RuleAtHand, pointsBefore: number, { points }: Counted): LadderStep {
  const { policy } = facts.policy;
  if (facts.ordersRemoval) return 'removal';
  // A wrong name is asked to be changed first; only who ignores that is removed, and only under `strict`.
  if (policy.profile === 'strict' && code === 'username_format' && !facts.renameIgnored) return 'none';
  // What adds nothing leads to nothing new.
  if (policy.profile === 'graduated' && points === 0) return 'none';
  return stepFor(policy, pointsBefore + points, true);
}

function tasksOf({ at, hasMessage }: Facts, { code }: RuleAtHand, removes: boolean): PlannedTask[] {
  const isName = code === 'username_format';
  const task = (kind: PlannedTask['kind'], dueAt: string | null = null): PlannedTask => ({ kind, dueAt });
  return [
    ...(hasMessage && !isName ? [task('delete_message')] : []),
    // While the person can still read it.
    task('deliver_notice'),
    ...(isName && !removes ? [task('rename', plusSeconds(at, renameDays * daySeconds))] : []),
    ...(removes ? [task('remove_member')] : []),
  ];
}
