import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  BigIntColumn,
  BytesColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  KeyColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../platform/database/columns.js';
import type { ConsentBasis, ImportKind, ImportStatus } from './import-run.js';
import type { ImportRowRecord } from './rows/import-row.js';
import type { Outcome } from './rows/outcome-counts.js';

const maybe = { nullable: true };

/** One uploaded file and how far it is, or the answers a form pushed on one day. */
@Entity('import_run')
@Index('ux_import_run_push', ['pushKey'], { unique: true })
export class ImportRunEntity {
  @IdColumn() id: string;
  @TextColumn(16) status: ImportStatus;
  /** Form id or fingerprint of the header, hashed: rows are the same only within one source. */
  @TextColumn(64) source: string;
  @TextColumn(255) fileName: string;
  @IntColumn() fileSize: number;
  @TextColumn(64) fileHash: string;
  @TextColumn(8, { default: 'csv' }) format: 'csv' | 'xlsx';
  /** Empty for XLSX, as is the delimiter. */
  @TextColumn(16) encoding: string;
  @TextColumn(4) delimiter: string;
  /** The sheet of a workbook that is read. */
  @TextColumn(255, maybe) sheet: string | null;
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
  /** Of the newest plan; null while there is none, and for runs that were not planned. */
  @TextColumn(64, maybe) planHash: string | null;
  @InstantColumn(maybe) plannedAt: string | null;
  /** Where the journal stood when planning began: whatever is recorded behind it may concern the plan. */
  @BigIntColumn(maybe) planSeq: number | null;
  /** The plan somebody confirmed; it need not be the newest one. */
  @TextColumn(64, maybe) confirmedHash: string | null;
  /** Rows that came otherwise than planned. */
  @IntColumn(maybe) changedSincePlan: number | null;
  /** JSON: ImportSpeed. */
  @TextColumn(100, maybe) speed: string | null;
  /** As `createdBy`. */
  @TextColumn(64, maybe) cancelledBy: string | null;
  @TextColumn(500, maybe) cancelReason: string | null;
  /** When the file, and what rows quote of it, was deleted. */
  @InstantColumn(maybe) expiredAt: string | null;
  @IntColumn() version: number;
  @TextColumn(8, { default: 'file' }) kind: ImportKind;
  /** Google's id of the form that pushes. */
  @TextColumn(64, maybe) formId: string | null;
  /** What a pushed answer must share to stand in this run: form, columns, consent basis, day; hashed. */
  @TextColumn(64, maybe) pushKey: string | null;
}

/** How people agree to the use of their data in a form that does not ask them. */
@Entity('form_consent_basis')
export class FormConsentBasisEntity implements ConsentBasis {
  @KeyColumn(64) formId: string;
  @TextColumn(32) textVersion: string;
  @TextColumn(400) statedBy: string;
  @TextColumn(64) declaredBy: string;
  @InstantColumn() declaredAt: string;
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
@Index('ix_import_row_group', ['importId', 'reviewGroup', 'rowNo'])
@Index('ix_import_row_seller', ['sellerId'])
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
  /** Rows of one group wait for the same reason about the same thing. */
  @TextColumn(64, maybe) reviewGroup: string | null;
  @TextColumn(16, maybe) plannedOutcome: Outcome | null;
  @TextColumn(300, maybe) plannedUsername: string | null;
}

/** The newest row known under each key; a key is half a keyed hash. */
@Entity('import_row_key', { withoutRowid: true })
export class ImportRowKeyEntity {
  @KeyColumn(32) keyHash: string;
  @TextColumn(26) importId: string;
  @IntColumn() rowNo: number;
}

export const importRuns = tableOf(ImportRunEntity);
export const formConsentBases = tableOf(FormConsentBasisEntity);
export const importFileChunks = tableOf(ImportFileChunkEntity);
export const importRows = tableOf(ImportRowEntity);
export const importRowKeys = tableOf(ImportRowKeyEntity);
