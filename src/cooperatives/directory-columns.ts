/**
 * Which column of a member list holds which fact, by its header in Thai or English and in any order: `เลขทะเบียน`,
 * `Registration No.` and `registration_number` are one. A header key is as `headerKey` of platform/tabular makes it.
 */
import { Invalid } from '../platform/errors.js';
import type { FactName } from './cooperative.js';

/** Header keys by fact; earlier facts win a header that fits two. */
const EXACT: Record<FactName, readonly string[]> = {
  registrationNumber: [
    ...['เลขทะเบียนสหกรณ์สมาชิก', 'เลขทะเบียนสหกรณ์', 'เลขทะเบียนสมาชิก', 'เลขทะเบียน', 'เลขทะเบียนชสอ'],
    ...['หมายเลขทะเบียน', 'ทะเบียนเลขที่', 'เลขที่ทะเบียน', 'รหัสสหกรณ์', 'เลขสหกรณ์', 'เลขสมาชิกชสอ'],
    ...['registrationnumber', 'registrationno', 'regno', 'cooperativenumber', 'cooperativeno', 'coopno'],
    ...['fsctno', 'fsctnumber', 'membernumber', 'memberno', 'number', 'no', 'code'],
  ],
  shortName: [
    ...['ชื่อย่อ', 'ชื่อย่อสหกรณ์', 'ชื่อสหกรณ์ย่อ', 'ชื่อสหกรณ์แบบย่อ', 'ชื่อสั้น', 'ชื่อสหกรณ์สั้น', 'ตัวย่อ', 'อักษรย่อ'],
    ...['shortname', 'cooperativeshortname', 'short', 'abbreviation', 'abbreviatedname', 'abbr'],
  ],
  fullName: [
    ...['ชื่อเต็ม', 'ชื่อเต็มสหกรณ์', 'ชื่อสหกรณ์เต็ม', 'ชื่อสหกรณ์', 'ชื่อสหกรณ์สมาชิก', 'รายชื่อสหกรณ์', 'สหกรณ์', 'ชื่อ'],
    ...['fullname', 'cooperativename', 'coopname', 'cooperative', 'name'],
  ],
  regionCode: [
    ...['เขตพื้นที่', 'รหัสเขตพื้นที่', 'เขต', 'รหัสเขต', 'ภาค', 'ภูมิภาค', 'พื้นที่', 'โซน'],
    ...['regioncode', 'region', 'areacode', 'area', 'zone', 'zonecode'],
  ],
  province: ['จังหวัด', 'จังหวัดที่ตั้ง', 'province', 'changwat'],
  kind: ['ประเภท', 'ประเภทสหกรณ์', 'kind', 'type', 'cooperativetype', 'cooperativekind'],
  status: ['สถานะ', 'สถานะสหกรณ์', 'สถานภาพ', 'status'],
  aliases: [
    ...['ชื่ออื่น', 'ชื่อเรียกอื่น', 'ชื่อที่ใช้เรียก', 'ชื่อเดิม', 'ชื่อเรียก'],
    ...['aliases', 'alias', 'othernames', 'othername', 'alsoknownas'],
  ],
};

/** `ชื่อย่อ (ไม่ต้องใส่ สอ.)` still means the short name. Longest first. */
const BEGINNINGS: readonly (readonly [string, FactName])[] = [
  ['registrationn', 'registrationNumber'],
  ['เลขทะเบียน', 'registrationNumber'],
  ['ชื่อสหกรณ์', 'fullName'],
  ['เขตพื้นที่', 'regionCode'],
  ['ชื่อเต็ม', 'fullName'],
  ['shortname', 'shortName'],
  ['fullname', 'fullName'],
  ['ชื่อย่อ', 'shortName'],
  ['จังหวัด', 'province'],
];

/** A column of the file, as its header says. */
export interface HeaderCell {
  /** From 0. */
  index: number;
  header: string;
  key: string;
}

export type DirectoryColumns = Partial<Record<FactName, HeaderCell>>;

/**
 * The columns of a member list; those of no use here are left out, and of two for one fact the better or first
 * counts. Throws Invalid when number or name have no column, or neither area nor province has one.
 */
export function recogniseColumns(cells: readonly HeaderCell[]): DirectoryColumns {
  const columns: DirectoryColumns = {};
  for (const factOf of [exactFact, likelyFact]) {
    for (const cell of cells) {
      const fact = Object.values(columns).includes(cell) ? undefined : factOf(cell.key);
      if (fact !== undefined) columns[fact] ??= cell;
    }
  }
  const missing = missingColumns(columns);
  if (missing.length > 0) throw columnsMissing(missing, cells);
  return columns;
}

function exactFact(key: string): FactName | undefined {
  return (Object.keys(EXACT) as FactName[]).find((fact) => EXACT[fact].includes(key));
}

function likelyFact(key: string): FactName | undefined {
  return BEGINNINGS.find(([beginning]) => key.startsWith(beginning))?.[1];
}

function missingColumns({ registrationNumber, fullName, regionCode, province }: DirectoryColumns): string[] {
  return [
    ...(registrationNumber ? [] : ['เลขทะเบียนสหกรณ์ (registrationNumber)']),
    ...(fullName ? [] : ['ชื่อสหกรณ์ (fullName)']),
    ...(regionCode || province ? [] : ['เขตพื้นที่ (regionCode)']),
  ];
}

function columnsMissing(missing: readonly string[], cells: readonly HeaderCell[]): Invalid {
  const found = cells.map(({ header }) => header).filter((header) => header !== '');
  const list = missing.join(', ');
  return new Invalid(
    [],
    {
      th: `ไม่พบคอลัมน์ ${list} กรุณาแก้หัวตารางแถวแรกแล้วอัปโหลดใหม่`,
      en: `There is no column ${list}; correct the header in the first row and upload again.`,
    },
    'COLUMNS_MISSING',
    { found: found.slice(0, 50).map((header) => header.slice(0, 100)) },
  );
}
