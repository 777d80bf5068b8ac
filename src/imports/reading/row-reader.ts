/**
 * Reads rows of one import, under the columns found when it came in. ตัวอย่าง: คอลัมน์ที่ 3 คือชื่อสหกรณ์เสมอ
 */
import type { DirectoryIndex } from '../../cooperatives/directory-index.js';
import type { TableRow } from '../../platform/tabular/csv-reader.js';
import { issueAt } from './cell-issue.js';
import { questionsMissing } from './row-findings.js';
import { cooperativeMatcher, type CooperativeMatch } from './cooperative-match.js';
import { withMemory, type CooperativeMemory } from './cooperative-memory.js';
import { FormReader, type FormRow } from './form-row.js';
import { mappingOf, proposalOf } from '../columns/mapping-proposal.js';
import { matchIssues } from './match-issues.js';

export interface ReadFormRow {
  row: FormRow;
  /** Those to the right of the header too, so that a row is given back whole. */
  cells: readonly string[];
  match: CooperativeMatch;
}

export type RowReader = (cells: TableRow) => ReadFormRow;

/** A reader that remembers what the directory said, and what people said where it was in doubt. */
export function rowReader(
  run: { mapping: string; consentBasis: string | null },
  directory: DirectoryIndex,
  memory: CooperativeMemory,
): RowReader {
  const proposal = proposalOf(run);
  const headers = proposal.columns.map(({ header }) => header);
  const mapping = mappingOf(proposal);
  // A file like that was refused; a form that pushes is told with each answer.
  const incomplete = proposal.missing.length > 0 ? questionsMissing(proposal.missing) : undefined;
  const reader = new FormReader(mapping, { headers, consentDeclared: run.consentBasis !== null });
  const matcher = withMemory(cooperativeMatcher(directory), directory, memory);
  const headerOf = (field: 'cooperativeName' | 'registrationNumber' | 'region'): string =>
    headers[mapping.get(field) ?? -1] ?? '';
  const columns = {
    cooperativeName: headerOf('cooperativeName'),
    registrationNumber: headerOf('registrationNumber'),
    region: headerOf('region'),
  };
  return (cells: TableRow): ReadFormRow => {
    const row = reader.read(cells);
    if (incomplete) row.issues.unshift(issueAt(row.row, '', '', incomplete));
    const match = matcher(row.answer.cooperativeText, row.answer.registrationNumber);
    row.issues.push(...matchIssues(row, match, columns));
    return { row, cells: cells.surplus ? [...cells.cells, ...cells.surplus] : cells.cells, match };
  };
}
