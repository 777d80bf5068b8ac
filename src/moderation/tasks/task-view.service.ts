import { Inject, Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { currentActor } from '../../platform/request-context.js';
import { Texts, type ShownText } from '../texts/texts.service.js';
import { guideOf, taskTitles } from './task-guide.js';
import { TaskMessagesRepository, type ReportedMessage } from './task-messages.repository.js';
import { TaskPeopleFinder, type TaskPeople } from './task-people.service.js';
import { taskActions } from './task-rights.js';
import type { ReadyMessageDto, TaskDto, TaskMessageDto } from './task.dto.js';
import { isTaskOver, type Task } from './task.js';

type Reading = (ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, ShownText>>;

interface Around {
  people: TaskPeople;
  messages: ReadonlyMap<string, ReportedMessage>;
  texts: ReadonlyMap<string, ShownText>;
  names: ReadonlyMap<string, string>;
  caller: string;
  now: string;
}

/** Tasks as people need them: what to do, with whom, and what to send. */
@Injectable()
export class TaskView {
  constructor(
    private readonly people: TaskPeopleFinder,
    private readonly messages: TaskMessagesRepository,
    private readonly texts: Texts,
    private readonly names: ActorNames,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async one(task: Task): Promise<TaskDto> {
    return this.show(task, await this.around([task], (ids) => this.texts.show(ids, currentActor())));
  }

  /** For answers kept under an Idempotency-Key: sensitive words stay out of them. */
  async forKeeping(task: Task): Promise<TaskDto> {
    return (await this.many([task]))[0]!;
  }

  /** For lists: sensitive words are masked for everybody. */
  async many(tasks: readonly Task[]): Promise<TaskDto[]> {
    const around = await this.around(tasks, (ids) => this.texts.showInList(ids));
    return tasks.map((task) => this.show(task, around));
  }

  private async around(tasks: readonly Task[], read: Reading): Promise<Around> {
    const messages = await this.messages.latestOf(tasks.flatMap(({ caseId }) => caseId ?? []));
    const kept = tasks.flatMap(({ messageTextId, proofTextId }) => [messageTextId, proofTextId]);
    const texts = await read([...kept, ...[...messages.values()].map(({ textId }) => textId)]);
    const who = tasks.flatMap(({ claimedBy, doneBy }) => [claimedBy ?? [], doneBy ?? []].flat());
    return {
      ...{ people: await this.people.of(tasks), messages, texts, names: await this.names.of(who) },
      ...{ caller: actorRef(currentActor()), now: this.clock.now() },
    };
  }

  private show(task: Task, around: Around): TaskDto {
    const { id, kind, status, caseId, causeType, causeId, dueAt, claimedBy, claimedUntil } = task;
    const { doneBy, doneAt, createdAt, updatedAt, version } = task;
    const { people, names, texts, caller, now } = around;
    const person = people.personOf(task);
    const message = messageOf(task, around);
    const { nickname, username } = person;
    const facts = { kind, nickname, username, postedAt: message?.postedAt ?? null };
    return {
      ...{ id, kind, title: taskTitles[kind], status, person },
      steps: guideOf({ ...facts, openChatUrl: this.settings.OPENCHAT_URL }),
      ...{ readyMessage: readyMessageOf(task, around), message, caseId, causeType, causeId },
      ...{ dueAt, overdue: dueAt !== null && dueAt < now && !isTaskOver(status) },
      ...{ claimedBy, claimedByName: names.get(claimedBy ?? '') ?? null, claimedUntil },
      ...{ doneBy, doneByName: names.get(doneBy ?? '') ?? null, doneAt },
      proof: texts.get(task.proofTextId ?? '')?.text ?? null,
      ...{ createdAt, updatedAt, version, allowedActions: taskActions(task, caller, now) },
    };
  }
}

function readyMessageOf(task: Task, { texts, people }: Around): ReadyMessageDto | null {
  if (task.messageTextId === null) return people.wordsFor(task);
  const shown = texts.get(task.messageTextId);
  return { th: shown?.text ?? null, en: null, masked: shown?.hidden ?? false };
}

function messageOf({ kind, caseId }: Task, { messages, texts }: Around): TaskMessageDto | null {
  const found = kind === 'delete_message' ? messages.get(caseId ?? '') : undefined;
  if (!found) return null;
  const { messageType, postedAt, textId } = found;
  const shown = texts.get(textId ?? '');
  return { messageType, postedAt, text: shown?.text ?? null, masked: shown?.hidden ?? false };
}
