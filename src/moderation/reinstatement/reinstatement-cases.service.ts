import { Injectable } from '@nestjs/common';
import { CaseEnding } from '../cases/case-ending.service.js';
import type { Case } from '../cases/case.js';
import { CaseHold } from '../decisions/case-hold.service.js';
import type { Decision } from '../decisions/decision.js';
import { Decisions } from '../decisions/decisions.service.js';
import type { Sanction } from '../standing/sanction.js';

/** The cases that somebody was removed for. */
@Injectable()
export class ReinstatementCases {
  constructor(
    private readonly decisions: Decisions,
    private readonly hold: CaseHold,
    private readonly ending: CaseEnding,
  ) {}

  /** Kept from other writers, before any of their tasks is. Needs a transaction. */
  async take(removals: readonly Sanction[]): Promise<Case[]> {
    const decisions = await this.decisionsOf(removals);
    const matters: Case[] = [];
    for (const caseId of [...new Set(decisions.map((decision) => decision.caseId))].sort())
      matters.push((await this.hold.take(caseId)).matter);
    return matters;
  }

  /** Whether any of them was for grave words, which reason and notice may tell. */
  async areGrave(removals: readonly Sanction[]): Promise<boolean> {
    return (await this.decisionsOf(removals)).some(({ severity }) => severity === 'S3');
  }

  /** Tasks that are not needed any more hold no case open. */
  async closeDone(matters: readonly Case[]): Promise<void> {
    for (const matter of matters) await this.ending.closeIfDone(matter);
  }

  private decisionsOf(removals: readonly Sanction[]): Promise<Decision[]> {
    return Promise.all(removals.map(({ decisionId }) => this.decisions.find(decisionId)));
  }
}
