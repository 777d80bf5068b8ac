/** The cells of one row by question, whatever their order, and what was found wrong with them: `เบอร์โทร` in row 12. */
import type { FormMapping } from '../columns/mapping-proposal.js';
import { issueAt, type CellIssue, type Finding, type Reading } from '../reading/cell-issue.js';
import { isNothing, oneLine, strangeCharacters } from '../reading/cell-text.js';
import type { FormField } from '../columns/form-fields.js';
import { LONGEST_DESCRIPTION } from '../reading/form-offerings.js';
import { textTooLong } from '../reading/row-findings.js';

/** Longest short answer, in UTF-16 units. */
export const LONGEST_TEXT = 200;

/** The cells of one row by field, and what was found wrong with them. */
export class RowSheet {
  readonly issues: CellIssue[] = [];

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly mapping: FormMapping,
    private readonly headers: readonly string[],
  ) {}

  cell(field: FormField): string {
    const index = this.mapping.get(field);
    return index === undefined ? '' : (this.cells[index] ?? '');
  }

  /** A short answer; undefined if there is none. */
  text(field: FormField, longest = LONGEST_TEXT): string | undefined {
    const text = oneLine(this.cell(field));
    if (isNothing(text)) return undefined;
    if (text.length > longest) this.report(field, textTooLong(longest));
    return text.slice(0, longest);
  }

  reading(field: FormField, read: (cell: string) => Reading<string>): string | undefined {
    const { value, finding } = read(this.cell(field));
    this.report(field, finding);
    return value;
  }

  report(field: FormField | undefined, finding: Finding | undefined): void {
    if (!finding) return;
    const index = field && this.mapping.get(field);
    const header = index === undefined ? '' : (this.headers[index] ?? '');
    this.issues.push(issueAt(this.row, header, field ? this.cell(field) : '', finding));
  }

  reportStrangeCharacters(): void {
    for (const field of this.mapping.keys()) this.report(field, strangeCharacters(this.cell(field)));
    const description = this.cell('offeringDescription');
    if (description.length > LONGEST_DESCRIPTION && description.trim().length > LONGEST_DESCRIPTION) {
      this.report('offeringDescription', textTooLong(LONGEST_DESCRIPTION));
    }
  }
}
