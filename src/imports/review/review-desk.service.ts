import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Invalid } from '../../platform/errors.js';
import { currentActor } from '../../platform/request-context.js';
import { BulkResolutions } from './bulk-resolution.service.js';
import { headersOf, ImportReader } from '../import-reader.service.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import type { ImportRowDto, ResolutionDto } from '../rows/import-rows.dto.js';
import type { ImportRunEntity } from '../import.entity.js';
import { refusePlanned } from '../plan/plan-confirmation.js';
import { Resolutions } from './resolution.service.js';
import { ResolutionUndo } from './resolution-undo.service.js';
import { goneByValue } from './resolution-problems.js';
import type { BulkResolutionDto, BulkResolvedDto, UndoneRowDto } from './review.dto.js';
import { RowView } from '../rows/row-view.service.js';

/** What clerks do about rows that wait. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly reader: ImportReader,
    private readonly resolutions: Resolutions,
    private readonly bulk: BulkResolutions,
    private readonly undoing: ResolutionUndo,
    private readonly view: RowView,
  ) {}

  async resolve(id: string, row: number, choice: ResolutionDto): Promise<ImportRowDto> {
    const run = await this.find(id);
    return this.change(run, async () => {
      const read = await this.resolutions.readerOf(run);
      return this.resolutions.resolve(run, row, choice, read);
    });
  }

  async resolveMany(id: string, body: BulkResolutionDto): Promise<BulkResolvedDto> {
    if ((body.group === undefined) === (body.rows === undefined)) throw groupOrRows();
    return this.bulk.resolve(await this.find(id), body);
  }

  async undo(id: string, row: number): Promise<UndoneRowDto> {
    const run = await this.find(id);
    return this.database.transaction(async () => {
      const { row: record, settledByValue } = await this.undoing.undo(run, row);
      const view = await this.change(run, () => Promise.resolve(record));
      return {
        ...view,
        settledByValue: settledByValue && { ...settledByValue, text: goneByValue(settledByValue) },
      };
    });
  }

  /** Throws Conflict for an import that is only planned. */
  private async find(id: string): Promise<ImportRunEntity> {
    const run = await this.reader.find(id);
    refusePlanned(run);
    return run;
  }

  private change(run: ImportRunEntity, act: () => Promise<ImportRowRecord>): Promise<ImportRowDto> {
    return this.database.transaction(async () => {
      const [view] = await this.view.rows([await act()], headersOf(run), currentActor());
      return view!;
    });
  }
}

const groupOrRows = (): Invalid =>
  Invalid.field('/group', 'GROUP_OR_ROWS', {
    th: 'กรุณาระบุ group (ทั้งกลุ่ม) หรือ rows (เลขแถว) อย่างใดอย่างหนึ่ง',
    en: 'Name either group, for a whole group, or rows.',
  });
