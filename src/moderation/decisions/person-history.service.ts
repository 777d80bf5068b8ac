import { Injectable } from '@nestjs/common';
import { Conduct } from '../standing/conduct.service.js';
import type { Person } from '../subjects/subject.js';
import { Tasks } from '../tasks/tasks.service.js';
import { Decisions } from './decisions.service.js';
import type { Facts } from './verdict.js';

/** What happened with somebody so far, as far as a decision goes by it. */
@Injectable()
export class PersonHistory {
  constructor(
    private readonly conduct: Conduct,
    private readonly decisions: Decisions,
    private readonly tasks: Tasks,
  ) {}

  async of(person: Person, at: string): Promise<Pick<Facts, 'record' | 'past' | 'renameIgnored'>> {
    return {
      record: await this.conduct.recordOf(person),
      past: await this.decisions.standingFindings(person.subjectIds),
      renameIgnored: await this.tasks.isRenameOverdue(person.subjectIds, at),
    };
  }
}
