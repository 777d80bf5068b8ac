/**
 * What the directory has to say about a row it recognised: `ครูสุรินร์` is written สหกรณ์ออมทรัพย์ครูสุรินทร์ จำกัด, and
 * 1650 is the end of 101650.
 */
import type { DirectoryCooperative } from '../../cooperatives/directory-index.js';
import { REGIONS, type RegionCode } from '../../cooperatives/regions.js';
import { issueAt, type CellIssue, type Finding } from './cell-issue.js';
import { headerKey } from '../../platform/tabular/header.js';
import type { CooperativeMatch } from './cooperative-match.js';
import type { FormRow } from './form-row.js';
import { lostZeros } from './registration-number.js';

/** Headers of the columns concerned; empty where the form did not ask. */
export interface MatchColumns {
  cooperativeName: string;
  registrationNumber: string;
  region: string;
}

/** Warnings only. */
export function matchIssues(
  { row, answer }: FormRow,
  match: CooperativeMatch,
  columns: MatchColumns,
): CellIssue[] {
  const { cooperative } = match;
  const { restored } = answer.registrationNumber;
  const issues: CellIssue[] = [];
  if (cooperative && match.misspelt) {
    issues.push(
      issueAt(row, columns.cooperativeName, answer.cooperativeText, misspelt(cooperative.fullName)),
    );
  }
  if (cooperative && match.remembered) {
    const got = answer.cooperativeText || (answer.registrationNumber.written ?? '');
    issues.push(issueAt(row, columns.cooperativeName, got, remembered(cooperative)));
  }
  if (restored !== undefined) {
    const typed = restored.replace(/^0+/, '');
    const known = cooperative?.registrationNumber.endsWith(typed) ? cooperative.registrationNumber : restored;
    issues.push(
      issueAt(row, columns.registrationNumber, answer.registrationNumber.typed ?? typed, lostZeros(known)),
    );
  }
  const region = readRegion(answer.regionText);
  if (cooperative && region && region !== cooperative.regionCode) {
    issues.push(issueAt(row, columns.region, answer.regionText, otherRegion(cooperative.regionCode)));
  }
  return issues;
}

const byName: ReadonlyMap<string, RegionCode> = new Map(
  REGIONS.flatMap(({ code, name }) => [
    [headerKey(name.th), code],
    [headerKey(name.en), code],
    [headerKey(name.th).replace(/^ภาค/, ''), code],
  ]),
);

/** `A`, `เขต NE`, `NE - ภาคตะวันออกเฉียงเหนือ` or the name alone. */
export function readRegion(text: string): RegionCode | undefined {
  const code = /^(?:เขต|พื้นที่|\s)*(NE|[NSEWABC])(?![A-Za-z])/.exec(text.toUpperCase())?.[1];
  return (code as RegionCode | undefined) ?? byName.get(headerKey(text));
}

const misspelt = (suggestion: string): Finding => ({
  code: 'COOPERATIVE_NAME_VARIANT',
  severity: 'warning',
  message: {
    th: 'ชื่อสหกรณ์สะกดต่างจากทะเบียน ระบบใช้ชื่อตามทะเบียน กรุณาตรวจสอบ',
    en: "The cooperative's name differs from the directory's, which is used; please check.",
  },
  suggestion,
});

const remembered = ({ fullName, registrationNumber }: DirectoryCooperative): Finding => ({
  code: 'COOPERATIVE_REMEMBERED',
  severity: 'warning',
  message: {
    th: `ใช้ ${fullName} (${registrationNumber}) ตามที่เจ้าหน้าที่เคยเลือกให้ข้อความนี้ หากไม่ถูก ดู GET /v1/value-decisions`,
    en: `Taken as ${fullName} (${registrationNumber}), as a person once decided for this text; if that is wrong see GET /v1/value-decisions.`,
  },
  suggestion: fullName,
});

const otherRegion = (suggestion: RegionCode): Finding => ({
  code: 'REGION_MISMATCH',
  severity: 'warning',
  message: {
    th: 'เขตพื้นที่ไม่ตรงกับทะเบียนสหกรณ์ ระบบใช้เขตตามทะเบียน',
    en: "The area differs from the directory's, which is used.",
  },
  suggestion,
});
