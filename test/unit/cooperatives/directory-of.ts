import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DirectoryIndex } from '../../../src/cooperatives/directory-index.js';
import type { RegionCode } from '../../../src/cooperatives/regions.js';

type Row = readonly [
  number: string,
  region: RegionCode,
  shortName: string,
  fullName: string,
  ...aliases: string[],
];

/** A small directory of invented cooperatives; ids count from c1. */
export function directoryOf(...rows: readonly Row[]): DirectoryIndex {
  return new DirectoryIndex(
    rows.map(([registrationNumber, regionCode, shortName, fullName, ...aliases], i) => ({
      id: `c${i + 1}`,
      registrationNumber,
      regionCode,
      shortName,
      fullName,
      aliases,
    })),
  );
}

/** The sample directory that ships with the service. */
export function sampleDirectory(): DirectoryIndex {
  const file = join(__dirname, '../../../sample/cooperatives.csv');
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
  return directoryOf(
    ...rows.map((row): Row => {
      const aliases = row.aliases === '' ? [] : row.aliases!.split('|');
      return [
        row.registration_number!,
        row.region_code as RegionCode,
        row.short_name!,
        row.full_name!,
        ...aliases,
      ];
    }),
  );
}
