/** Every row has exactly one outcome, so the counts add up: 40 rows are 25 new, 5 rejected and 10 waiting for a person. */

export const OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'duplicate',
  'needs_review',
  'rejected',
  'skipped',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** As the API answers them. */
export interface ImportCounts {
  total: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  needsReview: number;
  rejected: number;
  skipped: number;
  /** Rows that have an outcome: the sum of the seven above. */
  processed: number;
  /** Rows that have none yet. */
  waiting: number;
}

/** Number of rows per outcome; a resolved row moves from one to another. */
export type OutcomeTally = Record<Outcome, number>;

export const emptyTally = (): OutcomeTally =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeTally;

export function tally(outcomes: Iterable<Outcome>): OutcomeTally {
  const counts = emptyTally();
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}

export function addTallies(a: OutcomeTally, b: OutcomeTally): OutcomeTally {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, a[outcome] + b[outcome]])) as OutcomeTally;
}

export function importCounts(total: number, counts: OutcomeTally): ImportCounts {
  const { needs_review: needsReview, ...others } = counts;
  const processed = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  return { total, ...others, needsReview, processed, waiting: total - processed };
}
