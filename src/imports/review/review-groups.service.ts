import { Injectable } from '@nestjs/common';
import { may } from '../../platform/actor.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page, PageQuery } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { CandidateView } from './candidate-view.service.js';
import { ImportReader } from '../import-reader.service.js';
import type { ImportRowRecord } from '../rows/import-row.js';
import { ImportRowsRepository, type WaitingGroup } from '../rows/import-rows.repository.js';
import type { ImportRunEntity } from '../import.entity.js';
import { mappingOf, proposalOf } from '../columns/mapping-proposal.js';
import { isAboutCooperative } from './review-group.js';
import { reasonTexts } from './review-reasons.js';
import type { ReviewGroupDto } from './review.dto.js';
import { groupActions } from '../row-actions.js';
import { candidatesOf } from '../rows/row-view.service.js';

const examplesEach = 5;

/** Waiting rows by what is to be decided about them. */
@Injectable()
export class ReviewGroups {
  constructor(
    private readonly reader: ImportReader,
    private readonly rows: ImportRowsRepository,
    private readonly candidates: CandidateView,
    private readonly cursors: Cursors,
  ) {}

  /** The largest first; a few queries however many groups. */
  async list(id: string, { limit = 50, cursor }: PageQuery): Promise<Page<ReviewGroupDto>> {
    const run = await this.reader.find(id);
    const binding = ['review groups', run.id];
    const position = this.cursors.open(cursor, binding) as [number, number] | undefined;
    const groups = await this.rows.groups(run.id, position, limit + 1);
    const page = this.cursors.page(groups, limit, ({ many, firstRow }) => [many, firstRow], binding);
    const firsts = await this.rows.findAt(
      run.id,
      page.items.map(({ firstRow }) => firstRow),
    );
    const names = page.items.map(({ reviewGroup }) => reviewGroup);
    const examples = await this.rows.examplesOf(run.id, names, examplesEach);
    const textOf = cooperativeTexts(run);
    const items = page.items.map((group) => {
      const first = firsts.find(({ rowNo }) => rowNo === group.firstRow)!;
      const rows = examples.filter(({ reviewGroup }) => reviewGroup === group.reviewGroup);
      return { ...this.view(group, first, textOf), rows: rows.map(({ rowNo }) => rowNo) };
    });
    return { items, nextCursor: page.nextCursor };
  }

  private view(
    { reviewGroup: group, reason, many: count }: WaitingGroup,
    first: ImportRowRecord,
    textOf: (row: ImportRowRecord) => string,
  ): Omit<ReviewGroupDto, 'rows'> {
    const open = may(currentActor(), 'sellers:read-personal');
    const shared = isAboutCooperative(reason);
    const text = open && shared ? textOf(first) : undefined;
    const candidates = shared ? this.candidates.all(candidatesOf(first), new Map(), open) : [];
    return {
      ...{ group, reason, reasonText: reasonTexts[reason]!, count },
      cooperativeText: text ?? null,
      ...{
        candidates,
        allowedActions: groupActions({ importId: first.importId, group, reason, text }, candidates),
      },
    };
  }
}

/** What a row says of its cooperative, as written. */
function cooperativeTexts({ mapping }: ImportRunEntity): (row: ImportRowRecord) => string {
  const places = mappingOf(proposalOf({ mapping }));
  return ({ cells }) => {
    const texts = JSON.parse(cells ?? '[]') as string[];
    const cell = (field: 'cooperativeName' | 'registrationNumber') => texts[places.get(field) ?? -1] ?? '';
    return [cell('cooperativeName'), cell('registrationNumber')].filter((text) => text !== '').join(' ');
  };
}
