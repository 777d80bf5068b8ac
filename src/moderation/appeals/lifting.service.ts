import { Injectable } from '@nestjs/common';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import { canTake } from '../../sellers/seller-status.js';
import { ProposalBook } from '../proposals/proposal-book.service.js';
import { Conduct } from '../standing/conduct.service.js';
import type { EndCause } from '../standing/strike.js';
import type { Person } from '../subjects/subject.js';
import type { TaskKind } from '../tasks/task.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { Ruling } from './appeal-ruling.js';

/** What to take back, and in whose name. */
export interface LiftingOrder {
  cause: EndCause;
  /** The appeal's or the proposal's id. */
  causeId: string;
  person: Person;
  subjectId: string;
  caseId: string | null;
  ruling: Ruling;
  /** Null if somebody else tells the person. */
  noticeTextId: string | null;
  /** Decisions whose open tasks are not needed any more. */
  endedDecisionIds: readonly string[];
}

export interface Lifted {
  strikeIds: string[];
  sanctionIds: string[];
  taskIds: string[];
  cancelledTaskIds: string[];
  returned: boolean;
}

/** Shown with the seller. */
const reasons: Readonly<Record<EndCause, string>> = {
  appeal: 'กลับเข้ากลุ่มได้หลังการอุทธรณ์',
  reinstatement: 'รับกลับเข้ากลุ่มโดยผู้ดูแลสองคน',
};

/** Takes strikes back, ends sanctions, and brings who was removed back. Needs a transaction and the person locked. */
@Injectable()
export class Lifting {
  constructor(
    private readonly conduct: Conduct,
    private readonly tasks: Tasks,
    private readonly course: SellerCourse,
    private readonly proposals: ProposalBook,
  ) {}

  async lift(order: LiftingOrder): Promise<Lifted> {
    const { cause, causeId, ruling, endedDecisionIds } = order;
    await this.conduct.reverse(ruling.strikes, cause, causeId);
    await this.conduct.endSanctions(ruling.sanctions, cause, causeId);
    await this.conduct.startAll(ruling.successors);
    if (ruling.sanctions.some(({ kind }) => kind === 'removal'))
      await this.proposals.overtake('reinstatement', order.person, causeId);
    const returned = ruling.returns && (await this.bringBack(order));
    const cancelled: string[] = [];
    for (const id of endedDecisionIds) cancelled.push(...(await this.tasks.cancelOpenOf('decision', id)));
    const made = await this.tasks.createAll(this.tasksOf(order));
    return {
      strikeIds: ruling.strikes.map(({ id }) => id),
      sanctionIds: ruling.sanctions.map(({ id }) => id),
      taskIds: made.map(({ id }) => id),
      cancelledTaskIds: cancelled,
      returned,
    };
  }

  private async bringBack({ person, cause }: LiftingOrder): Promise<boolean> {
    const { sellerId } = person;
    if (sellerId === null) return true;
    const { status } = await this.course.lock(sellerId);
    if (!canTake(status, 'reinstatement')) return false;
    await this.course.take('reinstatement', sellerId, { reason: reasons[cause] });
    return true;
  }

  private tasksOf({ cause, causeId, person, subjectId, caseId, ruling, noticeTextId }: LiftingOrder) {
    const kinds = ruling.tasks.filter((kind: TaskKind) => kind !== 'deliver_notice' || noticeTextId !== null);
    return kinds.map((kind) => ({
      ...{ kind, causeType: cause, causeId, subjectId, sellerId: person.sellerId, caseId },
      messageTextId: kind === 'deliver_notice' ? noticeTextId : null,
    }));
  }
}
