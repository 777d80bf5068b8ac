import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import type { Case } from '../cases/case.js';
import { Policies } from '../policy/policies.service.js';
import { Rules } from '../rules/rules.service.js';
import type { Person } from '../subjects/subject.js';
import { PersonHistory } from './person-history.service.js';
import { PersonNames } from './person-names.service.js';
import type { Facts, Finding, RuleAtHand } from './verdict.js';

/** A case to decide and whom it is about, both kept from other writers. */
export interface CaseAtHand {
  matter: Case;
  person: Person;
  /** A moderator orders the removal, whatever the points say. */
  ordersRemoval: boolean;
}

/** Brings together what a decision is made of. */
@Injectable()
export class DecisionFacts {
  constructor(
    private readonly rules: Rules,
    private readonly policies: Policies,
    private readonly history: PersonHistory,
    private readonly names: PersonNames,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async gather({ matter, person, ordersRemoval }: CaseAtHand, finding: Finding): Promise<Facts> {
    const at = this.clock.now();
    return {
      ...{ at, finding, rule: await this.ruleOf(finding), policy: await this.policies.inForce() },
      ...(await this.history.of(person, at)),
      postedAt: matter.lastPostedAt ?? matter.firstReportedAt,
      hasMessage: matter.reportCount > 0,
      ordersRemoval,
      removalsNeedTwo: this.settings.REMOVAL_NEEDS_SECOND_PERSON,
      ...(await this.names.of(person, matter.subjectId)),
      helpContact: this.settings.HELP_CONTACT,
    };
  }

  private async ruleOf({ ruleCode }: Finding): Promise<RuleAtHand | null> {
    if (ruleCode === null) return null;
    const { id, code, severity, firstTimeSeverity, title } = await this.rules.current(ruleCode);
    return { code, versionId: id, severity, firstTimeSeverity, title };
  }
}
