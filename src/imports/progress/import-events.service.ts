import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { ImportRunEntity } from '../import.entity.js';
import { progressOf } from './import-speed.js';
import { ImportsRepository } from '../imports.repository.js';
import { importCounts, type OutcomeTally } from '../rows/outcome-counts.js';

/** What those who follow an import are told. */
@Injectable()
export class ImportEvents {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<ImportRunEntity | undefined> {
    return this.repository.find(id);
  }

  /** One line. */
  jsonOf(run: ImportRunEntity): string {
    const counts = importCounts(run.total, JSON.parse(run.counts) as OutcomeTally);
    const progress = progressOf(run, this.clock.now());
    return JSON.stringify({ id: run.id, status: run.status, progress, counts, planHash: run.planHash });
  }
}
