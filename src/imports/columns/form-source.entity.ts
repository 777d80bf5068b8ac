import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';

const maybe = { nullable: true };

/** A form whose answers were imported, and what is remembered of its questions. */
@Entity('form_source')
@Index('uq_form_source_source', ['source'], { unique: true })
export class FormSourceEntity {
  @IdColumn() id: string;
  /** As in the import: hash of the form id or of the header. */
  @TextColumn(64) source: string;
  @TextColumn(200, maybe) formId: string | null;
  /** For people: the name of the first file, or what they called it. */
  @TextColumn(255) label: string;
  /** JSON: RememberedColumn[], in the order of the newest file. */
  @LongTextColumn() columns: string;
  /** Who last said what a column asks for, and when. */
  @TextColumn(64, maybe) confirmedBy: string | null;
  @InstantColumn(maybe) confirmedAt: string | null;
  @TextColumn(26, maybe) lastImportId: string | null;
  @InstantColumn() lastSeenAt: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() updatedAt: string;
  @IntColumn() version: number;
}

export const formSources = tableOf(FormSourceEntity);
