/**
 * Narrows a list to the people a caller may know of: a key of one cooperative (คีย์ของสหกรณ์เดียว) sees matters of that
 * cooperative's sellers only.
 */
export interface Condition {
  /** Begins with AND; empty for none. */
  sql: string;
  values: readonly string[];
}

/** On the column `subjectId`; undefined means all cooperatives. */
export function reachCondition(cooperativeIds: readonly string[] | undefined): Condition {
  if (cooperativeIds === undefined) return { sql: '', values: [] };
  if (cooperativeIds.length === 0) return { sql: ' AND 1 = 0', values: [] };
  const marks = cooperativeIds.map(() => '?').join(',');
  const theirs = `SELECT id FROM moderation_subject WHERE cooperativeId IN (${marks})`;
  return { sql: ` AND subjectId IN (${theirs})`, values: cooperativeIds };
}
