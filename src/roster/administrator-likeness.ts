/**
 * Whether a nickname passes itself off as the administrators: แอดมิน ชสอ., Admin FSCT, or the name of one of them in
 * another spelling. ร้านแม่แอด is not one.
 */
import { distance } from 'fastest-levenshtein';
import { skeleton } from '../thai/lookalikes.js';

const OFFICES = ['ชสอ', 'fsct', 'ชุมนุมสหกรณ์', 'ตลาดกลาง'].map(skeleton);
const ROLES = ['แอดมิน', 'แอ็ดมิน', 'admin', 'ผู้ดูแล', 'เจ้าหน้าที่'].map(skeleton);
/** Usernames have four digits in front; a cooperative's own name may hold such a word. */
const FOUR_DIGITS = /\d{4}/;
/** Shorter names are too like everybody's. */
const shortest = 4;

/** `administrators`: the names under which they are known in the group. */
export function looksLikeAdministrator(nickname: string, administrators: readonly string[]): boolean {
  const key = skeleton(nickname);
  const holds = (words: readonly string[]) => words.some((word) => key.includes(word));
  if (holds(ROLES) || (holds(OFFICES) && !FOUR_DIGITS.test(key))) return true;
  return administrators.some((name) => isNear(key, skeleton(name)));
}

function isNear(key: string, other: string): boolean {
  if (other.length < shortest) return key === other;
  return Math.abs(key.length - other.length) <= 1 && distance(key, other) <= 1;
}
