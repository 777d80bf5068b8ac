import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Conflict, NotFound, Stale } from '../../platform/errors.js';
import { plusSeconds } from '../../platform/instant.js';
import { currentActor } from '../../platform/request-context.js';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import { Subjects } from '../subjects/subjects.service.js';
import { isHeldByAnother } from './case-actions.js';
import { canStep, caseSteps, type CaseStep } from './case-course.js';
import { claimMinutes, type Case } from './case.js';
import { CasesRepository } from './cases.repository.js';

/** Takes cases through the steps of their table. Each needs a transaction. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly repository: CasesRepository,
    private readonly subjects: Subjects,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound for an unknown case and for one out of the caller's reach. */
  async find(id: string): Promise<Case> {
    return this.reachable(await this.repository.find(id));
  }

  /** The case, locked, if nobody else holds it and it is still the expected version. Lock its subject first. */
  async lock(id: string, expectedVersion?: number): Promise<Case> {
    const row = await this.reachable(await this.repository.lock(id));
    if (expectedVersion !== undefined && expectedVersion !== row.version) throw new Stale(row.version);
    if (isHeldByAnother(row, actorRef(currentActor()), this.clock.now())) throw claimed(row);
    return row;
  }

  /** The most urgent case nobody holds becomes the caller's. */
  async claimNext(): Promise<Case> {
    const { cooperativeIds } = currentActor();
    const next = await this.repository.lockNext(this.clock.now(), cooperativeIds && [...cooperativeIds]);
    if (!next) throw nothingWaits();
    return this.take('claim', next, this.claim());
  }

  async claimOne(id: string, expectedVersion?: number): Promise<Case> {
    return this.take('claim', await this.lock(id, expectedVersion), this.claim());
  }

  /** Takes one step of the table with a case that is locked; throws Conflict if it does not start from its status. */
  async take(
    step: CaseStep,
    row: Case,
    more: Partial<Case> = {},
    payload: Record<string, unknown> = {},
  ): Promise<Case> {
    const { id, version, status } = row;
    if (!canStep(status, step)) throw wrongStatus(row, step);
    const { to } = caseSteps[step];
    const nobody = to === 'claimed' ? {} : { claimedBy: null, claimedUntil: null };
    const change = { ...nobody, ...more, status: to, updatedAt: this.clock.now() };
    if (!(await this.repository.update(id, version, change))) throw new Stale(version);
    this.journal.record({
      action: `case.${pastOf[step]}`,
      subject: { type: 'case', id },
      payload: { before: status, after: to, ...payload },
    });
    return { ...row, ...change, version: version + 1 };
  }

  private claim(): Partial<Case> {
    const claimedUntil = plusSeconds(this.clock.now(), claimMinutes * 60);
    return { claimedBy: actorRef(currentActor()), claimedUntil };
  }

  private async reachable(row: Case | undefined): Promise<Case> {
    if (!row) throw new NotFound();
    await this.subjects.find(row.subjectId);
    return row;
  }
}

/** How the journal names what happened. */
const pastOf: Readonly<Record<CaseStep, string>> = {
  claim: 'claimed',
  release: 'released',
  escalation: 'escalated',
  return: 'returned',
  duplicate: 'marked_duplicate',
  proposal: 'proposed',
  refusal: 'proposal_refused',
  decision: 'decided',
  closing: 'closed',
  reopening: 'reopened',
};

const nothingWaits = (): NotFound =>
  new NotFound({ th: 'ขณะนี้ไม่มีเรื่องรอพิจารณา', en: 'No case waits for anybody just now.' }, 'NO_CASE_WAITING');

const claimed = ({ id, claimedUntil }: Case): Conflict =>
  new Conflict(
    'CASE_CLAIMED',
    {
      th: `ผู้ดูแลอีกคนรับเรื่องนี้ไว้จนถึงวันที่ ${buddhistDateTime(claimedUntil!)} กรุณารอให้ครบเวลา หรือรับเรื่องอื่นจาก POST /v1/moderation/cases/next`,
      en: `Another moderator holds this case until ${claimedUntil}; wait until then, or take another one with POST /v1/moderation/cases/next.`,
    },
    { caseId: id, claimedUntil },
  );

const wrongStatus = ({ id, status }: Case, step: CaseStep): Conflict =>
  new Conflict(
    'CASE_WRONG_STATUS',
    {
      th: `ทำขั้นตอนนี้ไม่ได้ เพราะสถานะปัจจุบันของเรื่องคือ ${status} ดู allowedActions ของเรื่องนี้`,
      en: `Not possible while the status is ${status}; see the case's allowedActions.`,
    },
    { caseId: id, currentStatus: status, step },
  );
