import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { NotFound } from '../platform/errors.js';
import { rehearse } from '../platform/database/rehearsal.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { currentActor } from '../platform/request-context.js';
import { writeCsv } from '../platform/tabular/csv-writer.js';
import { Recognition } from '../sellers/recognition.service.js';
import type { ImportRowRecord } from './rows/import-row.js';
import { ImportRowsRepository } from './rows/import-rows.repository.js';
import { ImportView } from './import-view.service.js';
import { importExpired } from './progress/import-over.js';
import { isPlan } from './import-run.js';
import type { ImportRunEntity } from './import.entity.js';
import type { ImportDetailDto, ImportDto, ImportsQuery } from './imports.dto.js';
import { ImportsRepository } from './imports.repository.js';
import { proposalOf } from './columns/mapping-proposal.js';
import { choosableFields } from './columns/mapping-view.js';
import type { Outcome } from './rows/outcome-counts.js';
import { rejectedHeader, rejectedRow } from './rows/rejected-file.js';
import { issuesOf } from './rows/row-view.service.js';
import { usernamesHeader, usernamesRow } from './rows/usernames-file.js';

const rowsAtOnce = 200;

/** Reads imports and the files made of them. */
@Injectable()
export class ImportReader {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly rowsRepository: ImportRowsRepository,
    private readonly sellers: Recognition,
    private readonly view: ImportView,
    private readonly cursors: Cursors,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async read(id: string): Promise<ImportDetailDto> {
    return { ...(await this.view.run(await this.find(id))), fields: choosableFields };
  }

  async list({ limit = 50, cursor, status, kind }: ImportsQuery): Promise<Page<ImportDto>> {
    if (currentActor().cooperativeIds) return { items: [], nextCursor: null };
    const binding = ['imports', status, kind];
    const [before] = this.cursors.open(cursor, binding) ?? [];
    const runs = await this.repository.page({ status, kind }, before as string | undefined, limit + 1);
    const page = this.cursors.page(runs, limit, ({ id }) => [id], binding);
    return { items: await this.view.runs(page.items), nextCursor: page.nextCursor };
  }

  /** The rows that failed, with the reasons; mended and uploaded again they join the story. */
  async rejectedCsv(id: string): Promise<AsyncGenerator<string>> {
    const run = await this.find(id);
    if (run.expiredAt !== null) throw importExpired();
    const headers = headersOf(run);
    const groups = this.groups(run, 'rejected', (records) =>
      records.map((record) => {
        const cells = JSON.parse(record.cells ?? '[]') as string[];
        return rejectedRow(headers, { row: record.rowNo, cells, issues: issuesOf(record) });
      }),
    );
    return writeCsv(rejectedHeader(headers), groups);
  }

  /** New sellers with their usernames and what to tell them; those who have none yet, with what staff must do first. */
  async usernamesCsv(id: string): Promise<AsyncGenerator<string>> {
    const run = await this.find(id);
    const { OPENCHAT_URL: openChatUrl, BUYERS_URL: buyersUrl, HELP_CONTACT: helpContact } = this.settings;
    const links = { openChatUrl, buyersUrl, helpContact };
    const groups = this.groups(run, 'created', async (records) => {
      const sellers = await this.sellers.findByIds(records.flatMap(({ sellerId }) => sellerId ?? []));
      const byId = new Map(sellers.map((seller) => [seller.id, seller]));
      return records.flatMap(({ sellerId }) => {
        const seller = byId.get(sellerId ?? '');
        return seller?.username || seller?.status === 'pending' ? [usernamesRow(seller, links)] : [];
      });
    });
    return writeCsv(usernamesHeader, groups);
  }

  async find(id: string): Promise<ImportRunEntity> {
    const run = await this.repository.find(id);
    if (!run || run.status === 'uploading' || currentActor().cooperativeIds) throw new NotFound();
    return run;
  }

  /** Until a plan is confirmed its rows are those of the rehearsal. */
  asPlanned<T>(run: ImportRunEntity, read: () => T): T {
    return isPlan(run.status) ? rehearse(run.id, read) : read();
  }

  private async *groups(
    run: ImportRunEntity,
    outcome: Outcome,
    write: (records: ImportRowRecord[]) => string[][] | Promise<string[][]>,
  ): AsyncGenerator<string[][]> {
    for (let after = 0; ;) {
      const records = await this.asPlanned(run, () =>
        this.rowsRepository.page(run.id, outcome, after, rowsAtOnce),
      );
      if (records.length === 0) return;
      after = records.at(-1)!.rowNo;
      yield await write(records);
    }
  }
}

export const headersOf = ({ mapping }: ImportRunEntity): string[] =>
  proposalOf({ mapping }).columns.map(({ header }) => header);
