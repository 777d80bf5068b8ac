import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { currentActor } from '../../platform/request-context.js';
import { SellerView } from '../../sellers/seller-view.service.js';
import type { ShownSeller } from '../../sellers/seller.js';
import { ShownSellers } from '../../sellers/shown-sellers.service.js';
import type { Subject } from '../subjects/subject.js';
import { Subjects } from '../subjects/subjects.service.js';
import { renameMessage } from './task-guide.js';
import type { ReadyMessageDto, TaskPersonDto } from './task.dto.js';
import type { Task } from './task.js';

/** Whom tasks are about and what to send them; looked up for a whole page at once. */
export interface TaskPeople {
  personOf(task: Task): TaskPersonDto;
  /** Words made when they are read; null where the task has none of this kind. */
  wordsFor(task: Task): ReadyMessageDto | null;
}

@Injectable()
export class TaskPeopleFinder {
  constructor(
    private readonly subjects: Subjects,
    private readonly sellers: ShownSellers,
    private readonly view: SellerView,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(tasks: readonly Task[]): Promise<TaskPeople> {
    const subjects = await this.subjects.findAll(tasks.flatMap(({ subjectId }) => subjectId ?? []));
    const sellers = await this.sellers.byIds([...new Set(tasks.flatMap(({ sellerId }) => sellerId ?? []))]);
    const find = ({ subjectId, sellerId }: Task) => ({
      subject: subjects.get(subjectId ?? ''),
      seller: sellers.get(sellerId ?? ''),
    });
    return {
      personOf: (task) => this.person(task, find(task)),
      wordsFor: (task) => this.words(task, find(task).seller),
    };
  }

  private person(
    { subjectId, sellerId }: Task,
    { subject, seller }: { subject?: Subject; seller?: ShownSeller },
  ): TaskPersonDto {
    const nickname = subject?.nickname ?? seller?.username ?? '';
    const nobody = {
      username: null,
      firstName: null,
      lastName: null,
      phone: null,
      email: null,
      lineId: null,
    };
    if (!seller) return { subjectId, sellerId, nickname, ...nobody };
    const { username, firstName, lastName, phone, email, lineId } = this.view.summary(seller, currentActor());
    return { subjectId, sellerId, nickname, username, firstName, lastName, phone, email, lineId };
  }

  private words({ kind }: Task, seller: ShownSeller | undefined): ReadyMessageDto | null {
    if (kind === 'rename')
      return { ...renameMessage(seller?.username ?? null, this.settings.HELP_CONTACT), masked: false };
    const invitation = kind === 'invite' && seller ? this.view.invitation(seller).inviteMessage : null;
    return invitation && { ...invitation, masked: false };
  }
}
