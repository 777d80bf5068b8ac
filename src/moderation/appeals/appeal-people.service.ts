import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { Subjects } from '../subjects/subjects.service.js';
import { AppealHold } from './appeal-hold.service.js';
import type { Appeal } from './appeal.js';

/** Names of who files and hears appeals, and of whom they are about. */
@Injectable()
export class AppealPeople {
  constructor(
    private readonly names: ActorNames,
    private readonly subjects: Subjects,
    private readonly hold: AppealHold,
  ) {}

  async of(appeals: readonly Appeal[]) {
    const names = await this.names.of(
      appeals.flatMap(({ filedBy, claimedBy }) => [filedBy, claimedBy ?? []].flat()),
    );
    return { names, subjects: await this.subjects.findAll(appeals.map(({ subjectId }) => subjectId)) };
  }

  decidersOf(caseId: string): Promise<string[]> {
    return this.hold.decidersOf(caseId);
  }

  async nameOf(actor: string): Promise<string | null> {
    return (await this.names.of([actor])).get(actor) ?? null;
  }
}
