import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { currentContext, withContext } from '../platform/request-context.js';
import { openTable } from '../platform/tabular/open-table.js';
import { refused } from '../platform/tabular/table-refused.js';
import { FileTooLarge } from './file-too-large.js';
import type { ImportRunEntity } from './import.entity.js';
import type { ConsentBasis } from './import-run.js';
import { ImportsRepository } from './imports.repository.js';
import { emptyTally } from './outcome-counts.js';
import { planOf, type FilePlan } from './file-plan.js';

/** A file that is on its way in. */
export interface Upload {
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Where the form did not ask for consent; read once the whole file is there. */
  consentBasis: () => ConsentBasis | undefined | Promise<ConsentBasis | undefined>;
}

interface Stored {
  size: number;
  hash: string;
}

const pieceBytes = 256 * 1024;

/** Takes files in: stored before anybody is told so, looked through once, queued. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
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
      const basis = await upload.consentBasis();
      const plan = await this.look(run.id, basis);
      const { idempotency } = currentContext();
      if (idempotency)
        idempotency.fingerprint = createHash('sha256')
          .update(`${hash}\n${JSON.stringify(basis)}`)
          .digest('hex');
      const queued = await this.queue({ ...run, ...plan, fileSize: size, fileHash: hash });
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
  private async look(id: string, consentBasis?: ConsentBasis): Promise<FilePlan> {
    const table = await openTable(() => this.repository.file(id));
    const plan = planOf(table, consentBasis);
    const total = await table.count();
    if (total === 0) throw refused.noRows();
    return { ...plan, total };
  }

  private queue(run: ImportRunEntity): Promise<ImportRunEntity> {
    return this.database.transaction(async () => {
      const jobId = await this.jobs.enqueue('import', run.id);
      const { id: _id, version: _version, ...change } = { ...run, status: 'queued' as const, jobId };
      await this.repository.update(run.id, change);
      const payload = { rows: run.total, fileHash: run.fileHash, consentDeclared: run.consentBasis !== null };
      this.journal.record({ action: 'import.queued', subject: { type: 'import', id: run.id }, payload });
      return { ...run, ...change, version: run.version + 1 };
    });
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
        fileName: fileName.slice(-255),
        fileSize: 0,
        fileHash: '',
      },
      ...{ encoding: '', delimiter: '', mapping: '{}', notices: '[]', consentBasis: null, total: 0 },
      ...{
        counts: JSON.stringify(emptyTally()),
        failure: null,
        jobId: null,
        createdBy: `${actor.type}:${actor.id}`,
      },
      ...{ createdAt: this.clock.now(), startedAt: null, finishedAt: null, version: 1 },
    };
  }
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
