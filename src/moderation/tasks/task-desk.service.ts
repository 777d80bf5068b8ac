import { Injectable } from '@nestjs/common';
import { actorRef, mayReach } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Invalid, NotFound, Stale } from '../../platform/errors.js';
import { plusSeconds } from '../../platform/instant.js';
import { currentActor } from '../../platform/request-context.js';
import { claimMinutes } from '../cases/case.js';
import { TaskCompletion } from './task-completion.service.js';
import { taskConflict } from './task-rights.js';
import type { CompletionDto, TaskDto } from './task.dto.js';
import { taskSteps, type Task, type TaskStep } from './task.js';
import { TaskView } from './task-view.service.js';
import { TasksRepository } from './tasks.repository.js';

/** People take tasks, give them back and say how they went. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly database: Database,
    private readonly repository: TasksRepository,
    private readonly completions: TaskCompletion,
    private readonly view: TaskView,
    private readonly clock: Clock,
  ) {}

  claim(id: string, expectedVersion?: number): Promise<TaskDto> {
    const claimedUntil = plusSeconds(this.clock.now(), claimMinutes * 60);
    const change = { claimedBy: actorRef(currentActor()), claimedUntil };
    return this.step('claim', id, change, expectedVersion);
  }

  release(id: string, expectedVersion?: number): Promise<TaskDto> {
    return this.step('release', id, { claimedBy: null, claimedUntil: null }, expectedVersion);
  }

  /** The last task over closes the case. Throws Invalid for one that was not possible without a reason. */
  complete(id: string, { outcome, ...said }: CompletionDto, expectedVersion?: number): Promise<TaskDto> {
    const proof = isReadable(said.proof) ? said.proof : undefined;
    if (outcome === 'not_possible' && proof === undefined) throw reasonMissing();
    return this.database.transaction(async () => {
      const known = await this.find(id);
      const matter = await this.completions.lockCase(known);
      const task = await this.lock(id, outcome, expectedVersion);
      const proofTextId = await this.completions.keepProof(proof, matter);
      const doneBy = actorRef(currentActor());
      const end = { proofTextId, doneBy, doneAt: this.clock.now(), claimedBy: null, claimedUntil: null };
      const done = await this.change(task, outcome, end);
      await this.completions.afterwards(matter);
      return this.view.forKeeping(done);
    });
  }

  /** Throws NotFound for a task about a seller out of the caller's reach. */
  async find(id: string): Promise<Task> {
    return reachable(await this.repository.find(id));
  }

  private step(step: TaskStep, id: string, change: Partial<Task>, version?: number): Promise<TaskDto> {
    return this.database.transaction(async () => {
      const task = await this.lock(id, step, version);
      return this.view.forKeeping(await this.change(task, step, change));
    });
  }

  private async lock(id: string, step: TaskStep, expectedVersion?: number): Promise<Task> {
    const task = reachable(await this.repository.lock(id));
    if (expectedVersion !== undefined && expectedVersion !== task.version) throw new Stale(task.version);
    const conflict = taskConflict(task, step, actorRef(currentActor()), this.clock.now());
    if (conflict) throw conflict;
    return task;
  }

  private async change(task: Task, step: TaskStep, more: Partial<Task>): Promise<Task> {
    const change = { ...more, status: taskSteps[step].to, updatedAt: this.clock.now() };
    if (!(await this.repository.update(task.id, task.version, change))) throw new Stale(task.version);
    this.completions.record(step, task);
    return { ...task, ...change, version: task.version + 1 };
  }
}

/** Blanks prove nothing. */
const isReadable = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text);

function reachable(task: Task | undefined): Task {
  const { cooperativeIds } = currentActor();
  if (!task) throw new NotFound();
  if (cooperativeIds === undefined) return task;
  if (task.cooperativeId === null || !mayReach(currentActor(), task.cooperativeId)) throw new NotFound();
  return task;
}

const reasonMissing = () =>
  Invalid.field('/proof', 'REASON_REQUIRED', {
    th: 'หากทำไม่ได้ กรุณาบอกเหตุใน proof เช่น ผู้นั้นออกจากกลุ่มไปแล้ว',
    en: 'Say in proof why it was not possible, such as: the person has left the group.',
  });
