import { Entity } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  LongTextColumn,
  SequenceColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';

/** The whole lexicon as it stood from one change to the next; never changed. */
@Entity('lexicon_version')
export class LexiconVersionEntity {
  @SequenceColumn() version: number;
  /** JSON: Lexicon. */
  @LongTextColumn() content: string;
  /** How many entries came and went. */
  @IntColumn() added: number;
  @IntColumn() removed: number;
  /** Why, in the words of whoever changed it. */
  @TextColumn(500, { nullable: true }) note: string | null;
  @TextColumn(64) changedBy: string;
  @InstantColumn() changedAt: string;
}

export const lexiconVersions = tableOf(LexiconVersionEntity);
