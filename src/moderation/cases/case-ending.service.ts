import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { Decision } from '../decisions/decision.js';
import { CaseDesk } from './case-desk.service.js';
import { Stale } from '../../platform/errors.js';
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
  async decided(matter: Case, { id: decisionId, severity }: Decision): Promise<Case> {
    const isSensitive = severity === 'S3' ? 1 : matter.isSensitive;
    const change = { decisionId, openKey: null, isSensitive };
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

  /** An appeal left something to do, or put another decision in place of the first. */
  async revised(matter: Case, newDecisionId: string | null): Promise<Case> {
    const revised = newDecisionId === null ? matter : await this.replaceDecision(matter, newDecisionId);
    if (!canStep(revised.status, 'reopening')) return this.closeIfDone(revised);
    const isAnyOpen = await this.tasks.isAnyOpenOf(revised.id);
    return isAnyOpen ? this.desk.take('reopening', revised, { closedAt: null }) : revised;
  }

  private async replaceDecision(matter: Case, decisionId: string): Promise<Case> {
    const change = { decisionId, updatedAt: this.clock.now() };
    if (!(await this.repository.update(matter.id, matter.version, change)))
      throw new Stale(matter.version + 1);
    return { ...matter, ...change, version: matter.version + 1 };
  }
}
