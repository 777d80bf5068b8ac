import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Tasks } from '../tasks/tasks.service.js';
import { CaseDesk } from './case-desk.service.js';
import { canStep } from './case-course.js';
import type { Case } from './case.js';
import { CasesRepository } from './cases.repository.js';

/** Takes cases to their end. All need a transaction with the case locked. */
@Injectable()
export class CaseEnding {
  constructor(
    private readonly desk: CaseDesk,
    private readonly repository: CasesRepository,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  /** Decided, and closed at once if nothing is left to do. */
  async decided(matter: Case, decisionId: string): Promise<Case> {
    const change = { decisionId, openKey: null };
    return this.closeIfDone(await this.desk.take('decision', matter, change, { decisionId }));
  }

  /** Waits for a second person. */
  proposed(matter: Case, proposalId: string): Promise<Case> {
    return this.desk.take('proposal', matter, { proposalId }, { proposalId });
  }

  /** The second person did not agree, or the first took it back. */
  refused(matter: Case): Promise<Case> {
    const { proposalId } = matter;
    return this.desk.take('refusal', matter, { proposalId: null }, { proposalId });
  }

  /** Closes a decided case when its last task is over. */
  async closeIfDone(matter: Case): Promise<Case> {
    if (!canStep(matter.status, 'closing') || (await this.tasks.isAnyOpenOf(matter.id))) return matter;
    return this.desk.take('closing', matter, { closedAt: this.clock.now() });
  }

  /** The same by id; locks the case. */
  async closeIfDoneById(caseId: string): Promise<Case | undefined> {
    const matter = await this.repository.lock(caseId);
    return matter && this.closeIfDone(matter);
  }
}
