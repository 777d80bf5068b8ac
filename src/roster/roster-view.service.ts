import { Injectable } from '@nestjs/common';
import { ActorNames } from '../platform/actor-names.js';
import type { UsernameIssueDto } from '../usernames/usernames.dto.js';
import { rosterAdvice } from './roster-texts.js';
import { rosterVerdicts, type RosterVerdict } from './roster-verdict.js';
import type { RosterActionDto, RosterAuditDto, RosterEntryDto } from './roster.dto.js';
import type { RosterAuditEntity, RosterEntryEntity } from './roster.entity.js';

/** Roster audits as callers see them. */
@Injectable()
export class RosterView {
  constructor(private readonly names: ActorNames) {}

  async audit(audit: RosterAuditEntity, unreadLines: number[] = []): Promise<RosterAuditDto> {
    const [shown] = await this.audits([audit]);
    return { ...shown!, unreadLines };
  }

  async audits(audits: readonly RosterAuditEntity[]): Promise<RosterAuditDto[]> {
    const names = await this.names.of(audits.map(({ createdBy }) => createdBy));
    return audits.map(
      ({ id, note, complete, members, counts, missing, createdBy, createdAt, expiredAt }) => ({
        ...{
          id,
          note,
          complete: complete === 1,
          members,
          counts: countsOf(counts),
          missing,
          unreadLines: [],
        },
        ...{ createdBy, createdByName: names.get(createdBy) ?? null, createdAt, expired: expiredAt !== null },
        allowedActions: expiredAt === null ? actionsOf(id) : [],
      }),
    );
  }

  entry({ auditId: _, issues, ...entry }: RosterEntryEntity): RosterEntryDto {
    const advice = rosterAdvice[entry.verdict];
    return { ...entry, advice, issues: JSON.parse(issues) as UsernameIssueDto[] };
  }
}

function countsOf(counts: string) {
  const numbers = JSON.parse(counts) as Partial<Record<RosterVerdict, number>>;
  return rosterVerdicts.map((verdict) => ({
    ...{ verdict, advice: rosterAdvice[verdict], count: numbers[verdict] ?? 0 },
  }));
}

const actionsOf = (id: string): RosterActionDto[] => [
  {
    ...{
      action: 'tasks',
      method: 'POST',
      path: `/v1/roster-audits/${id}/tasks`,
      requires: 'moderation:write',
    },
    consequence: {
      th: 'สร้างงานขอเปลี่ยนชื่อและงานเชิญออก ให้ผู้ดูแลไปทำใน LINE แล้วกลับมายืนยัน ยังไม่มีผลกับใครจนกว่าจะมีคนทำ',
      en: 'Makes tasks to ask for a new name and to remove, which somebody does in LINE and confirms; nobody is touched until then.',
    },
  },
];
