/**
 * People write an area as its code (`NE`, `ne`), its name (`ภาคตะวันออกเฉียงเหนือ`, `Northeastern`) or loosely
 * (`อีสาน`, `กทม. 1`); กรุงเทพฯ alone could be A or B, so it is none.
 */
import { toAsciiDigits } from '../thai/digits.js';
import { normalize } from '../thai/normalize.js';
import { isRegionCode, REGIONS, type RegionCode } from './regions.js';

const LOOSE: Record<string, RegionCode> = {
  ตอ: 'E',
  ตะวันออก: 'E',
  ตต: 'W',
  ตะวันตก: 'W',
  เหนือ: 'N',
  ใต้: 'S',
  กลาง: 'C',
  อีสาน: 'NE',
  ตะวันออกเฉียงเหนือ: 'NE',
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'W',
  central: 'C',
  northeast: 'NE',
};

const BY_NAME: ReadonlyMap<string, RegionCode> = new Map([
  ...REGIONS.flatMap(({ code, name }): [string, RegionCode][] => [
    [keyOf(name.th), code],
    [keyOf(name.en), code],
  ]),
  ...Object.entries(LOOSE),
]);

/** The area a cell names; `undefined` where it names none, or Bangkok without saying which part. */
export function readRegion(text: string): RegionCode | undefined {
  const key = keyOf(text);
  const code = key.toUpperCase();
  return isRegionCode(code) ? code : (BY_NAME.get(key) ?? bangkok(key));
}

/** Whether a cell names Bangkok, with or without its area. */
export function namesBangkok(text: string): boolean {
  return /^(?:กรุงเทพ|กทม|bangkok|bkk)/.test(keyOf(text));
}

function bangkok(key: string): RegionCode | undefined {
  if (!namesBangkok(key)) return undefined;
  const area = /^[^\d]*([12])$/.exec(key)?.[1] ?? /([ab])$/.exec(key)?.[1];
  if (area === undefined) return undefined;
  return area === '1' || area === 'a' ? 'A' : 'B';
}

/** Without white space, punctuation and the words ภาค, เขต; digits as ASCII, Latin in lower case. */
function keyOf(text: string): string {
  return toAsciiDigits(normalize(text))
    .toLowerCase()
    .replace(/[\s.,ฯ()（）:–—/-]+/gu, '')
    .replace(/^(?:เขตพื้นที่|เขต|พื้นที่|ภาค)/u, '');
}
