/**
 * What is proposed about the columns of a file, for a person to confirm or correct: column 3, `มือถือ`, is the
 * telephone number, with confidence 1.
 */
import type { Message } from '../../platform/message.js';
import type { FormField } from './form-fields.js';

export type NoticeCode =
  | 'AMBIGUOUS_COLUMN'
  | 'NO_CONTACT_COLUMN'
  | 'NO_CONSENT_COLUMN'
  | 'NO_TIME_COLUMN'
  | 'QUESTION_CHANGED'
  | 'QUESTION_GONE';

export interface MappingNotice {
  code: NoticeCode;
  /** Places of the columns concerned, from 0. */
  columns: number[];
  message: Message;
  /** For a question that changed its wording: what it asked for, how it was worded, what it may be now. */
  field?: FormField;
  was?: string;
  candidates?: WordingCandidate[];
}

/** A new question that may be an old one in other words. */
export interface WordingCandidate {
  /** Place in the file, from 0. */
  index: number;
  header: string;
  /** 0 to 1; 1 is the same wording. */
  similarity: number;
}

export type MappingReason =
  | 'exact'
  | 'exact_but_for_brackets'
  | 'contains'
  | 'misspelt'
  | 'chosen_by_caller'
  | 'left_out_by_caller'
  | 'remembered'
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

/** The columns as an import keeps them. */
export const proposalOf = ({ mapping }: { mapping: string }): MappingProposal =>
  JSON.parse(mapping) as MappingProposal;

export function mappingOf(proposal: MappingProposal): FormMapping {
  return new Map(proposal.columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : [])));
}
