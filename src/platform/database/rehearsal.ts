import { carried } from '../carried.js';

/**
 * A rehearsal runs the real code and leaves no trace in the registry: repositories write what would change into
 * tables named `rehearsed_…`, and read those beside the real ones. So a plan is made by the code that does the deed.
 */
const rehearsal = carried<string>();

/** The rehearsal at hand; undefined when what happens is meant. */
export const currentRehearsal = (): string | undefined => rehearsal.current();

/** Runs `work` without real effects. What earlier parts of the rehearsal `id` led to counts as done. */
export const rehearse = <T>(id: string, work: () => T): T => rehearsal.with(id, work);

/** A repository that knows nothing of rehearsals must fail in one, not write. */
export function refuseRealWrite(sqlOrTable: string): void {
  if (currentRehearsal() === undefined) return;
  const table = /^\s*(?:UPDATE|DELETE FROM|INSERT INTO)\s+(\w+)/i.exec(sqlOrTable)?.[1] ?? sqlOrTable;
  if (!table.startsWith('rehearsed_')) throw new Error(`a rehearsal would write to ${table}`);
}
