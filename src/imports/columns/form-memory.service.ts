import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import type { RememberedColumn } from './form-columns.js';
import { FormSourcesRepository } from './form-source.repository.js';
import type { ImportRunEntity } from '../import.entity.js';

/** A form as its newest file shows it. */
export interface SeenForm {
  formId?: string;
  columns: readonly RememberedColumn[];
}

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

  /** Needs a transaction. A file that says nothing new is only noted as seen. */
  async remember(run: ImportRunEntity, { formId, columns }: SeenForm): Promise<void> {
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
      ...{ id: newId(), source: run.source, formId: formId ?? null, label: formId ?? run.fileName },
      ...{ confirmedBy: null, confirmedAt: null, ...seen, ...who },
      ...{ createdAt: now, updatedAt: now, version: 1 },
    });
  }
}

/** What people said, in a text to compare. */
const confirmed = (columns: readonly RememberedColumn[]): string =>
  JSON.stringify(
    columns
      .filter((column) => column.confirmed)
      .map(({ key, index, field }) => [key, index, field])
      .sort(),
  );
