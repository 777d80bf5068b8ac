import type { Facts, PastFinding, RuleAtHand } from '../../../src/moderation/decisions/verdict.js';
import { graduated, type Policy } from '../../../src/moderation/policy/policy.js';
import type { Strike } from '../../../src/moderation/standing/strike.js';
import type { RuleCode } from '../../../src/screening/rule-codes.js';

export const now = '2026-03-01T03:00:00.000Z';
export const daysAgo = (days: number, from = now): string =>
  new Date(Date.parse(from) - days * 86_400_000).toISOString();

export const strict: Policy = { ...graduated, profile: 'strict' };

const severityOf = (code: RuleCode): RuleAtHand['severity'] => {
  if (code === 'personal_belief') return 'S2';
  if (code === 'username_format') return 'S0';
  return code === 'off_topic' || code === 'daily_greeting' ? 'S1' : 'S3';
};

export const rule = (code: RuleCode): RuleAtHand => ({
  ...{ code, versionId: `version of ${code}`, severity: severityOf(code) },
  firstTimeSeverity: code === 'daily_greeting' ? 'S0' : null,
  title: { th: `กติกา ${code}`, en: `rule ${code}` },
});

let made = 0;
export const strike = (points: number, issuedAt: string, days: number): Strike => ({
  ...{ id: `s${++made}`, decisionId: `d${made}`, subjectId: 'x', ruleCode: 'off_topic', points, issuedAt },
  expiresAt: daysAgo(-days, issuedAt),
});

export const past = (ruleCode: RuleCode, decidedAt: string, deliveredAt: string | null): PastFinding => ({
  ...{ id: `p${++made}`, ruleCode, decidedAt, deliveredAt },
});

/** A first violation by somebody of whom nothing is known, unless told otherwise. */
export function facts(ruleCode: RuleCode | null, more: Partial<Facts> = {}): Facts {
  return {
    ...{ at: now, rule: ruleCode && rule(ruleCode), policy: { number: 1, policy: graduated } },
    finding: { outcome: ruleCode ? 'violation' : 'dismissed', ruleCode, reason: 'ไม่เกี่ยวกับการขาย' },
    ...{ record: { strikes: [], reversals: [], sanctions: [], ends: [] }, past: [], postedAt: daysAgo(1) },
    ...{ hasMessage: true, ordersRemoval: false, renameIgnored: false, removalsNeedTwo: false },
    ...{ name: 'ออมทรัพย์', username: 'A1650ออมทรัพย์สอ.อยู่ดีกินดี', helpContact: 'โทร. 0 2496 1199' },
    ...more,
  };
}

/** With so many points that still count. */
export const withPoints = (points: number): Pick<Facts, 'record'> => ({
  record: {
    ...{
      strikes: points > 0 ? [strike(points, daysAgo(10), 90)] : [],
      reversals: [],
      sanctions: [],
      ends: [],
    },
  },
});

export const removed: Pick<Facts, 'record'> = {
  record: {
    ...{ strikes: [], reversals: [], ends: [] },
    sanctions: [{ id: 'r', decisionId: 'd', subjectId: 'x', kind: 'removal', startedAt: daysAgo(5) }],
  },
};
