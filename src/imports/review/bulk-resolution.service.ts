import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError, Unavailable } from '../../platform/errors.js';
import { statusOf } from '../../platform/http/problem.js';
import { currentContext, withContext } from '../../platform/request-context.js';
import type { BulkResolutionDto, BulkResolvedDto, ResolvedRowDto } from './review.dto.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import type { ImportRunEntity } from '../import.entity.js';
import { Resolutions } from './resolution.service.js';
import type { Choice } from './resolution.js';
import type { RowReader } from '../reading/row-reader.js';

/** Rows in one transaction: others wait for one such stretch at most. */
const rowsAtOnce = 25;
/** Rows of one call. */
const MOST_ROWS_AT_ONCE = 500;

/** Decides about many rows at once: all that wait for one reason, or those named. */
@Injectable()
export class BulkResolutions {
  constructor(
    private readonly database: Database,
    private readonly rows: ImportRowsRepository,
    private readonly resolutions: Resolutions,
  ) {}

  /** A row that cannot be decided so says why and stops no other. */
  async resolve(
    run: ImportRunEntity,
    { group, rows, ...choice }: BulkResolutionDto,
  ): Promise<BulkResolvedDto> {
    const answered = await this.database.answered<BulkResolvedDto>();
    if (answered) return answered;
    const wanted = rows ?? (await this.rows.waitingOf(run.id, group!, MOST_ROWS_AT_ONCE));
    const items: ResolvedRowDto[] = [];
    // The Idempotency-Key belongs to the last transaction, whose answer holds them all.
    const context = { ...currentContext(), idempotency: undefined };
    for (let from = 0; from < wanted.length; from += rowsAtOnce) {
      const part = wanted.slice(from, from + rowsAtOnce);
      items.push(...(await withContext(context, () => this.resolvePart(run, part, choice))));
    }
    const remaining = group ? await this.rows.countWaiting(run.id, group) : 0;
    return this.database.transaction(() => Promise.resolve({ items, remaining }));
  }

  private resolvePart(
    run: ImportRunEntity,
    rows: readonly number[],
    choice: Choice,
  ): Promise<ResolvedRowDto[]> {
    return this.database.transaction(async () => {
      const read = await this.resolutions.readerOf(run);
      const items: ResolvedRowDto[] = [];
      for (const row of rows) items.push(await this.resolveOne(run, row, choice, read));
      return items;
    });
  }

  /** Whatever is refused is refused before anything is written. */
  private async resolveOne(
    run: ImportRunEntity,
    row: number,
    choice: Choice,
    read: RowReader,
  ): Promise<ResolvedRowDto> {
    try {
      const { outcome, sellerId, username } = await this.resolutions.resolve(run, row, choice, read);
      return { row, status: 200, outcome, sellerId, username, code: null, message: null };
    } catch (error) {
      if (!(error instanceof AppError) || error instanceof Unavailable) throw error;
      const refused = { code: error.code, message: error.text };
      return { row, status: statusOf(error), outcome: null, sellerId: null, username: null, ...refused };
    }
  }
}
