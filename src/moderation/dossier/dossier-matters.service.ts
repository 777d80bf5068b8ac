import { Injectable } from '@nestjs/common';
import type { Message } from '../../platform/message.js';
import { CasesRepository } from '../cases/cases.repository.js';
import { Decisions } from '../decisions/decisions.service.js';
import type { Decision } from '../decisions/decision.js';
import { ReportsRepository } from '../reports/reports.repository.js';
import { Rules } from '../rules/rules.service.js';
import { mostTold, type DossierFacts } from './dossier.js';

/** What was reported of somebody, and what was decided. */
@Injectable()
export class DossierMatters {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly cases: CasesRepository,
    private readonly decisions: Decisions,
    private readonly rules: Rules,
  ) {}

  async of(
    subjectIds: readonly string[],
  ): Promise<Pick<DossierFacts, 'reports' | 'cases' | 'decisions' | 'rules'>> {
    const decisions = await this.decisions.ofSubjects(subjectIds);
    return {
      // One more than is told, so that it shows when there is more.
      reports: await this.reports.newestOf(subjectIds, mostTold + 1),
      cases: await this.cases.endedOf(subjectIds, mostTold + 1),
      ...{ decisions, rules: await this.titlesOf(decisions) },
    };
  }

  /** As the rules read when they were applied. */
  private async titlesOf(decisions: readonly Decision[]): Promise<Map<string, Message>> {
    const titles = new Map<string, Message>();
    for (const id of new Set(decisions.flatMap(({ ruleVersionId }) => ruleVersionId ?? [])))
      titles.set(id, (await this.rules.version(id)).title);
    return titles;
  }
}
