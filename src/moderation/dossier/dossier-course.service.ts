import { Injectable } from '@nestjs/common';
import { AppealsRepository } from '../appeals/appeals.repository.js';
import { ProposalsRepository } from '../proposals/proposals.repository.js';
import { Conduct } from '../standing/conduct.service.js';
import type { Person } from '../subjects/subject.js';
import { TasksRepository } from '../tasks/tasks.repository.js';
import { mostTold, type DossierFacts } from './dossier.js';

type Course = Pick<DossierFacts, 'record' | 'tasks' | 'appeals' | 'appealDecisions' | 'proposals'>;

/** What decisions led to, and what people did about them. */
@Injectable()
export class DossierCourse {
  constructor(
    private readonly conduct: Conduct,
    private readonly tasks: TasksRepository,
    private readonly appeals: AppealsRepository,
    private readonly proposals: ProposalsRepository,
  ) {}

  async of(person: Person): Promise<Course> {
    const { subjectIds, sellerId } = person;
    const appeals = await this.appeals.ofSubjects(subjectIds);
    return {
      record: await this.conduct.recordOf(person),
      tasks: await this.tasks.latestOf(subjectIds, sellerId, mostTold + 1),
      ...{ appeals, appealDecisions: await this.appeals.decisionsOf(appeals.map(({ id }) => id)) },
      proposals: await this.proposals.newestOf(subjectIds, mostTold + 1),
    };
  }
}
