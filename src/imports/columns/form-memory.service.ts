import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import { headerKey } from '../../platform/tabular/header.js';
import { columnsToRemember, type RememberedColumn } from './form-columns.js';
import { FormSourcesRepository } from './form-source.repository.js';
import type { ImportRunEntity } from '../import.entity.js';
import { proposalOf, type MappingProposal } from './mapping-proposal.js';

/** Remembers which question of which form asks for what. */
@Injectable()
export class FormMemory {
  constructor(
    private readonly repository: FormSourcesRepository,
    private readonly clock: Clock,
  ) {}

  async columnsOf(source: string): Promise<RememberedColumn[]> {
    const form = await this.repository.findBySource(source);
    return form ? (JSON.parse(form.columns) as RememberedColumn[]) : [];
  }

  /** The columns of a file that is meant to be taken in. Needs a transaction; one that says nothing new is only noted. */
  async remember(run: ImportRunEntity): Promise<void> {
    const { formId } = run;
    const columns = columnsSeen(proposalOf(run));
    const before = await this.repository.lockBySource(run.source);
    const now = this.clock.now();
    const text = JSON.stringify(columns);
    const seen = { columns: text, lastImportId: run.id, lastSeenAt: now };
    const said = confirmed(columns);
    const saidNew = said !== '[]' && said !== confirmed(JSON.parse(before?.columns ?? '[]') as never[]);
    const actor = currentActor();
    const who = saidNew ? { confirmedBy: actorRef(actor), confirmedAt: now } : {};
    if (before) {
      const changed = before.columns === text ? {} : { version: before.version + 1, updatedAt: now };
      return this.repository.update(before.id, { ...seen, ...who, ...changed });
    }
    await this.repository.insert({
      ...{ id: newId(), source: run.source, formId, label: formId ?? run.fileName },
      ...{ confirmedBy: null, confirmedAt: null, ...seen, ...who },
      ...{ createdAt: now, updatedAt: now, version: 1 },
    });
  }
}

const columnsSeen = (proposal: MappingProposal): RememberedColumn[] =>
  columnsToRemember(
    proposal.columns.map(({ index, header }) => ({ index, header, key: headerKey(header) })),
    proposal,
  );

/** What people said, in a text to compare. */
const confirmed = (columns: readonly RememberedColumn[]): string =>
  JSON.stringify(
    columns
      .filter((column) => column.confirmed)
      .map(({ key, index, field }) => [key, index, field])
      .sort(),
  );
