/**
 * Until when a decision may be appealed: 24.00 น. ของวันที่ 20 หลังวันที่ได้รับแจ้ง. Told on 1 March, one may appeal until
 * midnight at the end of 21 March in Bangkok.
 */
import { appealDays } from './appeal.js';

const dayMs = 86_400_000;
const bangkokAheadMs = 7 * 3_600_000;

/** The first moment that is too late. */
export function appealEnd(toldAt: string): string {
  const toldDay = Math.floor((Date.parse(toldAt) + bangkokAheadMs) / dayMs);
  return new Date((toldDay + appealDays + 1) * dayMs - bangkokAheadMs).toISOString();
}
