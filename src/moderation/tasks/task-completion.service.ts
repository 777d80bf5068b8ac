import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { CaseEnding } from '../cases/case-ending.service.js';
import type { Case } from '../cases/case.js';
import { CasesRepository } from '../cases/cases.repository.js';
import { retainUntil } from '../texts/retention.js';
import { Texts } from '../texts/texts.service.js';
import type { Task, TaskStep } from './task.js';

const events: Readonly<Record<TaskStep, string>> = {
  claim: 'task.claimed',
  release: 'task.released',
  done: 'task.done',
  not_possible: 'task.not_possible',
  cancellation: 'task.cancelled',
};

/** What belongs to the end of a task: its proof, the record, and the end of its case. Needs a transaction. */
@Injectable()
export class TaskCompletion {
  constructor(
    private readonly cases: CasesRepository,
    private readonly ending: CaseEnding,
    private readonly texts: Texts,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The case first, so that of two last tasks one sees the other. */
  async lockCase({ caseId }: Task): Promise<Case | undefined> {
    return caseId === null ? undefined : this.cases.lock(caseId);
  }

  async keepProof(proof: string | undefined, matter: Case | undefined): Promise<string | null> {
    if (proof === undefined) return null;
    const sensitive = matter?.isSensitive === 1;
    const until = retainUntil(sensitive ? 'S3' : null, 'violation', this.clock.now());
    return (await this.texts.keep({ kind: 'proof', text: proof, sensitive, retainUntil: until })).id;
  }

  async afterwards(matter: Case | undefined): Promise<void> {
    if (matter) await this.ending.closeIfDone(matter);
  }

  record(step: TaskStep, { id, kind, causeType, causeId, caseId }: Task): void {
    const payload = { kind, causeType, causeId, caseId };
    this.journal.record({ action: events[step], subject: { type: 'task', id }, payload });
  }
}
