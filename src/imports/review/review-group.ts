/**
 * Rows that wait for the same reason about the same thing can be decided at once: thirty rows that all say
 * สหกรณ์ออมทรัพย์ครูอุดร are one group.
 */
import { createHash } from 'node:crypto';
import { cooperativeKey } from '../reading/cooperative-memory.js';
import type { FormAnswer } from '../reading/form-row.js';
import type { RowVerdict } from '../judging/row-verdict.js';

const aboutCooperatives = [
  'unknown_cooperative',
  'ambiguous_cooperative',
  'number_name_disagree',
  'inactive_cooperative',
];

/** Name of the group (64 hex digits); null for a row that does not wait. */
export function reviewGroupOf(verdict: RowVerdict, answer: FormAnswer): string | null {
  if (verdict.outcome !== 'needs_review') return null;
  const cause = isAboutCooperative(verdict.reason)
    ? cooperativeKey(answer.cooperativeText, answer.registrationNumber)
    : '';
  return createHash('sha256').update(`${verdict.reason}\n${cause}`).digest('hex');
}

export const isAboutCooperative = (reason: string | null): boolean =>
  reason !== null && aboutCooperatives.includes(reason);

/** Whether choosing a cooperative for such a row tells what its text means. */
export const teachesValue = (reason: string | null): boolean =>
  isAboutCooperative(reason) && reason !== 'inactive_cooperative';
