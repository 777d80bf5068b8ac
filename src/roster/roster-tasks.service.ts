import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { Subjects } from '../moderation/subjects/subjects.service.js';
import { Tasks, type NewTask } from '../moderation/tasks/tasks.service.js';
import { Database } from '../platform/database/database.js';
import { Conflict, Invalid } from '../platform/errors.js';
import { RosterReports } from './roster-reports.service.js';
import { taskFor } from './roster-verdict.js';
import type { RosterTaskKind, RosterTasksDto, RosterTasksRequestDto } from './roster.dto.js';
import type { RosterEntryEntity } from './roster.entity.js';
import { RosterRepository } from './roster.repository.js';

/** An OpenChat holds no more people. */
const most = 5_000;

interface Wanted {
  entry: RosterEntryEntity;
  kind: RosterTaskKind;
}

/** Makes the tasks that an audit shows to be needed, when somebody asks for them. */
@Injectable()
export class RosterTasks {
  constructor(
    private readonly database: Database,
    private readonly repository: RosterRepository,
    private readonly reports: RosterReports,
    private readonly subjects: Subjects,
    private readonly tasks: Tasks,
    private readonly journal: Journal,
  ) {}

  /** Throws NotFound, or Conflict once the nicknames are gone. A task that is open already is not made again. */
  make(auditId: string, { kinds, lines }: RosterTasksRequestDto): Promise<RosterTasksDto> {
    return this.database.transaction(async () => {
      const { expiredAt } = await this.reports.find(auditId);
      if (expiredAt !== null) throw expired(auditId);
      const wanted = await this.wanted(auditId, kinds, lines && new Set(lines));
      const subjects = await this.subjectsOf(wanted);
      const open = await this.tasks.openOf(subjects);
      const isOpen = ({ kind }: Wanted, i: number) => open.has(`${kind} ${subjects[i]}`);
      const made = await this.tasks.createAll(
        wanted.flatMap((each, i) => (isOpen(each, i) ? [] : [newTask(auditId, each, subjects[i]!)])),
      );
      const payload = { kinds, made: made.length };
      this.journal.record({
        action: 'roster.tasks_made',
        subject: { type: 'roster-audit', id: auditId },
        payload,
      });
      return {
        created: made.map(({ id }) => id),
        alreadyOpen: wanted.filter(isOpen).map(({ entry }) => entry.line),
      };
    });
  }

  private async wanted(
    auditId: string,
    kinds: readonly RosterTaskKind[],
    lines: ReadonlySet<number> | undefined,
  ): Promise<Wanted[]> {
    const entries = await this.repository.entries(auditId, undefined, 0, most);
    checkLines(entries, lines);
    return entries.flatMap((entry) => {
      const kind = taskFor(entry.verdict, entry.likeness);
      const isAsked = kind !== undefined && kinds.includes(kind) && (lines?.has(entry.line) ?? true);
      return isAsked ? [{ entry, kind }] : [];
    });
  }

  /** The name as it stands in the group is what a moderator looks for. */
  private async subjectsOf(wanted: readonly Wanted[]): Promise<string[]> {
    const found = await this.subjects.ofNicknames(wanted.map(({ entry }) => entry.nickname));
    return wanted.map(({ entry }) => entry.subjectId ?? found.get(entry.nickname)!.id);
  }
}

/** A line nobody is on is a slip of whoever asks. */
function checkLines(entries: readonly RosterEntryEntity[], lines: ReadonlySet<number> = new Set()): void {
  const known = new Set(entries.map(({ line }) => line));
  const unknown = [...lines].filter((line) => !known.has(line));
  if (unknown.length > 0) throw lineUnknown(unknown);
}

const lineUnknown = (unknown: readonly number[]): Invalid => {
  const named = unknown.slice(0, 20).join(', ');
  return Invalid.field('/lines', 'LINE_UNKNOWN', {
    th: `ไม่มีชื่อในบรรทัด ${named} ของรายชื่อนี้ ดูเลขบรรทัดได้ที่ entries ของการตรวจ`,
    en: `No nickname stands on line ${named} of this list; see the entries of the audit.`,
  });
};

const newTask = (causeId: string, { kind, entry: { sellerId } }: Wanted, subjectId: string): NewTask => ({
  ...{ kind, causeType: 'roster', causeId, subjectId, sellerId },
});

const expired = (auditId: string): Conflict =>
  new Conflict(
    'ROSTER_EXPIRED',
    {
      th: 'รายชื่อของการตรวจนี้ถูกลบตามกำหนดแล้ว กรุณาวางรายชื่อใหม่',
      en: 'The nicknames of this audit have been deleted; paste the list again.',
    },
    { auditId },
  );
