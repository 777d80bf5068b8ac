import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { ShownSellers } from '../../sellers/shown-sellers.service.js';
import type { Person } from '../subjects/subject.js';
import type { Task, TaskCause, TaskKind } from './task.js';
import { TasksRepository } from './tasks.repository.js';

/** Something a person has to do in LINE, and why. */
export interface NewTask {
  kind: TaskKind;
  causeType: TaskCause;
  causeId: string;
  subjectId?: string | null;
  sellerId?: string | null;
  caseId?: string | null;
  /** The ready message, if it was kept; invitations and requests to rename are worded when they are read. */
  messageTextId?: string | null;
  dueAt?: string | null;
}

/** Makes and withdraws tasks. Writing needs a transaction. */
@Injectable()
export class Tasks {
  constructor(
    private readonly repository: TasksRepository,
    private readonly sellers: ShownSellers,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async createAll(wanted: readonly NewTask[]): Promise<Task[]> {
    const now = this.clock.now();
    const cooperatives = await this.cooperativesOf(wanted);
    const rows = wanted.map((task): Task => {
      const { kind, causeType, causeId, subjectId = null, sellerId = null, caseId = null } = task;
      const { messageTextId = null, dueAt = null } = task;
      return {
        ...{ id: newId(), kind, status: 'open', subjectId, sellerId, caseId, causeType, causeId },
        cooperativeId: cooperatives.get(sellerId ?? '') ?? null,
        ...{ messageTextId, claimedBy: null, claimedUntil: null, doneBy: null, doneAt: null },
        ...{ proofTextId: null, dueAt, createdAt: now, updatedAt: now, version: 1 },
      };
    });
    await this.repository.insert(rows);
    for (const { id, kind, causeType, causeId, subjectId, sellerId, caseId } of rows)
      this.journal.record({
        action: 'task.created',
        subject: { type: 'task', id },
        payload: { kind, causeType, causeId, subjectId, sellerId, caseId },
      });
    return rows;
  }

  /** What was not begun or not finished is not needed any more; answers the ids. */
  async cancelOpenOf(causeType: TaskCause, causeId: string): Promise<string[]> {
    return this.cancelAll(await this.repository.lockOpenOf(causeType, causeId));
  }

  /** Nobody is invited who has just been removed. */
  async cancelWelcomes({ subjectIds }: Person): Promise<string[]> {
    return this.cancelAll(await this.repository.lockOpenWelcomes(subjectIds));
  }

  private async cancelAll(open: readonly Task[]): Promise<string[]> {
    const updatedAt = this.clock.now();
    for (const { id, version, kind, causeType, causeId } of open) {
      const change = { status: 'cancelled' as const, claimedBy: null, claimedUntil: null, updatedAt };
      await this.repository.update(id, version, change);
      const payload = { kind, causeType, causeId };
      this.journal.record({ action: 'task.cancelled', subject: { type: 'task', id }, payload });
    }
    return open.map(({ id }) => id);
  }

  /** `KIND SUBJECT` of every task about these subjects that is not over. */
  async openOf(subjectIds: readonly string[]): Promise<Set<string>> {
    const open = await this.repository.openOf([...new Set(subjectIds)]);
    return new Set(open.map(({ kind, subjectId }) => `${kind} ${subjectId}`));
  }

  ofCause(causeType: TaskCause, causeId: string): Promise<Task[]> {
    return this.repository.ofCause(causeType, causeId);
  }

  isAnyOpenOf(caseId: string): Promise<boolean> {
    return this.repository.isAnyOpenOf(caseId);
  }

  /** Whether one of these subjects was asked to rename and let the time pass. */
  isRenameOverdue(subjectIds: readonly string[], now: string): Promise<boolean> {
    return this.repository.isRenameOverdue(subjectIds, now);
  }

  /** Null while the notice is not delivered. */
  async noticeDeliveredAt(decisionId: string): Promise<string | null> {
    return (await this.noticesDeliveredAt([decisionId])).get(decisionId) ?? null;
  }

  async noticesDeliveredAt(decisionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.repository.deliveries(decisionIds);
    return new Map(rows.map(({ decisionId, at }) => [decisionId, at]));
  }

  private async cooperativesOf(wanted: readonly NewTask[]): Promise<Map<string, string>> {
    const ids = [...new Set(wanted.flatMap(({ sellerId }) => sellerId ?? []))];
    const found = await Promise.all(ids.map((id) => this.sellers.byId(id)));
    return new Map(found.flatMap((seller) => (seller ? [[seller.id, seller.cooperativeId] as const] : [])));
  }
}
