/**
 * What is proposed about the columns of a file, for a person to confirm or correct: column 3, `มือถือ`, is the
 * telephone number, with confidence 1.
 */
import type { Message } from '../platform/message.js';
import type { FormField } from './form-fields.js';

export interface MappingNotice {
  code: 'AMBIGUOUS_COLUMN' | 'NO_CONTACT_COLUMN' | 'NO_CONSENT_COLUMN' | 'NO_TIME_COLUMN';
  /** Places of the columns concerned, from 0. */
  columns: number[];
  message: Message;
}

export type MappingReason =
  | 'exact'
  | 'exact_but_for_brackets'
  | 'contains'
  | 'misspelt'
  | 'chosen_by_caller'
  | 'left_out_by_caller'
  | 'another_column_fits_better'
  | 'ambiguous'
  | 'ignored'
  | 'unnamed'
  | 'unknown';

export interface ColumnProposal {
  /** Place in the file, from 0. */
  index: number;
  header: string;
  field: FormField | null;
  /** 0 to 1; 1 is certain. */
  confidence: number;
  why: MappingReason;
}

/** One column that may be several fields, or several columns that may be one. */
export interface Ambiguity {
  fields: FormField[];
  /** Places in the file, from 0. */
  columns: number[];
}

export interface MappingProposal {
  columns: ColumnProposal[];
  /** What a registration cannot do without and no column answers. */
  missing: ('name' | 'cooperative')[];
  ambiguous: Ambiguity[];
  warnings: MappingNotice[];
}

/** Place in the file of each field that is there. */
export type FormMapping = ReadonlyMap<FormField, number>;

export function mappingOf(proposal: MappingProposal): FormMapping {
  return new Map(proposal.columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : [])));
}
