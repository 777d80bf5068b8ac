/**
 * What becomes of one row of a member list: a new number is a new cooperative; one already known keeps what the row
 * does not say and its further names, so that the same file again changes nothing (ไม่มีการเปลี่ยนแปลง).
 */
import { readFacts } from './cooperative-facts.js';
import { changedFacts, type CooperativeFacts, type FactName } from './cooperative.js';
import type { RowReading } from './directory-row.js';
import type { FactIssue } from './fact-problems.js';

export const ROW_OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const;

export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** `changed` lists the facts an `updated` row changes; `facts` are there unless the row is rejected. */
export interface RowDecision {
  outcome: RowOutcome;
  facts?: CooperativeFacts;
  changed: FactName[];
  issues: FactIssue[];
}

/** @param known the cooperative that has the row's number */
export function decideRow(row: RowReading, known: CooperativeFacts | undefined): RowDecision {
  const said = Object.fromEntries(Object.entries(row.said).filter(([, value]) => value !== undefined));
  const { facts, issues } = readFacts({
    ...(known ?? { fullName: '' }),
    ...said,
    registrationNumber: row.registrationNumber,
    aliases: [...(known?.aliases ?? []), ...(row.said.aliases ?? [])],
  });
  const told = new Set(row.issues.filter(isError).map(({ field }) => field));
  const all = [...row.issues, ...issues.filter(({ field }) => !told.has(field))];
  if (facts === undefined || told.size > 0) return { outcome: 'rejected', changed: [], issues: all };
  if (known === undefined) return { outcome: 'created', facts, changed: [], issues: all };
  const changed = changedFacts(known, facts);
  return { outcome: changed.length > 0 ? 'updated' : 'unchanged', facts, changed, issues: all };
}

const isError = ({ severity }: FactIssue) => severity === 'error';
