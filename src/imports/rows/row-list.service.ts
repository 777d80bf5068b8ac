import { Injectable } from '@nestjs/common';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { headersOf, ImportReader } from '../import-reader.service.js';
import type { ImportRowDto } from './import-rows.dto.js';
import { isPlan } from '../import-run.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import type { ImportRowsQuery } from '../imports.dto.js';
import { plannedRowView } from '../plan/planned-row-view.js';
import { sellersIn } from '../plan/planned-rows.js';
import { RowView } from './row-view.service.js';

/** The rows of an import, page by page. */
@Injectable()
export class RowList {
  constructor(
    private readonly reader: ImportReader,
    private readonly repository: ImportRowsRepository,
    private readonly view: RowView,
    private readonly cursors: Cursors,
  ) {}

  async rows(id: string, { limit = 50, cursor, outcome }: ImportRowsQuery): Promise<Page<ImportRowDto>> {
    const run = await this.reader.find(id);
    const binding = ['import rows', id, outcome];
    const [after = 0] = this.cursors.open(cursor, binding) ?? [];
    const records = await this.reader.asPlanned(run, () =>
      this.repository.page(id, outcome, Number(after), limit + 1),
    );
    const page = this.cursors.page(records, limit, ({ rowNo }) => [rowNo], binding);
    const items = await this.reader.asPlanned(run, async () => {
      const rowOf = await this.repository.rowsThatCreate(sellersIn(page.items));
      const rows = await this.view.rows(page.items, headersOf(run), currentActor());
      const shown = rows.map((row) => plannedRowView(row, rowOf));
      // Rows of a plan wait for nobody.
      return isPlan(run.status) ? shown.map((row) => ({ ...row, allowedActions: [] })) : shown;
    });
    return { items, nextCursor: page.nextCursor };
  }
}
