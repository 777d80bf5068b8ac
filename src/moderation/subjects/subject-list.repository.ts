import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NicknameKeys } from './nickname.js';
import { subjects } from './subject.entity.js';
import type { Subject } from './subject.js';

/** What a list of people may be narrowed to. */
export interface SubjectFilter {
  /** The same name, or one that looks alike. */
  nickname?: NicknameKeys;
  sellerId?: string;
  /** Undefined means all. */
  cooperativeIds?: readonly string[];
}

/** Pages of people, narrowed by a filter. */
@Injectable()
export class SubjectListRepository {
  constructor(private readonly database: Database) {}

  /** One page in the order of ids, after `afterId`. */
  page(filter: SubjectFilter, afterId: string | undefined, limit: number): Promise<Subject[]> {
    const { nickname, sellerId, cooperativeIds } = filter;
    const conditions: [string, readonly string[]][] = [];
    if (afterId !== undefined) conditions.push(['id > ?', [afterId]]);
    if (nickname) conditions.push(['(nicknameKey = ? OR skeleton = ?)', [nickname.key, nickname.skeleton]]);
    if (sellerId) conditions.push(['sellerId = ?', [sellerId]]);
    if (cooperativeIds) {
      const marks = cooperativeIds.map(() => '?').join(',');
      conditions.push([marks ? `cooperativeId IN (${marks})` : '1 = 0', cooperativeIds]);
    }
    const where = ['1 = 1', ...conditions.map(([condition]) => condition)].join(' AND ');
    const sql = `SELECT ${subjects.columns.join(', ')} FROM moderation_subject WHERE ${where} ORDER BY id LIMIT ?`;
    return this.database.all(sql, [...conditions.flatMap(([, values]) => values), limit]);
  }
}
