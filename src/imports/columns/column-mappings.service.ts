import { Injectable } from '@nestjs/common';
import type { Header, HeaderNotice } from '../../platform/tabular/header.js';
import { chooseColumns } from './column-choice.js';
import { sourceOf } from '../upload/file-plan.js';
import { rememberedChoices } from './form-columns.js';
import { FormMemory } from './form-memory.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import type { MappingNotice, MappingProposal } from './mapping-proposal.js';
import { changedQuestions, stopsTheFile } from './question-changes.js';

/** How the columns of a pushing form are read. */
export interface FormColumns {
  proposal: MappingProposal;
  notices: (HeaderNotice | MappingNotice)[];
  /** A question may be the one on consent, worded anew; a person has to say. */
  unsure: boolean;
}

/** Which column answers which question in a form that pushes: what people said of it, else what its titles say. */
@Injectable()
export class ColumnMappings {
  constructor(private readonly memory: FormMemory) {}

  async of(formId: string, { columns, notices }: Header): Promise<FormColumns> {
    const ofForm = await this.memory.columnsOf(sourceOf([], formId));
    const remembered = ofForm.length > 0 ? ofForm : await this.memory.columnsOf(sourceOf(columns));
    const proposal = chooseColumns(columns, [], rememberedChoices(columns, remembered));
    const changes = changedQuestions(columns, proposal, remembered);
    return { proposal, notices: [...notices, ...changes], unsure: stopsTheFile(changes, proposal) };
  }

  /** For people to see and mend under /v1/form-sources. Needs a transaction. */
  async remember(run: ImportRunEntity, formId: string): Promise<void> {
    await this.memory.remember({ ...run, formId, source: sourceOf([], formId) });
  }
}
