/**
 * Reads rows of one import, under the columns found when it came in. ตัวอย่าง: คอลัมน์ที่ 3 คือชื่อสหกรณ์เสมอ
 */
import type { DirectoryIndex } from '../cooperatives/directory-index.js';
import type { TableRow } from '../platform/tabular/csv-reader.js';
import { cooperativeMatcher, type CooperativeMatch } from './cooperative-match.js';
import { FormReader, type FormRow } from './form-row.js';
import { mappingOf, type MappingProposal } from './mapping-proposal.js';
import { matchIssues } from './match-issues.js';

export interface ReadFormRow {
  row: FormRow;
  cells: readonly string[];
  match: CooperativeMatch;
}

/** A reader that remembers what the directory said. */
export function rowReader(run: { mapping: string; consentBasis: string | null }, directory: DirectoryIndex) {
  const proposal = JSON.parse(run.mapping) as MappingProposal;
  const headers = proposal.columns.map(({ header }) => header);
  const mapping = mappingOf(proposal);
  const reader = new FormReader(mapping, { headers, consentDeclared: run.consentBasis !== null });
  const matcher = cooperativeMatcher(directory);
  const headerOf = (field: 'cooperativeName' | 'registrationNumber' | 'region'): string =>
    headers[mapping.get(field) ?? -1] ?? '';
  const columns = {
    cooperativeName: headerOf('cooperativeName'),
    registrationNumber: headerOf('registrationNumber'),
    region: headerOf('region'),
  };
  return (cells: TableRow): ReadFormRow => {
    const row = reader.read(cells);
    const match = matcher(row.answer.cooperativeText, row.answer.registrationNumber);
    row.issues.push(...matchIssues(row, match, columns));
    return { row, cells: cells.cells, match };
  };
}
