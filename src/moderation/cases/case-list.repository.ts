import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { reachCondition } from '../subjects/reach.repository.js';
import type { CaseStatus } from './case-course.js';
import { cases } from './case.entity.js';
import type { Case } from './case.js';

const read = `SELECT ${cases.columns.join(', ')} FROM moderation_case`;

/** What a list of cases may be narrowed to. */
export interface CaseFilter {
  status?: CaseStatus;
  ruleCode?: string;
  severity?: string;
  subjectId?: string;
  sellerId?: string;
  claimedBy?: string;
  from?: string;
  /** Exclusive. */
  to?: string;
  /** Undefined means all. */
  cooperativeIds?: readonly string[];
  /** Claims that end before are over. */
  now: string;
}

/** Pages of cases, narrowed by a filter. */
@Injectable()
export class CaseListRepository {
  constructor(private readonly database: Database) {}

  /** One page, the newest first, before `beforeId`. */
  page(filter: CaseFilter, beforeId: string | undefined, limit: number): Promise<Case[]> {
    const { sql, values } = conditionsOf(filter, beforeId);
    const reach = reachCondition(filter.cooperativeIds);
    return this.database.all(`${read} WHERE 1 = 1${sql}${reach.sql} ORDER BY id DESC LIMIT ?`, [
      ...values,
      ...reach.values,
      limit,
    ]);
  }
}

function conditionsOf(filter: CaseFilter, beforeId: string | undefined) {
  const { status, now, claimedBy } = filter;
  const given: (readonly [string, readonly (string | undefined)[]])[] = [
    ['id < ?', [beforeId]],
    [statusCondition(status), status === 'open' || status === 'claimed' ? [now] : [status]],
    ['suggestedRule = ?', [filter.ruleCode]],
    ['severity = ?', [filter.severity]],
    ['subjectId = ?', [filter.subjectId]],
    ['subjectId IN (SELECT id FROM moderation_subject WHERE sellerId = ?)', [filter.sellerId]],
    ["claimedBy = ? AND status = 'claimed' AND claimedUntil > ?", [claimedBy, claimedBy && now]],
    ['firstReportedAt >= ?', [filter.from]],
    ['firstReportedAt < ?', [filter.to]],
  ];
  const asked = given.filter(([, values]) => values.every((value) => value !== undefined));
  return {
    sql: asked.map(([condition]) => ` AND ${condition}`).join(''),
    values: asked.flatMap(([, values]) => values as string[]),
  };
}

/** A claim whose time is over is as open. */
function statusCondition(status: CaseStatus | undefined): string {
  if (status === 'open') return "(status = 'open' OR (status = 'claimed' AND claimedUntil <= ?))";
  return status === 'claimed' ? "status = 'claimed' AND claimedUntil > ?" : 'status = ?';
}
