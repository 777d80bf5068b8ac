/**
 * A short text that differs when what was previewed differs: หากข้อเท็จจริงเปลี่ยน ค่าแฮชเปลี่ยน. It knows nothing of
 * the moment, so the same facts give the same hash a minute later.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/http/canonical-json.js';
import type { Facts, Verdict } from './verdict.js';

export function verdictHash(facts: Facts, verdict: Omit<Verdict, 'notice' | 'hash'>): string {
  const { finding, rule, policy, name, username } = facts;
  const { points, leniency, severity, pointsBefore, pointsAfter } = verdict;
  const days = rule && verdict.expiresAt ? policy.policy.rules[rule.code].days : 0;
  const matters = {
    ...{ finding, rule: rule?.versionId ?? null, policy: policy.number, name, username },
    ...{ points, days, leniency, severity, pointsBefore, pointsAfter, step: verdict.step },
    ...{ sanction: verdict.sanction, tasks: verdict.tasks.map(({ kind }) => kind) },
    needsSecondPerson: verdict.needsSecondPerson,
  };
  return createHash('sha256').update(canonicalJson(matters)).digest('hex').slice(0, 32);
}
