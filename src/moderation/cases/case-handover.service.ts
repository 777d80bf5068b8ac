import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Invalid } from '../../platform/errors.js';
import { Subjects } from '../subjects/subjects.service.js';
import { CaseDesk } from './case-desk.service.js';
import type { CaseDto } from './case.dto.js';
import type { Case } from './case.js';
import { CaseWords } from './case-words.service.js';
import { CasesRepository } from './cases.repository.js';
import { CaseView } from './case-view.service.js';

/** How a case leaves the queue without a decision: to somebody senior, or as a duplicate. */
@Injectable()
export class CaseHandover {
  constructor(
    private readonly database: Database,
    private readonly desk: CaseDesk,
    private readonly repository: CasesRepository,
    private readonly subjects: Subjects,
    private readonly words: CaseWords,
    private readonly view: CaseView,
  ) {}

  escalate(id: string, reason: string, expectedVersion?: number): Promise<CaseDto> {
    return this.database.transaction(async () => {
      const row = await this.desk.lock(id, expectedVersion);
      const escalationTextId = await this.words.keepReason(row, reason);
      return this.view.forKeeping(await this.desk.take('escalation', row, { escalationTextId }));
    });
  }

  /** The other case must be of the same person and no duplicate itself. */
  markDuplicate(id: string, of: string, expectedVersion?: number): Promise<CaseDto> {
    return this.database.transaction(async () => {
      // The person first: two who name each case as the duplicate of the other wait for their turn.
      const { subjectIds } = await this.subjects.lock((await this.desk.find(id)).subjectId);
      const row = await this.desk.lock(id, expectedVersion);
      const original = await this.originalOf(row, of, subjectIds);
      if (original.isSensitive === 1) await this.words.hide(row);
      const closedAt = await this.words.endWithoutFinding(row);
      const isSensitive = Math.max(row.isSensitive, original.isSensitive);
      const change = { duplicateOf: of, openKey: null, closedAt, isSensitive };
      return this.view.forKeeping(await this.desk.take('duplicate', row, change, { duplicateOf: of }));
    });
  }

  private async originalOf(row: Case, of: string, subjectIds: readonly string[]): Promise<Case> {
    const original = await this.repository.lock(of);
    const isSamePerson = original !== undefined && subjectIds.includes(original.subjectId);
    if (!isSamePerson || original.id === row.id) throw notOfTheSamePerson(row.subjectId);
    if (original.status === 'duplicate') throw duplicateItself(original.duplicateOf!);
    return original;
  }
}

const notOfTheSamePerson = (subjectId: string): Invalid =>
  Invalid.field('/of', 'NOT_OF_THE_SAME_PERSON', {
    th: `of ต้องเป็นรหัสของอีกเรื่องหนึ่งของคนเดียวกัน ดูได้ที่ GET /v1/moderation/cases?subjectId=${subjectId}`,
    en: `of must be another case of the same person; see GET /v1/moderation/cases?subjectId=${subjectId}.`,
  });

const duplicateItself = (original: string): Invalid =>
  Invalid.field('/of', 'IS_A_DUPLICATE', {
    th: `เรื่องที่อ้างถึงซ้ำกับเรื่องอื่นอยู่แล้ว กรุณาใช้ ${original}`,
    en: `That case is a duplicate itself; name ${original}.`,
  });
