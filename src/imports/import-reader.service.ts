import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { NotFound } from '../platform/errors.js';
import { Cursors } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { currentActor } from '../platform/request-context.js';
import { writeCsv } from '../platform/tabular/csv-writer.js';
import { Recognition } from '../sellers/recognition.service.js';
import type { ImportRowRecord } from './import-row.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportView, issuesOf } from './import-view.service.js';
import type { ImportRunEntity } from './import.entity.js';
import type { ImportDto, ImportRowDto, ImportRowsQuery, ImportsQuery } from './imports.dto.js';
import { ImportsRepository } from './imports.repository.js';
import type { MappingProposal } from './mapping-proposal.js';
import type { Outcome } from './outcome-counts.js';
import { rejectedHeader, rejectedRow } from './rejected-file.js';
import { usernamesHeader, usernamesRow } from './usernames-file.js';

const rowsAtOnce = 200;

/** Reads imports, their rows and the files made of them. */
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

  async read(id: string): Promise<ImportDto> {
    return this.view.run(await this.find(id));
  }

  async list({ limit = 50, cursor, status }: ImportsQuery): Promise<Page<ImportDto>> {
    if (currentActor().cooperativeIds) return { items: [], nextCursor: null };
    const binding = ['imports', status];
    const [before] = this.cursors.open(cursor, binding) ?? [];
    const runs = await this.repository.page(status, before as string | undefined, limit + 1);
    const page = this.cursors.page(runs, limit, ({ id }) => [id], binding);
    return { items: page.items.map((run) => this.view.run(run)), nextCursor: page.nextCursor };
  }

  async rows(id: string, { limit = 50, cursor, outcome }: ImportRowsQuery): Promise<Page<ImportRowDto>> {
    const run = await this.find(id);
    const binding = ['import rows', id, outcome];
    const [after = 0] = this.cursors.open(cursor, binding) ?? [];
    const records = await this.rowsRepository.page(id, outcome, Number(after), limit + 1);
    const page = this.cursors.page(records, limit, ({ rowNo }) => [rowNo], binding);
    const [headers, actor] = [headersOf(run), currentActor()];
    return {
      items: page.items.map((each) => this.view.row(each, headers, actor)),
      nextCursor: page.nextCursor,
    };
  }

  /** The rows that failed, with the reasons; mended and uploaded again they join the story. */
  async rejectedCsv(id: string): Promise<AsyncGenerator<string>> {
    const headers = headersOf(await this.find(id));
    const groups = this.groups(id, 'rejected', (records) =>
      records.map((record) => {
        const cells = JSON.parse(record.cells ?? '[]') as string[];
        return rejectedRow(headers, { row: record.rowNo, cells, issues: issuesOf(record) });
      }),
    );
    return writeCsv(rejectedHeader(headers), groups);
  }

  /** New sellers with their usernames and what to tell them. */
  async usernamesCsv(id: string): Promise<AsyncGenerator<string>> {
    await this.find(id);
    const { OPENCHAT_URL: openChatUrl, BUYERS_URL: buyersUrl, HELP_CONTACT: helpContact } = this.settings;
    const links = { openChatUrl, buyersUrl, helpContact };
    const groups = this.groups(id, 'created', async (records) => {
      const sellers = await this.sellers.findByIds(records.flatMap(({ sellerId }) => sellerId ?? []));
      const byId = new Map(sellers.map((seller) => [seller.id, seller]));
      return records.flatMap(({ sellerId }) => {
        const seller = byId.get(sellerId ?? '');
        return seller?.username ? [usernamesRow({ ...seller, username: seller.username }, links)] : [];
      });
    });
    return writeCsv(usernamesHeader, groups);
  }

  async find(id: string): Promise<ImportRunEntity> {
    const run = await this.repository.find(id);
    if (!run || run.status === 'uploading' || currentActor().cooperativeIds) throw new NotFound();
    return run;
  }

  private async *groups(
    id: string,
    outcome: Outcome,
    write: (records: ImportRowRecord[]) => string[][] | Promise<string[][]>,
  ): AsyncGenerator<string[][]> {
    for (let after = 0; ;) {
      const records = await this.rowsRepository.page(id, outcome, after, rowsAtOnce);
      if (records.length === 0) return;
      after = records.at(-1)!.rowNo;
      yield await write(records);
    }
  }
}

export const headersOf = ({ mapping }: ImportRunEntity): string[] =>
  (JSON.parse(mapping) as MappingProposal).columns.map(({ header }) => header);
