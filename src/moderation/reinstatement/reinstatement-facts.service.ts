import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { PersonNames } from '../decisions/person-names.service.js';
import { Conduct } from '../standing/conduct.service.js';
import type { Ruling } from '../appeals/appeal-ruling.js';
import { reinstatementNotice } from '../appeals/appeal-notice.js';
import type { Person } from '../subjects/subject.js';
import { Tasks } from '../tasks/tasks.service.js';
import { notRemoved } from './reinstatement-errors.js';
import {
  removalsAt,
  strikesStillToReverse,
  strikesToReverse,
  type ReinstatementOrder,
} from './reinstatement-order.js';

/** Works out what taking somebody back leads to; changes nothing. */
@Injectable()
export class ReinstatementFacts {
  constructor(
    private readonly conduct: Conduct,
    private readonly tasks: Tasks,
    private readonly names: PersonNames,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Needs the person locked. Throws Conflict if they are not removed, Invalid for strikes that are not theirs. */
  async rulingFor(
    person: Person,
    { strikeIds }: Pick<ReinstatementOrder, 'strikeIds'>,
    isConfirmed = false,
  ): Promise<Ruling> {
    const record = await this.conduct.recordOf(person);
    const sanctions = removalsAt(record, this.clock.now());
    if (sanctions.length === 0) throw notRemoved(person.sellerId);
    const strikes = isConfirmed
      ? strikesStillToReverse(record, strikeIds)
      : strikesToReverse(record, strikeIds);
    const out = await this.wasTakenOut(sanctions.map(({ decisionId }) => decisionId));
    const tasks = ['deliver_notice', ...(out ? (['lift_ban', 'invite'] as const) : [])] as const;
    return { strikes, sanctions, successors: [], returns: true, tasks };
  }

  async noticeFor(person: Person, subjectId: string): Promise<string> {
    const { name } = await this.names.of(person, subjectId);
    return reinstatementNotice({ name, helpContact: this.settings.HELP_CONTACT }).th;
  }

  private async wasTakenOut(decisionIds: readonly string[]): Promise<boolean> {
    for (const id of decisionIds) {
      const tasks = await this.tasks.ofCause('decision', id);
      if (tasks.some(({ kind, status }) => kind === 'remove_member' && status !== 'open')) return true;
    }
    return false;
  }
}
