/**
 * One thing that is wrong with one cell, said so that a person can mend it: in row 12 the telephone number
 * `812345678` lacks its first 0, and 0812345678 is proposed.
 */
import type { Message } from '../../platform/message.js';
import type { NameIssueCode } from '../../thai/name-issues.js';

/** An error keeps the row out; a warning lets it in and is shown. */
export type Severity = 'error' | 'warning';

export interface CellIssue {
  /** Data row from 1. */
  row: number;
  /** Header of the column as written in the file; empty if the matter is the row as a whole. */
  column: string;
  code: IssueCode;
  severity: Severity;
  message: Message;
  /** The cell as it came, at most 200 characters. */
  got: string;
  /** What would be right, in words. */
  expected?: string;
  /** The very text to put there, where it can be known. */
  suggestion?: string;
}

/** An issue before anybody knows where it stands. */
export type Finding = Omit<CellIssue, 'row' | 'column' | 'got'>;

/** What a cell says, as far as it can be read. */
export interface Reading<T> {
  value?: T;
  finding?: Finding;
}

export type IssueCode =
  | 'STRAY_QUOTE'
  | 'MORE_CELLS_THAN_HEADER'
  | NameIssueCode
  | 'CONTROL_CHARACTER'
  | 'CELL_ERROR'
  | 'FORMULA'
  | 'COOPERATIVE_MISSING'
  | 'REGISTRATION_NUMBER_UNREADABLE'
  | 'REGISTRATION_NUMBER_LOST_ZEROS'
  | 'REGION_MISMATCH'
  | 'COOPERATIVE_NAME_VARIANT'
  | 'COOPERATIVE_REMEMBERED'
  | 'TIMESTAMP_UNREADABLE'
  | 'TIMESTAMP_IMPOSSIBLE'
  | 'PHONE_UNREADABLE'
  | 'PHONE_LOST_ZERO'
  | 'PHONE_SEVERAL'
  | 'EMAIL_UNREADABLE'
  | 'EMAIL_LOOKS_MISSPELT'
  | 'LINE_ID_UNREADABLE'
  | 'CONTACT_UNREADABLE'
  | 'TEXT_TOO_LONG'
  | 'CONSENT_MISSING'
  | 'CONSENT_REFUSED'
  | 'CONSENT_UNCLEAR'
  | 'CONSENT_BASIS_REQUIRED'
  | 'COLUMNS_MISSING'
  | 'COOPERATIVE_OUT_OF_REACH'
  | 'RESPONSE_UNREADABLE'
  | 'ROW_FAILED'
  | 'ROW_REFUSED';

const LONGEST_QUOTE = 200;

export function issueAt(row: number, column: string, got: string, finding: Finding): CellIssue {
  return {
    row,
    column,
    got: got.length > LONGEST_QUOTE ? `${got.slice(0, LONGEST_QUOTE - 1)}…` : got,
    ...finding,
  };
}

export const hasErrors = (issues: readonly CellIssue[]): boolean =>
  issues.some(({ severity }) => severity === 'error');
