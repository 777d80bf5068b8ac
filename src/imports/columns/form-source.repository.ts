import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../../platform/database/connection.js';
import { Database } from '../../platform/database/database.js';
import { formSources, type FormSourceEntity } from './form-source.entity.js';

const select = `SELECT ${formSources.columns.join(', ')} FROM form_source`;

@Injectable()
export class FormSourcesRepository {
  constructor(private readonly database: Database) {}

  findBySource(source: string): Promise<FormSourceEntity | undefined> {
    return this.database.one<FormSourceEntity>(`${select} WHERE source = ?`, [source]);
  }

  find(id: string): Promise<FormSourceEntity | undefined> {
    return this.database.one<FormSourceEntity>(`${select} WHERE id = ?`, [id]);
  }

  lock(id: string): Promise<FormSourceEntity | undefined> {
    return this.database.one<FormSourceEntity>(`${select} WHERE id = ?${this.forUpdate()}`, [id]);
  }

  lockBySource(source: string): Promise<FormSourceEntity | undefined> {
    return this.database.one<FormSourceEntity>(`${select} WHERE source = ?${this.forUpdate()}`, [source]);
  }

  /** Newest first, before `beforeId`. */
  page(beforeId: string | undefined, limit: number): Promise<FormSourceEntity[]> {
    const condition = beforeId ? ' WHERE id < ?' : '';
    return this.database.all(`${select}${condition} ORDER BY id DESC LIMIT ?`, [
      ...(beforeId ? [beforeId] : []),
      limit,
    ]);
  }

  insert(form: FormSourceEntity): Promise<void> {
    return this.database.insert(formSources, [form]);
  }

  /** The row must be locked. */
  async update(id: string, change: Partial<FormSourceEntity>): Promise<void> {
    const entries = Object.entries(change) as [string, SqlValue][];
    const assignments = entries.map(([column]) => `${column} = ?`).join(', ');
    const values = entries.map(([, value]) => value);
    await this.database.run(`UPDATE form_source SET ${assignments} WHERE id = ?`, [...values, id]);
  }

  async delete(id: string): Promise<void> {
    await this.database.run('DELETE FROM form_source WHERE id = ?', [id]);
  }

  private forUpdate(): string {
    return this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
  }
}
