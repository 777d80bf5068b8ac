import { createHash } from 'node:crypto';
import { visible } from '../../platform/http/readable.js';
import { Inject, Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { Invalid } from '../../platform/errors.js';
import { canonicalJson } from '../../platform/http/canonical-json.js';
import { newId } from '../../platform/ids.js';
import { currentContext, withContext } from '../../platform/request-context.js';
import type { TableRow } from '../../platform/tabular/csv-reader.js';
import { openTable } from '../../platform/tabular/open-table.js';
import type { Table } from '../../platform/tabular/table.js';
import { refused } from '../../platform/tabular/table-refused.js';
import { workbookLimits } from '../../platform/tabular/workbook/workbook-limits.js';
import { FileTooLarge } from './file-too-large.js';
import type { ImportRunEntity } from '../import.entity.js';
import { justBegun, unplanned } from '../import-run.js';
import { ImportsRepository } from '../imports.repository.js';
import { emptyTally } from '../rows/outcome-counts.js';
import { titleAboveHeader } from './title-row.js';
import { planOf, sourceOf, type FilePlan, type SaidOfFile } from './file-plan.js';
import { FormMemory } from '../columns/form-memory.service.js';
import { ImportQueue } from './import-queue.service.js';

/** A file that is on its way in. */
export interface Upload {
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
  /** What was said beside the file; read once the whole file is there. */
  said: () => UploadWords | Promise<UploadWords>;
}

/** `consentBasis` where the form did not ask for consent; `choices` is the caller's mapping. */
export interface UploadWords extends Pick<SaidOfFile, 'consentBasis' | 'choices' | 'formId'> {
  /** Import it at once, without a plan to confirm. */
  autoConfirm: boolean;
}

interface Stored {
  size: number;
  hash: string;
}

const pieceBytes = 256 * 1024;
/** So far below a title the header is looked for. */
const rowsBelow = 5;

/** Takes files in: stored before anybody is told so, looked through once, queued. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly queue: ImportQueue,
    private readonly forms: FormMemory,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws TableRefused, Invalid or FileTooLarge, and keeps nothing of such a file. */
  async take(upload: Upload): Promise<ImportRunEntity> {
    const run = this.newRun(upload.fileName);
    // The Idempotency-Key belongs to the transaction that queues the import, not to those that store its pieces.
    const stored = withContext({ ...currentContext(), idempotency: undefined }, () =>
      this.store(run, upload.bytes),
    );
    try {
      const { size, hash } = await stored;
      const said = await upload.said();
      const plan = await this.look(run.id, said);
      const { idempotency } = currentContext();
      if (idempotency)
        idempotency.fingerprint = createHash('sha256')
          .update(`${hash}\n${canonicalJson(said)}`)
          .digest('hex');
      const status = said.autoConfirm ? ('queued' as const) : ('planning' as const);
      const whole = { ...run, ...plan, status, fileSize: size, fileHash: hash };
      const queued = await this.queue.queue(whole);
      // The Idempotency-Key was used before: the answer is that import, and this copy of its file is not needed.
      if (queued.id !== run.id) await this.discardQuietly(run.id);
      return queued;
    } catch (error) {
      await this.discardQuietly(run.id);
      throw error;
    }
  }

  private async store(run: ImportRunEntity, bytes: AsyncIterable<Uint8Array>): Promise<Stored> {
    await this.database.transaction(() => this.repository.insert(run));
    const hash = createHash('sha256');
    let [size, position] = [0, 0];
    for await (const piece of inPieces(bytes)) {
      size += piece.length;
      if (size > this.settings.MAX_UPLOAD_MB * 1_048_576) throw new FileTooLarge(this.settings.MAX_UPLOAD_MB);
      hash.update(piece);
      const place = position++;
      await this.database.transaction(() => this.repository.addChunk(run.id, place, piece), { alone: true });
    }
    return { size, hash: hash.digest('hex') };
  }

  /** Reads the file once to the end, so that a broken one is refused before a row is worked on. */
  private async look(id: string, said: UploadWords): Promise<FilePlan> {
    const limits = { workbook: workbookLimits(this.settings) };
    const table = await openTable(() => this.repository.file(id), undefined, limits);
    const remembered = await this.forms.columnsOf(sourceOf(table.header.columns, said.formId));
    const plan = await planWithHint(table, { ...said, remembered });
    const total = await table.count();
    if (total === 0) throw refused.noRows();
    return { ...plan, total };
  }

  /** What cannot be removed now goes when uploads expire. */
  private async discardQuietly(id: string): Promise<void> {
    const discard = () => this.database.transaction(() => this.repository.discard(id));
    await withContext({ ...currentContext(), idempotency: undefined }, discard).catch(() => undefined);
  }

  private newRun(fileName: string): ImportRunEntity {
    const { actor } = currentContext();
    return {
      ...{
        id: newId(),
        status: 'uploading',
        source: '',
        fileName: visible(fileName).slice(-255),
        fileSize: 0,
        fileHash: '',
      },
      ...{ format: 'csv', encoding: '', delimiter: '', sheet: null, mapping: '{}', notices: '[]' },
      ...{ consentBasis: null, total: 0 },
      ...{
        counts: JSON.stringify(emptyTally()),
        failure: null,
        jobId: null,
        createdBy: actorRef(actor),
      },
      ...{ createdAt: this.clock.now(), startedAt: null, finishedAt: null, version: 1 },
      ...{ kind: 'file', formId: null, pushKey: null },
      ...{ ...unplanned, ...justBegun },
    };
  }
}

/** A title above the header is looked for only in a file that cannot be read without it. */
async function planWithHint(table: Table, said: SaidOfFile): Promise<FilePlan> {
  try {
    return planOf(table, said);
  } catch (error) {
    if (!(error instanceof Invalid) || error.code !== 'COLUMNS_MISSING') throw error;
    const { columns, notices } = table.header;
    const hint = titleAboveHeader(await firstRows(table));
    return planOf({ format: table.format, header: { columns, notices: [...hint, ...notices] } }, said);
  }
}

async function firstRows(table: Table): Promise<TableRow[]> {
  for await (const rows of table.chunks(rowsBelow)) return rows;
  return [];
}

/** The bytes in pieces of equal size; the last may be shorter. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    waiting.push(part);
    size += part.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}
