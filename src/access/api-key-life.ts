/**
 * A key lives one year unless told otherwise, and two at most; when it is rotated (เปลี่ยนคีย์) the old one goes on for
 * the hours of overlap, so that programs can change over without a gap.
 */
import { Invalid } from '../platform/errors.js';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const usualLife = 365 * day;
const longestLife = 731 * day;

interface Life {
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

export type KeyStatus = 'active' | 'expired' | 'revoked';

export const keyStatus = ({ expiresAt, revokedAt }: Life, now: string): KeyStatus =>
  revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'active';

/** When a key made `now` ends. Throws Invalid unless `wanted` is in the future and not too far. */
export function endOfKey(wanted: string | undefined, now: string): string {
  const made = Date.parse(now);
  const end = wanted === undefined ? made + usualLife : Date.parse(wanted);
  if (end > made && end <= made + longestLife) return new Date(end).toISOString();
  throw Invalid.field('/expiresAt', 'EXPIRY_OUT_OF_RANGE', {
    th: 'วันหมดอายุ (expiresAt) ต้องอยู่ในอนาคต และไม่เกินสองปี',
    en: 'expiresAt lies in the future, two years from now at most.',
  });
}

/** Until when the old and the new key are valid: the new one lives as long as the old one was meant to. */
export function endsOfRotated(old: Life, overlapHours: number, now: string): { old: string; new: string } {
  const meant = Date.parse(old.expiresAt) - Date.parse(old.createdAt);
  const overlapEnd = new Date(Date.parse(now) + overlapHours * hour).toISOString();
  return {
    old: overlapEnd < old.expiresAt ? overlapEnd : old.expiresAt,
    new: new Date(Date.parse(now) + meant).toISOString(),
  };
}
