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
