import { Injectable } from '@nestjs/common';
import { mayReach } from '../../platform/actor.js';
import { currentActor } from '../../platform/request-context.js';
import { Recognition } from '../../sellers/recognition.service.js';
import type { Seller } from '../../sellers/seller.js';
import type { Finding } from '../reading/cell-issue.js';
import type { FormResponseItem } from './form-responses.dto.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { ImportRowsRepository } from '../rows/import-rows.repository.js';
import type { At } from './pushed-rows.service.js';
import { reasonTexts } from '../review/review-reasons.js';
import { shownRow } from '../rows/row-view.service.js';

/** What became of one pushed answer: the row it stands in, or why none was made. */
export type Placed = ({ responseId: string } & At) | { responseId: string | null; finding: Finding };

/** Answers one item for each pushed response; of other cooperatives' sellers a limited key hears nothing. */
@Injectable()
export class ResponseView {
  constructor(
    private readonly rows: ImportRowsRepository,
    private readonly sellers: Recognition,
  ) {}

  async items(placed: readonly Placed[]): Promise<FormResponseItem[]> {
    const records = await this.records(placed.flatMap((each) => ('finding' in each ? [] : [each])));
    const ids = [...records.values()].flatMap(({ sellerId }) => sellerId ?? []);
    const found = await this.sellers.findByIds([...new Set(ids)]);
    const sellers = new Map(found.map((seller) => [seller.id, seller]));
    return placed.map((each) =>
      'finding' in each ? refused(each) : this.item(each, records.get(placeOf(each))!, sellers),
    );
  }

  private item(
    { responseId, importId, because }: Extract<Placed, At>,
    record: ImportRowRecord,
    sellers: ReadonlyMap<string, Seller>,
  ): FormResponseItem {
    const actor = currentActor();
    const { cells: _cells, row, ...shown } = shownRow(record, [], actor);
    const seller = sellers.get(record.sellerId ?? '');
    const visible = seller && mayReach(actor, seller.cooperativeId) ? seller : undefined;
    const item = {
      ...{ responseId, importId, row, ...shown },
      ...{ sellerId: visible?.id ?? null, username: visible?.username ?? null },
    };
    if (!because) return item;
    const nothing = { outcome: 'unchanged' as const, changed: [], issues: [], duplicateOf: null };
    return { ...item, ...nothing, reason: because, reasonText: reasonTexts[because]! };
  }

  private async records(places: readonly At[]): Promise<Map<string, ImportRowRecord>> {
    const records = new Map<string, ImportRowRecord>();
    for (const importId of new Set(places.map((each) => each.importId))) {
      const rowNos = places.filter((each) => each.importId === importId).map(({ row }) => row);
      for (const record of await this.rows.findAt(importId, [...new Set(rowNos)]))
        records.set(placeOf({ importId, row: record.rowNo }), record);
    }
    return records;
  }
}

const placeOf = ({ importId, row }: At): string => `${importId}/${row}`;

const refused = ({ responseId, finding }: Extract<Placed, { finding: Finding }>): FormResponseItem => ({
  ...{ responseId, importId: null, row: null, outcome: 'rejected', sellerId: null, username: null },
  ...{ reason: null, reasonText: null, changed: [], duplicateOf: null },
  issues: [{ column: '', got: null, ...finding }],
});
