import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { FormMemory } from '../columns/form-memory.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import { ImportsRepository } from '../imports.repository.js';

/** Hands an upload that was looked through to the workers, `queued` or to be planned first; confirmed at once, what it says of its form is remembered with it. */
@Injectable()
export class ImportQueue {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
    private readonly forms: FormMemory,
  ) {}

  queue(run: ImportRunEntity): Promise<ImportRunEntity> {
    return this.database.transaction(async () => {
      const autoConfirm = run.status === 'queued';
      if (autoConfirm) await this.forms.remember(run);
      const jobId = await this.jobs.enqueue(autoConfirm ? 'import' : 'import-plan', run.id);
      const { id: _id, version: _version, ...change } = { ...run, jobId };
      await this.repository.update(run.id, change);
      const { total: rows, fileHash, consentBasis } = run;
      const payload = { rows, fileHash, consentDeclared: consentBasis !== null, autoConfirm };
      this.journal.record({ action: 'import.queued', subject: { type: 'import', id: run.id }, payload });
      return { ...run, ...change, version: run.version + 1 };
    });
  }
}
