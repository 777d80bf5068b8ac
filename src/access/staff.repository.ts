import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { staffTable, type StaffEntity } from './staff.entity.js';

const columns =
  'id, username, usernameKey, displayName, passwordHash, role, status, mustChangePassword, passwordGivenBy, createdAt, updatedAt, version';

/** What a list of staff may be narrowed to. */
export interface StaffFilter {
  role?: StaffEntity['role'];
  status?: StaffEntity['status'];
}

@Injectable()
export class StaffRepository {
  constructor(private readonly database: Database) {}

  async isEmpty(): Promise<boolean> {
    return (await this.database.one('SELECT id FROM staff LIMIT 1')) === undefined;
  }

  find(id: string): Promise<StaffEntity | undefined> {
    return this.database.one<StaffEntity>(`SELECT ${columns} FROM staff WHERE id = ?`, [id]);
  }

  findNames(ids: readonly string[]): Promise<Pick<StaffEntity, 'id' | 'displayName'>[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const marks = ids.map(() => '?').join(',');
    return this.database.all(`SELECT id, displayName FROM staff WHERE id IN (${marks})`, ids);
  }

  /** Display names of the active accounts with one of these roles. */
  async activeNames(roles: readonly StaffEntity['role'][]): Promise<string[]> {
    const marks = roles.map(() => '?').join(',');
    const sql = `SELECT displayName FROM staff WHERE status = 'active' AND role IN (${marks}) ORDER BY id`;
    const rows = await this.database.all<{ displayName: string }>(sql, roles);
    return rows.map(({ displayName }) => displayName);
  }

  /** The account, held until the transaction ends. */
  lock(id: string): Promise<StaffEntity | undefined> {
    return this.database.one<StaffEntity>(`SELECT ${columns} FROM staff WHERE id = ?${this.forUpdate}`, [id]);
  }

  findByUsernameKey(usernameKey: string): Promise<StaffEntity | undefined> {
    return this.database.one<StaffEntity>(`SELECT ${columns} FROM staff WHERE usernameKey = ?`, [
      usernameKey,
    ]);
  }

  /** Ids of the admins who can sign in, held until the transaction ends. */
  async lockActiveAdmins(): Promise<string[]> {
    const rows = await this.database.all<{ id: string }>(
      `SELECT id FROM staff WHERE role = 'admin' AND status = 'active' ORDER BY id${this.forUpdate}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Oldest first, after `id`. */
  list(filter: StaffFilter, after: string, limit: number): Promise<StaffEntity[]> {
    const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const conditions = ['id > ?', ...given.map(([column]) => `${column} = ?`)].join(' AND ');
    return this.database.all<StaffEntity>(
      `SELECT ${columns} FROM staff WHERE ${conditions} ORDER BY id LIMIT ?`,
      [after, ...given.map(([, value]) => value), limit],
    );
  }

  async insert(staff: StaffEntity): Promise<void> {
    await this.database.insert(staffTable, [staff]);
  }

  /** Writes everything that may change of a locked account. */
  async update(staff: StaffEntity): Promise<void> {
    const { displayName, passwordHash, role, status, mustChangePassword, passwordGivenBy, updatedAt } = staff;
    const { version, id } = staff;
    await this.database.run(
      'UPDATE staff SET displayName = ?, passwordHash = ?, role = ?, status = ?, mustChangePassword = ?, passwordGivenBy = ?, updatedAt = ?, version = ? WHERE id = ?',
      [displayName, passwordHash, role, status, mustChangePassword, passwordGivenBy, updatedAt, version, id],
    );
  }

  private get forUpdate(): string {
    return this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
  }
}
