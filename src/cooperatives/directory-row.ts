/**
 * Reads one row of a member list. An empty cell says nothing; a cell that cannot be read is told with what would help,
 * such as a region กรุงเทพฯ that needs its area.
 */
import type { CooperativeFacts, CooperativeStatus, FactName } from './cooperative.js';
import { readNumber, type GivenFacts } from './cooperative-facts.js';
import { COOPERATIVE_KINDS, compact, readCooperativeName, type CooperativeKind } from './cooperative-name.js';
import type { DirectoryColumns } from './directory-columns.js';
import { factProblems, type FactIssue } from './fact-problems.js';
import { namesBangkok, readRegion } from './region-reading.js';

/** What a row says; members without a value are not said. */
export interface RowReading {
  registrationNumber: string;
  said: Partial<GivenFacts>;
  issues: FactIssue[];
}

export const MARKER_MODES = ['auto', 'yes', 'no'] as const;

/** Whether short names carry สอ.: look, yes, no. */
export type MarkerMode = (typeof MARKER_MODES)[number];

const MARKER = /^ส\.?อ\./u;

const STATUSES: Record<CooperativeStatus, readonly string[]> = {
  active: ['active', 'ปกติ', 'ใช้งาน', 'ดำเนินงาน', 'ดำเนินการ', 'ดำเนินกิจการ', 'เป็นสมาชิก', 'คงอยู่'],
  inactive: ['inactive', 'เลิก', 'เลิกกิจการ', 'ยกเลิก', 'พ้นสภาพ', 'ลาออก', 'ชำระบัญชี', 'หยุดดำเนินการ', 'ไม่ใช้งาน'],
};

/** The text of a row's cell for a fact; empty where the file has no such column. */
export function cellOf(cells: readonly string[], columns: DirectoryColumns, fact: FactName): string {
  const column = columns[fact];
  return column === undefined ? '' : (cells[column.index] ?? '').trim();
}

/** Whether short names of a file carry the marker สอ.: told, or most of those given begin with it. */
export function carriesMarker(shortNames: readonly string[], mode: MarkerMode): boolean {
  if (mode !== 'auto') return mode === 'yes';
  const given = shortNames.map(compact).filter((name) => name !== '');
  return given.filter((name) => MARKER.test(name)).length * 2 > given.length;
}

export function readRow(
  cells: readonly string[],
  columns: DirectoryColumns,
  shortNameHasMarker: boolean,
): RowReading {
  const text = (fact: FactName) => cellOf(cells, columns, fact) || undefined;
  const issues: FactIssue[] = [];
  const shortName = text('shortName') && compact(text('shortName')!);
  const said: Partial<GivenFacts> = {
    fullName: text('fullName'),
    shortName: shortNameHasMarker ? shortName?.replace(MARKER, '') || shortName : shortName,
    regionCode: readOr(text('regionCode'), readRegion, issues, (got) =>
      namesBangkok(got) ? factProblems.bangkokNeedsArea() : factProblems.regionUnknown(got),
    ),
    province: text('province'),
    kind: readOr(text('kind'), readKind, issues, factProblems.kindUnknown),
    status: readOr(text('status'), readStatus, issues, factProblems.statusUnknown),
    aliases: text('aliases')?.split(/[|;,\n]/),
  };
  return { registrationNumber: readNumber(cellOf(cells, columns, 'registrationNumber')), said, issues };
}

function readOr<T>(
  text: string | undefined,
  read: (text: string) => T | undefined,
  issues: FactIssue[],
  problem: (got: string) => FactIssue,
): T | undefined {
  if (text === undefined) return undefined;
  const value = read(text);
  if (value === undefined) issues.push(problem(text));
  return value;
}

/** `savings`, `ออมทรัพย์`, `สหกรณ์ออมทรัพย์` or `การเกษตร (agricultural)`. */
function readKind(text: string): CooperativeKind | undefined {
  const code = COOPERATIVE_KINDS.find((kind) => kind === text.toLowerCase());
  const named = [text, `สหกรณ์${text}`].map((name) => readCooperativeName(name).kind);
  return code ?? named.find((kind) => kind !== undefined && kind !== 'other');
}

function readStatus(text: string): CooperativeFacts['status'] | undefined {
  const key = compact(text).toLowerCase();
  return (Object.keys(STATUSES) as CooperativeStatus[]).find((status) => STATUSES[status].includes(key));
}
