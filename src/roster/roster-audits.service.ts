import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal.service.js';
import { actorRef } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { limitedKey } from '../platform/limited-key.js';
import { currentActor } from '../platform/request-context.js';
import { RosterFactsService, type KnownMember } from './roster-facts.service.js';
import { MOST_MEMBERS, readRoster, type RosterLine } from './roster-reading.js';
import { judgeMember, rosterVerdicts, type RosterFinding } from './roster-verdict.js';
import type { RosterAuditDto, RosterAuditRequestDto } from './roster.dto.js';
import type { RosterEntryEntity } from './roster.entity.js';
import { RosterRepository } from './roster.repository.js';
import { RosterView } from './roster-view.service.js';

interface Judged extends KnownMember {
  finding: RosterFinding;
}

/** Compares the group's member list with the registry. */
@Injectable()
export class RosterAudits {
  constructor(
    private readonly database: Database,
    private readonly repository: RosterRepository,
    private readonly facts: RosterFactsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly view: RosterView,
  ) {}

  /**
   * Throws Invalid for a text without a nickname or with more than an OpenChat holds, Forbidden for a key limited to
   * cooperatives: the list is everybody's.
   */
  async compare({ text, complete = false, note }: RosterAuditRequestDto): Promise<RosterAuditDto> {
    if (currentActor().cooperativeIds) throw limitedKey();
    const { members, unread } = readRoster(text);
    refuseUnreadable(members);
    const known = await this.facts.gather(members);
    const judged = known.map((each): Judged => ({ ...each, finding: judgeMember(each.facts) }));
    const cases = await this.facts.casesOf(sellersOf(judged, 'removed_before'));
    const active = await this.facts.countActive();
    return this.database.transaction(async () => {
      const auditId = newId();
      const now = this.clock.now();
      const present = sellersOf(judged, 'exact_seller', 'variant_of_seller');
      const audit = {
        ...{ id: auditId, note: note ?? null, complete: complete ? 1 : 0, members: members.length },
        ...{ counts: JSON.stringify(countsOf(judged)), missing: Math.max(active - present.length, 0) },
        ...{ createdBy: actorRef(currentActor()), createdAt: now, expiredAt: null },
      };
      await this.repository.insert(
        audit,
        judged.map((each) => entryOf(auditId, each, cases)),
      );
      await this.repository.observe(
        present.map((sellerId) => ({ sellerId, present: 1, observedAt: now, auditId })),
      );
      if (complete) await this.repository.observeAbsence(auditId, now);
      const payload = { members: members.length, complete };
      this.journal.record({
        action: 'roster.audited',
        subject: { type: 'roster-audit', id: auditId },
        payload,
      });
      return this.view.audit(audit, unread);
    });
  }
}

function refuseUnreadable(members: readonly RosterLine[]): void {
  if (members.length === 0)
    throw Invalid.field('/text', 'ROSTER_EMPTY', {
      th: 'ไม่พบชื่อสมาชิกในข้อความ กรุณาวางรายชื่อหนึ่งชื่อต่อบรรทัด',
      en: 'There is no nickname in the text; please paste one nickname a line.',
    });
  if (members.length > MOST_MEMBERS)
    throw Invalid.field('/text', 'ROSTER_TOO_LONG', {
      th: `มี ${members.length} ชื่อ เกิน ${MOST_MEMBERS} ชื่อ กรุณาแบ่งเป็นหลายครั้ง โดยไม่ระบุว่าเป็นรายชื่อครบทั้งกลุ่ม`,
      en: `${members.length} nicknames are more than ${MOST_MEMBERS}; please send them in parts, not marked as complete.`,
    });
}

/** Ids of the sellers found under these verdicts, each once. */
const sellersOf = (judged: readonly Judged[], ...verdicts: RosterFinding['verdict'][]): string[] => [
  ...new Set(
    judged.flatMap(({ finding: { verdict, holder } }) =>
      holder && verdicts.includes(verdict) ? holder.sellerId : [],
    ),
  ),
];

function countsOf(judged: readonly Judged[]) {
  const counts = Object.fromEntries(rosterVerdicts.map((verdict) => [verdict, 0]));
  for (const { finding } of judged) counts[finding.verdict]!++;
  return counts;
}

function entryOf(
  auditId: string,
  { member, judged, finding: { verdict, holder, stranger } }: Judged,
  cases: ReadonlyMap<string, string>,
): RosterEntryEntity {
  const { canonical, issues } = judged;
  return {
    ...{ auditId, line: member.line, nickname: member.nickname, verdict },
    likeness: holder?.likeness ?? stranger?.likeness ?? null,
    sellerId: holder?.sellerId ?? null,
    subjectId: stranger?.subjectId ?? null,
    caseId: stranger?.caseId ?? (holder && cases.get(holder.sellerId)) ?? null,
    shouldBe: verdict === 'variant_of_seller' ? holder!.username : verdict === 'malformed' ? canonical : null,
    issues: JSON.stringify(verdict === 'malformed' || verdict === 'variant_of_seller' ? issues : []),
  };
}
