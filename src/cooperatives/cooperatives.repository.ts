import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Cooperative } from './cooperative.js';
import { cooperativeAliases, cooperatives, type CooperativeEntity } from './cooperative.entity.js';

/** All cooperatives as they were when the directory had this version, or a little later. */
export interface DirectorySnapshot {
  version: number;
  cooperatives: Cooperative[];
}

interface AliasRow {
  cooperativeId: string;
  alias: string;
}

const columns = cooperatives.columns.join(', ');
@Injectable()
export class CooperativesRepository {
  constructor(private readonly database: Database) {}

  /** How often the directory has changed. */
  async directoryVersion(): Promise<number> {
    return this.versionOf("SELECT version FROM cooperative_directory WHERE id = 'head'");
  }

  /** The same, held until the transaction ends: whoever changes the directory is alone with it. */
  async lockDirectory(): Promise<number> {
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    return this.versionOf(`SELECT version FROM cooperative_directory WHERE id = 'head'${lock}`);
  }

  async setDirectoryVersion(version: number): Promise<void> {
    await this.database.run("UPDATE cooperative_directory SET version = ? WHERE id = 'head'", [version]);
  }

  /** The version is read first, so that a change meanwhile is noticed at the next look. */
  async snapshot(): Promise<DirectorySnapshot> {
    const version = await this.directoryVersion();
    const rows = await this.database.all<CooperativeEntity>(`SELECT ${columns} FROM cooperative`);
    const aliases = await this.database.all<AliasRow>(
      'SELECT cooperativeId, alias FROM cooperative_alias ORDER BY cooperativeId, position',
    );
    return { version, cooperatives: assemble(rows, aliases) };
  }

  async findById(id: string): Promise<Cooperative | undefined> {
    return (await this.findWhere('id', [id]))[0];
  }

  findByNumbers(registrationNumbers: readonly string[]): Promise<Cooperative[]> {
    return this.findWhere('registrationNumber', registrationNumbers);
  }

  async insert(added: readonly Cooperative[]): Promise<void> {
    await this.database.insert(cooperatives, added);
    await this.insertAliases(added);
  }

  /** Puts other rows in the place of those with the same ids, so that two may exchange numbers. */
  async replace(changed: readonly Cooperative[]): Promise<void> {
    if (changed.length === 0) return;
    const ids = changed.map(({ id }) => id);
    await this.database.run(`DELETE FROM cooperative_alias WHERE cooperativeId IN (${marks(ids)})`, ids);
    await this.database.run(`DELETE FROM cooperative WHERE id IN (${marks(ids)})`, ids);
    await this.insert(changed);
  }

  private async findWhere(column: 'id' | 'registrationNumber', values: readonly string[]) {
    if (values.length === 0) return [];
    const rows = await this.database.all<CooperativeEntity>(
      `SELECT ${columns} FROM cooperative WHERE ${column} IN (${marks(values)})`,
      values,
    );
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const aliases = await this.database.all<AliasRow>(
      `SELECT cooperativeId, alias FROM cooperative_alias WHERE cooperativeId IN (${marks(ids)}) ORDER BY cooperativeId, position`,
      ids,
    );
    return assemble(rows, aliases);
  }

  private async insertAliases(owners: readonly Cooperative[]): Promise<void> {
    await this.database.insert(
      cooperativeAliases,
      owners.flatMap(({ id, aliases }) =>
        aliases.map((alias, index) => ({ cooperativeId: id, position: index + 1, alias })),
      ),
    );
  }

  private async versionOf(sql: string): Promise<number> {
    return (await this.database.one<{ version: number }>(sql))!.version;
  }
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

function assemble(rows: readonly CooperativeEntity[], aliases: readonly AliasRow[]): Cooperative[] {
  const byOwner = new Map<string, string[]>();
  for (const { cooperativeId, alias } of aliases) {
    const names = byOwner.get(cooperativeId);
    if (names) names.push(alias);
    else byOwner.set(cooperativeId, [alias]);
  }
  return rows.map((row) => ({ ...row, aliases: byOwner.get(row.id) ?? [] }) as Cooperative);
}
