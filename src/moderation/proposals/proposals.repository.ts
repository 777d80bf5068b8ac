import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { proposals } from './proposal.entity.js';
import type { Proposal, ProposalKind, ProposalStatus } from './proposal.js';

const read = `SELECT ${proposals.columns.join(', ')} FROM moderation_proposal`;

/** What a list of proposals is narrowed by. */
export interface ProposalFilter {
  status?: ProposalStatus;
  kind?: ProposalKind;
  caseId?: string;
  cooperativeIds?: readonly string[];
}

@Injectable()
export class ProposalsRepository {
  constructor(private readonly database: Database) {}

  insert(row: Proposal): Promise<void> {
    return this.database.insert(proposals, [row]);
  }

  find(id: string): Promise<Proposal | undefined> {
    return this.database.one(`${read} WHERE id = ?`, [id]);
  }

  /** The proposal, kept from other writers until the transaction ends; lock person and case first. */
  lock(id: string): Promise<Proposal | undefined> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.database.one(`${read} WHERE id = ?${lock}`, [id]);
  }

  /** About any of these people, the newest first. */
  newestOf(subjectIds: readonly string[], limit: number): Promise<Proposal[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    const marks = subjectIds.map(() => '?').join(',');
    const sql = `${read} WHERE subjectId IN (${marks}) ORDER BY id DESC LIMIT ?`;
    return this.database.all(sql, [...subjectIds, limit]);
  }

  /** In the order of ids, after `afterId`. */
  page(filter: ProposalFilter, afterId: string | undefined, limit: number): Promise<Proposal[]> {
    const { cooperativeIds, ...equal } = filter;
    const given = Object.entries(equal).filter(([, value]) => value !== undefined);
    const marks = cooperativeIds?.map(() => '?').join(',');
    const conditions = [
      ...given.map(([column]) => `${column} = ?`),
      ...(afterId === undefined ? [] : ['id > ?']),
      ...(marks === undefined ? [] : [marks ? within(marks) : '1 = 0']),
    ];
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    return this.database.all(`${read}${where} ORDER BY id LIMIT ?`, [
      ...given.map(([, value]) => value),
      ...(afterId === undefined ? [] : [afterId]),
      ...(cooperativeIds ?? []),
      limit,
    ]);
  }

  /** Those of this kind about these people that wait, kept from other writers; lock the person first. */
  lockOpenOf(kind: ProposalKind, subjectIds: readonly string[]): Promise<Proposal[]> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    const marks = subjectIds.map(() => '?').join(',');
    const sql = `${read} WHERE subjectId IN (${marks}) AND kind = ? AND status = 'proposed' ORDER BY id${lock}`;
    return this.database.all(sql, [...subjectIds, kind]);
  }

  /** Ends it; false if somebody did so first. */
  async end(id: string, version: number, change: Partial<Proposal>): Promise<boolean> {
    const { status, endedBy, endedAt } = change;
    const sql = `UPDATE moderation_proposal SET status = ?, endedBy = ?, endedAt = ?, version = version + 1 WHERE id = ? AND version = ?`;
    return (await this.database.run(sql, [status!, endedBy!, endedAt!, id, version])) === 1;
  }
}

const within = (marks: string): string =>
  `subjectId IN (SELECT id FROM moderation_subject WHERE cooperativeId IN (${marks}))`;
