import { Injectable } from '@nestjs/common';
import { Cursors } from '../platform/http/cursor.js';
import type { Page, PageQuery } from '../platform/http/page.dto.js';
import type { AuditFacts } from './audit-chain.js';
import type { AuditEntryDto, AuditQuery } from './journal.dto.js';
import { JournalRepository } from './journal.repository.js';

/** Reads the audit chain for people. */
@Injectable()
export class JournalReader {
  constructor(
    private readonly repository: JournalRepository,
    private readonly cursors: Cursors,
  ) {}

  async list({ limit = 50, cursor, ...filter }: AuditQuery): Promise<Page<AuditEntryDto>> {
    const binding = ['audit', filter];
    const [before = Number.MAX_SAFE_INTEGER] = this.cursors.open(cursor, binding) ?? [];
    const rows = await this.repository.newest(filter, Number(before), limit + 1);
    const page = this.cursors.page(rows, limit, ({ seq }) => [seq], binding);
    return { items: page.items.map(shown), nextCursor: page.nextCursor };
  }

  /** Everything that happened to one subject, newest first. */
  historyOf(subject: { type: string; id: string }, query: PageQuery): Promise<Page<AuditEntryDto>> {
    return this.list({ ...query, subjectType: subject.type, subjectId: subject.id });
  }
}

const shown = ({ payload, ...facts }: AuditFacts & { hash: string }): AuditEntryDto => ({
  ...facts,
  details: JSON.parse(payload) as Record<string, unknown>,
});
