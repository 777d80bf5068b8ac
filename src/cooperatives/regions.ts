/**
 * The market knows eight areas, each with a code that opens every username: A1650ออมทรัพย์สอ.อยู่ดีกินดี lies in
 * กรุงเทพฯ พื้นที่ 1.
 */
import type { Message } from '../platform/message.js';

export const REGION_CODES = ['N', 'S', 'E', 'W', 'A', 'B', 'NE', 'C'] as const;

export type RegionCode = (typeof REGION_CODES)[number];

export interface Region {
  code: RegionCode;
  name: Message;
}

/** In the order of the federation's letter. */
export const REGIONS: readonly Region[] = [
  { code: 'N', name: { th: 'ภาคเหนือ', en: 'Northern' } },
  { code: 'S', name: { th: 'ภาคใต้', en: 'Southern' } },
  { code: 'E', name: { th: 'ภาคตะวันออก', en: 'Eastern' } },
  { code: 'W', name: { th: 'ภาคตะวันตก', en: 'Western' } },
  { code: 'A', name: { th: 'กรุงเทพฯ พื้นที่ 1', en: 'Bangkok, area 1' } },
  { code: 'B', name: { th: 'กรุงเทพฯ พื้นที่ 2', en: 'Bangkok, area 2' } },
  { code: 'NE', name: { th: 'ภาคตะวันออกเฉียงเหนือ', en: 'Northeastern' } },
  { code: 'C', name: { th: 'ภาคกลาง', en: 'Central' } },
];

const BY_CODE: ReadonlyMap<string, Region> = new Map(REGIONS.map((region) => [region.code, region]));

export function isRegionCode(text: string): text is RegionCode {
  return BY_CODE.has(text);
}

export function regionOf(code: RegionCode): Region {
  return BY_CODE.get(code)!;
}
