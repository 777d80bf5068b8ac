import { Inject, Injectable } from '@nestjs/common';
import { ActorNames } from '../platform/actor-names.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { daySeconds, plusSeconds } from '../platform/instant.js';
import type { HeaderNotice } from '../platform/tabular/header.js';
import { importActions } from './import-actions.js';
import type { ImportRunEntity } from './import.entity.js';
import type { ImportFormatDto } from './upload/import-format.dto.js';
import type { ImportCourseDto } from './progress/import-progress.dto.js';
import { progressOf } from './progress/import-speed.js';
import type { ImportDto } from './imports.dto.js';
import { warningsOf } from './columns/mapping-notices.js';
import { columnView, noticeView } from './columns/mapping-view.js';
import { proposalOf, type MappingNotice } from './columns/mapping-proposal.js';
import { importCounts, type OutcomeTally } from './rows/outcome-counts.js';
import { confirmationState } from './plan/plan-confirmation.js';

type Course = Omit<ImportCourseDto, keyof ImportFormatDto>;

/** Imports as callers see them. */
@Injectable()
export class ImportView {
  constructor(
    private readonly names: ActorNames,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(run: ImportRunEntity): Promise<ImportDto> {
    const [shown] = await this.runs([run]);
    return shown!;
  }

  async runs(runs: readonly ImportRunEntity[]): Promise<ImportDto[]> {
    const names = await this.names.of(runs.flatMap((run) => [run.createdBy, run.cancelledBy ?? []].flat()));
    return runs.map((run) => ({ ...this.content(run), ...this.course(run, names) }));
  }

  private content(run: ImportRunEntity): Omit<ImportDto, keyof Course> {
    const { id, kind, formId, status, fileName, fileSize, format, encoding, delimiter, sheet } = run;
    const { columns, warnings } = proposalOf(run);
    const state = confirmationState(run);
    const counts = importCounts(run.total, JSON.parse(run.counts) as OutcomeTally);
    const found = JSON.parse(run.notices) as (HeaderNotice | MappingNotice)[];
    const notices = [...found, ...warningsOf(warnings, run.consentBasis !== null)];
    return {
      ...{ id, kind, formId, status, fileName, fileSize, format: kind === 'file' ? format : null, sheet },
      ...{ encoding: encoding || null, delimiter: delimiter || null },
      counts,
      allowedActions: importActions({
        id,
        kind,
        status,
        planHash: run.planHash,
        counts,
        expired: run.expiredAt !== null,
      }),
      ...{ planHash: run.planHash, plannedAt: run.plannedAt, changedSincePlan: run.changedSincePlan },
      confirmation: state && { planHash: run.confirmedHash!, state },
      columns: columns.map(columnView),
      notices: notices.map(noticeView),
      failure: run.failure === null ? null : (JSON.parse(run.failure) as ImportDto['failure']),
      version: run.version,
    };
  }

  /** How far it is, who and when, and how long it is kept. */
  private course(run: ImportRunEntity, names: ReadonlyMap<string, string>): Course {
    const { createdBy, cancelledBy, createdAt, startedAt, finishedAt, expiredAt } = run;
    const kept = this.settings.IMPORT_RETENTION_DAYS * daySeconds;
    return {
      progress: progressOf(run, this.clock.now()),
      ...{ createdBy, createdByName: names.get(createdBy) ?? null, createdAt, startedAt, finishedAt },
      cancellation:
        cancelledBy === null
          ? null
          : {
              ...{ by: cancelledBy, byName: names.get(cancelledBy) ?? null },
              ...{ at: finishedAt!, reason: run.cancelReason },
            },
      expiresAt: finishedAt && plusSeconds(finishedAt, kept),
      expired: expiredAt !== null,
    };
  }
}
