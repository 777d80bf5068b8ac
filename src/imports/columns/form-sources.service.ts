import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Invalid, NotFound, Stale } from '../../platform/errors.js';
import { Cursors } from '../../platform/http/cursor.js';
import type { Page, PageQuery } from '../../platform/http/page.dto.js';
import { currentActor } from '../../platform/request-context.js';
import { chooseColumns } from './column-choice.js';
import { refuseColumnsOfTheForm } from './columns-of-the-form.js';
import { columnLetter } from '../../platform/tabular/column-letter.js';
import { columnsToRemember, rememberedChoices, type RememberedColumn } from './form-columns.js';
import type { ColumnChoiceDto, FormSourceDto, PatchFormSourceDto } from './form-source.dto.js';
import type { FormSourceEntity } from './form-source.entity.js';
import { FormSourcesRepository } from './form-source.repository.js';

/** What is remembered of each form, for people to see and to mend. */
@Injectable()
export class FormSources {
  constructor(
    private readonly database: Database,
    private readonly repository: FormSourcesRepository,
    private readonly cursors: Cursors,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async list({ limit = 50, cursor }: PageQuery): Promise<Page<FormSourceDto>> {
    if (currentActor().cooperativeIds) return { items: [], nextCursor: null };
    const binding = ['form sources'];
    const [before] = this.cursors.open(cursor, binding) ?? [];
    const forms = await this.repository.page(before as string | undefined, limit + 1);
    const page = this.cursors.page(forms, limit, ({ id }) => [id], binding);
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }

  async read(id: string): Promise<FormSourceDto> {
    return viewOf(found(await this.repository.find(id)));
  }

  /** Later files of this form are read so; those imported before stay as they are. */
  change(id: string, { label, columns }: PatchFormSourceDto, expected?: number): Promise<FormSourceDto> {
    return this.database.transaction(async () => {
      const form = found(await this.repository.lock(id));
      if (expected !== undefined && expected !== form.version) throw new Stale(form.version);
      const now = this.clock.now();
      const actor = currentActor();
      const change = {
        ...(label !== undefined && { label }),
        ...(columns && { columns: JSON.stringify(corrected(form, columns)) }),
        ...(columns && { confirmedBy: actorRef(actor), confirmedAt: now }),
        ...{ updatedAt: now, version: form.version + 1 },
      };
      await this.repository.update(id, change);
      const payload = { relabelled: label !== undefined, columns: columns?.length ?? 0 };
      this.journal.record({ action: 'form.changed', subject: { type: 'form', id }, payload });
      return viewOf({ ...form, ...change });
    });
  }

  /** The next file of this form is read as if it were the first. */
  forget(id: string): Promise<void> {
    return this.database.transaction(async () => {
      found(await this.repository.lock(id));
      await this.repository.delete(id);
      this.journal.record({ action: 'form.forgotten', subject: { type: 'form', id } });
    });
  }
}

function found(form: FormSourceEntity | undefined): FormSourceEntity {
  if (!form || currentActor().cooperativeIds) throw new NotFound();
  return form;
}

const columnsOf = ({ columns }: FormSourceEntity) => JSON.parse(columns) as RememberedColumn[];

function corrected(form: FormSourceEntity, choices: readonly ColumnChoiceDto[]): RememberedColumn[] {
  const now = columnsOf(form);
  refuseColumnsOfTheForm(now, choices);
  try {
    const proposal = chooseColumns(now, choices, rememberedChoices(now, now));
    return columnsToRemember(now, proposal);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.errors.map((each) => ({
      ...each,
      pointer: each.pointer.replace(/^\/mapping/, '/columns'),
    }));
    throw new Invalid(errors, error.text, error.code);
  }
}

function viewOf(form: FormSourceEntity): FormSourceDto {
  const { id, label, formId, confirmedBy, confirmedAt, lastImportId, lastSeenAt, createdAt, updatedAt } =
    form;
  return {
    ...{ id, label, formId },
    columns: columnsOf(form).map(({ index, header, field, confirmed }) => ({
      ...{ index, letter: columnLetter(index), header, field, confirmed },
    })),
    ...{ confirmedBy, confirmedAt, lastImportId, lastSeenAt, createdAt, updatedAt, version: form.version },
  };
}
