import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors.js';
import type { RuleCode } from '../../screening/rule-codes.js';
import { Subjects } from '../subjects/subjects.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { Decision } from './decision.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { PastFinding } from './verdict.js';

/** A violation that no appeal has taken back. */
export type StandingViolation = Omit<Decision, 'outcome' | 'ruleCode'> & { ruleCode: RuleCode };

/** Decisions that were made. */
@Injectable()
export class Decisions {
  constructor(
    private readonly repository: DecisionsRepository,
    private readonly subjects: Subjects,
    private readonly tasks: Tasks,
  ) {}

  /** Throws NotFound for one about somebody out of the caller's reach. */
  async find(id: string): Promise<Decision> {
    const decision = await this.repository.find(id);
    if (!decision) throw new NotFound();
    await this.subjects.find(decision.subjectId);
    return decision;
  }

  /** The first, then what stands in its place after an appeal. */
  ofCase(caseId: string): Promise<Decision[]> {
    return this.repository.ofCase(caseId);
  }

  /** The oldest first, overturned ones among them. */
  ofSubjects(subjectIds: readonly string[]): Promise<Decision[]> {
    return this.repository.ofSubjects(subjectIds);
  }

  /** Violations and notices that stand, and when the person was told of each. */
  async standingFindings(subjectIds: readonly string[]): Promise<PastFinding[]> {
    const made = await this.repository.ofSubjects(subjectIds);
    const ids = made.map(({ id }) => id);
    const overturned = await this.repository.overturnedOf(ids);
    const delivered = await this.tasks.noticesDeliveredAt(ids);
    return made.flatMap(({ id, ruleCode, decidedAt }) =>
      ruleCode === null || overturned.has(id)
        ? []
        : [{ id, ruleCode, decidedAt, deliveredAt: delivered.get(id) ?? null }],
    );
  }

  /** Violations that stand, the oldest first. */
  async standingViolations(subjectIds: readonly string[]): Promise<StandingViolation[]> {
    const made = await this.repository.ofSubjects(subjectIds);
    const overturned = await this.repository.overturnedOf(made.map(({ id }) => id));
    return made.flatMap(({ id, outcome, ruleCode, ...rest }) =>
      outcome === 'violation' && ruleCode !== null && !overturned.has(id) ? [{ ...rest, id, ruleCode }] : [],
    );
  }

  /** Whom decisions were made about, in the order of ids, after `afterId`. */
  subjectsAfter(afterId: string, limit: number): Promise<string[]> {
    return this.repository.subjectsAfter(afterId, limit);
  }
}
