import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  BytesColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  KeyColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';
import type { ImportStatus } from './import-run.js';
import type { ImportRowRecord } from './import-row.js';
import type { Outcome } from './outcome-counts.js';

const maybe = { nullable: true };

/** One uploaded file and how far it is. */
@Entity('import_run')
export class ImportRunEntity {
  @IdColumn() id: string;
  @TextColumn(16) status: ImportStatus;
  /** Form id or fingerprint of the header, hashed: rows are the same only within one source. */
  @TextColumn(64) source: string;
  @TextColumn(255) fileName: string;
  @IntColumn() fileSize: number;
  @TextColumn(64) fileHash: string;
  @TextColumn(16) encoding: string;
  @TextColumn(4) delimiter: string;
  /** JSON: MappingProposal. */
  @LongTextColumn() mapping: string;
  /** JSON: HeaderNotice[]. */
  @LongTextColumn() notices: string;
  /** JSON: ConsentBasis; null where the form asks for consent. */
  @TextColumn(1000, maybe) consentBasis: string | null;
  @IntColumn() total: number;
  /** JSON: OutcomeTally. */
  @TextColumn(400) counts: string;
  /** JSON: { code, message }. */
  @TextColumn(2000, maybe) failure: string | null;
  @TextColumn(26, maybe) jobId: string | null;
  @TextColumn(64) createdBy: string;
  @InstantColumn() createdAt: string;
  @InstantColumn(maybe) startedAt: string | null;
  @InstantColumn(maybe) finishedAt: string | null;
  @IntColumn() version: number;
}

/** The file itself, piece by piece, so that any copy of the service can go on with it. */
@Entity('import_file_chunk')
export class ImportFileChunkEntity {
  @PrimaryColumn({ type: 'varchar', length: 26 }) importId: string;
  @PrimaryColumn({ type: 'int' }) position: number;
  @BytesColumn() bytes: Buffer;
}

/** What became of one row. */
@Entity('import_row')
@Index('ix_import_row_outcome', ['importId', 'outcome', 'rowNo'])
export class ImportRowEntity implements ImportRowRecord {
  @PrimaryColumn({ type: 'varchar', length: 26 }) importId: string;
  /** Data row from 1. */
  @PrimaryColumn({ type: 'int' }) rowNo: number;
  @TextColumn(16) outcome: Outcome;
  @TextColumn(26, maybe) sellerId: string | null;
  @TextColumn(300, maybe) username: string | null;
  /** Keyed hash of what the row says. */
  @TextColumn(64) rowHash: string;
  @InstantColumn(maybe) submittedAt: string | null;
  /** Why it waits for a person, or why nothing changed. */
  @TextColumn(40, maybe) reason: string | null;
  /** JSON: Candidate[], FieldChange[] or the row that came first; by outcome. */
  @LongTextColumn(maybe) details: string | null;
  /** JSON: CellIssue[]. */
  @LongTextColumn(maybe) issues: string | null;
  /** JSON: the cells, only while a person has to do something about the row. */
  @LongTextColumn(maybe) cells: string | null;
  /** JSON: Resolution, what people decided about the row so far. */
  @LongTextColumn(maybe) resolved: string | null;
}

/** The newest row known under each key; a key is a keyed hash. */
@Entity('import_row_key')
export class ImportRowKeyEntity {
  @KeyColumn(64) keyHash: string;
  @TextColumn(26) importId: string;
  @IntColumn() rowNo: number;
}

export const importRuns = tableOf(ImportRunEntity);
export const importFileChunks = tableOf(ImportFileChunkEntity);
export const importRows = tableOf(ImportRowEntity);
export const importRowKeys = tableOf(ImportRowKeyEntity);
