import { Injectable } from '@nestjs/common';
import { ImportRowsRepository, type KeyedRow } from '../rows/import-rows.repository.js';
import { ImportWork } from '../import-work.service.js';
import { ImportsRepository } from '../imports.repository.js';
import { emptyTally } from '../rows/outcome-counts.js';
import { Resolutions } from '../review/resolution.service.js';

/** Rows that wait or were rejected, when their answer arrives again. */
@Injectable()
export class OpenAnswers {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly imports: ImportsRepository,
    private readonly resolutions: Resolutions,
    private readonly work: ImportWork,
  ) {}

  /** Judges the row where it stands; false when its answers were deleted or somebody decided about it meanwhile. */
  async judgeAnew({ importId, rowNo }: KeyedRow): Promise<boolean> {
    const run = await this.imports.lock(importId);
    const record = await this.rows.find(importId, rowNo);
    if (!run || !record || record.cells === null) return false;
    await this.resolutions.judgeAnew(run, record);
    return true;
  }

  /** A row makes way for a newer one of the same response, if it did not when that one was judged. */
  async giveWay(
    { importId, rowNo, outcome }: KeyedRow,
    to: { importId: string; row: number },
  ): Promise<void> {
    const moved = await this.rows.giveWay(importId, to.importId, new Map([[rowNo, to.row]]), outcome);
    if (moved === 0) return;
    const counts = emptyTally();
    counts[outcome]--;
    counts.skipped++;
    await this.work.addCounts(importId, counts);
  }
}
