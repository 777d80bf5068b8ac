import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import type { Header } from '../../platform/tabular/header.js';
import { ColumnMappings } from '../columns/column-mappings.service.js';
import { sourceOf } from '../upload/file-plan.js';
import { FormConsentRepository } from './form-consent.repository.js';
import type { ImportRunEntity } from '../import.entity.js';
import { justBegun, unplanned } from '../import-run.js';
import { ImportsRepository } from '../imports.repository.js';
import { mappingOf } from '../columns/mapping-proposal.js';
import { addTallies, emptyTally, type OutcomeTally } from '../rows/outcome-counts.js';

/** The form that pushes. */
export interface PushingForm {
  formId: string;
  formTitle?: string;
}

const bangkokMs = 7 * 3_600_000;

/**
 * The runs that pushed answers stand in: one per form, columns, consent basis and day in Bangkok. Whoever adds rows
 * holds the run's lock, so that no two answers get one row number and no count is lost.
 */
@Injectable()
export class PushRuns {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly mappings: ColumnMappings,
    private readonly consent: FormConsentRepository,
    private readonly clock: Clock,
  ) {}

  /** Today's run, locked; one that is not there yet is kept with its first rows. Needs a transaction. */
  async open(form: PushingForm, header: Header): Promise<ImportRunEntity> {
    const source = sourceOf(header.columns);
    const { proposal, unsure, ...found } = await this.mappings.of(form.formId, header);
    const asked = unsure || mappingOf(proposal).has('consent');
    const basis = asked ? undefined : await this.consent.find(form.formId);
    const consentBasis = basis
      ? JSON.stringify({ textVersion: basis.textVersion, statedBy: basis.statedBy })
      : null;
    const mapping = JSON.stringify(proposal);
    const now = this.clock.now();
    const day = new Date(Date.parse(now) + bangkokMs).toISOString().slice(0, 10);
    const pushKey = createHash('sha256')
      .update(JSON.stringify([form.formId, mapping, consentBasis, day]))
      .digest('hex');
    const today = await this.repository.lockPush(pushKey);
    if (today) return today;
    const notices = JSON.stringify(found.notices);
    return newRun(form, { source, mapping, notices, consentBasis, pushKey }, now);
  }

  /** Rows were added behind the last one; the first ones of the day bring the run itself. */
  async add(run: ImportRunEntity, rows: number, outcomes: OutcomeTally): Promise<ImportRunEntity> {
    const { counts: before } = (await this.repository.lock(run.id))!;
    const counts = JSON.stringify(addTallies(JSON.parse(before) as OutcomeTally, outcomes));
    const change = { total: run.total + rows, counts, finishedAt: this.clock.now() };
    await this.repository.update(run.id, change);
    return { ...run, ...change };
  }

  async keep(run: ImportRunEntity): Promise<void> {
    if (run.total > 0) return;
    await this.repository.insert(run);
    await this.mappings.remember(run, run.formId!);
  }
}

type Plan = Pick<ImportRunEntity, 'source' | 'mapping' | 'notices' | 'consentBasis' | 'pushKey'>;

function newRun({ formId, formTitle }: PushingForm, plan: Plan, now: string): ImportRunEntity {
  const { type, id: actorId } = currentActor();
  return {
    ...{ id: newId(), kind: 'push', formId, status: 'completed', ...plan },
    ...{ fileName: formTitle?.trim() || formId, fileSize: 0, fileHash: '', encoding: 'utf-8', delimiter: '' },
    ...{ format: 'csv' as const, sheet: null, ...unplanned, ...justBegun },
    ...{ total: 0, counts: JSON.stringify(emptyTally()), failure: null, jobId: null },
    ...{ createdBy: `${type}:${actorId}`, createdAt: now, startedAt: now, finishedAt: now, version: 1 },
  };
}
