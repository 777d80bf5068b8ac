/**
 * When a violation gives fewer points than its rule has: the first greeting of the day in 90 days, and a message
 * posted before the person was told of the finding before (ส่งก่อนได้รับหนังสือแจ้ง), unless it is most grave.
 */
import { daySeconds, plusSeconds } from '../../platform/instant.js';
import { firstTimeDays, type RulePoints } from '../policy/policy.js';
import type { Leniency } from './decision.js';
import type { Facts, PastFinding, RuleAtHand } from './verdict.js';

export interface Counted {
  points: number;
  leniency: Leniency | null;
}

/** The points of a violation of this rule, in full or fewer. */
export function countPoints(facts: Facts, rule: RuleAtHand, full: RulePoints): Counted {
  const { firstTimePoints } = full;
  const candidates: Counted[] = [{ points: full.points, leniency: null }];
  if (firstTimePoints !== undefined && isFirstTime(facts, rule))
    candidates.push({ points: firstTimePoints, leniency: 'first_time' });
  if (rule.severity !== 'S3' && isBeforeNotice(facts))
    candidates.push({ points: 0, leniency: 'before_notice' });
  return candidates.reduce((mildest, one) => (one.points < mildest.points ? one : mildest));
}

function isFirstTime({ past, at }: Facts, { code }: RuleAtHand): boolean {
  return !past.some(
    ({ ruleCode, decidedAt }) => ruleCode === code && at < plusSeconds(decidedAt, firstTimeDays * daySeconds),
  );
}

/** Whether the message is older than the notice of the latest finding; not yet told counts as never. */
function isBeforeNotice({ past, postedAt }: Facts): boolean {
  const previous = latest(past);
  return previous !== undefined && (previous.deliveredAt === null || postedAt < previous.deliveredAt);
}

const latest = (past: readonly PastFinding[]): PastFinding | undefined =>
  past.reduce<PastFinding | undefined>(
    (last, one) => (last && orderOf(last) > orderOf(one) ? last : one),
    undefined,
  );

const orderOf = ({ decidedAt, id }: PastFinding): string => `${decidedAt} ${id}`;
