import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, Stale } from '../../platform/errors.js';
import { currentActor } from '../../platform/request-context.js';
import type { Case } from '../cases/case.js';
import { CasesRepository } from '../cases/cases.repository.js';
import type { Person } from '../subjects/subject.js';
import { Subjects } from '../subjects/subjects.service.js';
import { decisionConflict } from './decision-problems.js';

/** Keeps a case and whom it is about from other writers, in the one order of locks. Needs a transaction. */
@Injectable()
export class CaseHold {
  constructor(
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound for a case about somebody out of the caller's reach, Stale for another version. */
  async take(caseId: string, expectedVersion?: number): Promise<{ matter: Case; person: Person }> {
    const known = await this.cases.find(caseId);
    if (!known) throw new NotFound();
    const person = await this.subjects.lock(known.subjectId);
    const matter = (await this.cases.lock(caseId))!;
    if (expectedVersion !== undefined && expectedVersion !== matter.version) throw new Stale(matter.version);
    return { matter, person };
  }

  /** The same, if the caller may decide the case now; throws Conflict with the reason otherwise. */
  async takeToDecide(caseId: string, expectedVersion?: number): Promise<{ matter: Case; person: Person }> {
    const taken = await this.take(caseId, expectedVersion);
    const conflict = decisionConflict(taken.matter, actorRef(currentActor()), this.clock.now());
    if (conflict) throw conflict;
    return taken;
  }
}
