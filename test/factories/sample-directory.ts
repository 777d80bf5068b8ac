import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { CooperativeDirectory } from '../../src/cooperatives/cooperative-directory.service.js';
import type { Cooperative } from '../../src/cooperatives/cooperative.js';
import { CooperativesRepository } from '../../src/cooperatives/cooperatives.repository.js';
import type { RegionCode } from '../../src/cooperatives/regions.js';
import { newId } from '../../src/platform/ids.js';
import type { TestApp } from '../setup/app.js';

/** Puts the sample directory that ships with the service into the database, quicker than its import would. */
export async function loadSampleDirectory(market: TestApp): Promise<Cooperative[]> {
  const cooperatives = sampleRows().map(cooperativeOf);
  const repository = market.get(CooperativesRepository);
  await market.database.transaction(async () => {
    const version = await repository.lockDirectory();
    await repository.insert(cooperatives);
    await repository.setDirectoryVersion(version + 1);
  });
  await market.get(CooperativeDirectory).fresh();
  return cooperatives;
}

function sampleRows(): Record<string, string>[] {
  const file = join(__dirname, '../../sample/cooperatives.csv');
  return parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
}

function cooperativeOf(row: Record<string, string>): Cooperative {
  const now = '2026-11-22T00:00:00.000Z';
  return {
    id: newId(),
    registrationNumber: row.registration_number!,
    fullName: row.full_name!,
    shortName: row.short_name!,
    regionCode: row.region_code as RegionCode,
    province: row.province!,
    kind: null,
    status: 'active',
    aliases: row.aliases === '' ? [] : row.aliases!.split('|'),
    ...{ version: 1, createdAt: now, updatedAt: now },
  };
}
