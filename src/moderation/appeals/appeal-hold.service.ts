import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, Stale } from '../../platform/errors.js';
import { currentActor } from '../../platform/request-context.js';
import { CaseHold } from '../decisions/case-hold.service.js';
import type { Case } from '../cases/case.js';
import type { Decision } from '../decisions/decision.js';
import { Decisions } from '../decisions/decisions.service.js';
import type { Person } from '../subjects/subject.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { AppealFacts } from './appeal-right.js';
import { appealStepRefusal } from './appeal-rights.js';
import type { Appeal, AppealStep } from './appeal.js';
import { AppealsRepository } from './appeals.repository.js';

/** An appeal with everything it may change, kept from other writers. */
export interface AppealAtHand {
  appeal: Appeal;
  decision: Decision;
  matter: Case;
  person: Person;
}

/** A decision and everything an appeal against it goes by. */
export interface DecisionAtHand extends Pick<AppealFacts, 'earlier' | 'toldAt'> {
  decision: Decision;
  matter: Case;
  now: string;
}

/** Finds appeals, and keeps them from other writers in the one order of locks. */
@Injectable()
export class AppealHold {
  constructor(
    private readonly repository: AppealsRepository,
    private readonly decisions: Decisions,
    private readonly hold: CaseHold,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  /** A decision that may be appealed, with what was said of it so far. Needs a transaction. */
  async takeDecision(id: string): Promise<DecisionAtHand> {
    const decision = await this.decisions.find(id);
    const { matter } = await this.hold.take(decision.caseId);
    const earlier = await this.repository.ofCase(decision.caseId);
    const toldAt = await this.tasks.noticeDeliveredAt(id);
    return { decision, matter, earlier, toldAt, now: this.clock.now() };
  }

  /** Throws NotFound for one about somebody out of the caller's reach. */
  async find(id: string): Promise<Appeal> {
    const appeal = await this.repository.find(id);
    if (!appeal) throw new NotFound();
    await this.decisions.find(appeal.decisionId);
    return appeal;
  }

  /** Everybody who made or confirmed a decision on the case: none of them hears an appeal. */
  async decidersOf(caseId: string): Promise<string[]> {
    const decisions = await this.decisions.ofCase(caseId);
    return decisions.flatMap(({ decidedBy, confirmedBy }) => [decidedBy, confirmedBy ?? []].flat());
  }

  /** Needs a transaction. Throws NotFound, Stale, or what keeps the caller from this step. */
  async take(step: AppealStep, id: string, expectedVersion?: number): Promise<AppealAtHand> {
    const { caseId, decisionId } = await this.find(id);
    const { matter, person } = await this.hold.take(caseId);
    const appeal = (await this.repository.lock(id))!;
    if (expectedVersion !== undefined && expectedVersion !== appeal.version) throw new Stale(appeal.version);
    const decision = await this.decisions.find(decisionId);
    const caller = actorRef(currentActor());
    const deciders = await this.decidersOf(caseId);
    const refusal = appealStepRefusal(step, appeal, deciders, caller, this.clock.now());
    if (refusal) throw refusal;
    return { appeal, decision, matter, person };
  }
}
