/**
 * Consent counts only when it is plainly given: `ยินยอม`, `ตกลง` or the ticked sentence itself; `ไม่ยินยอม` refuses,
 * and `รับทราบ` alone agrees to nothing.
 */
import { oneLine } from './cell-text.js';

export type Consent = 'given' | 'refused' | 'unclear' | 'missing';

const AGREE = 'ยินยอม|ตกลง|ยอมรับ|อนุญาต|เห็นด้วย';
const negated = new RegExp(
  `(?:ไม่|มิ|ถอน|ยกเลิก|เพิกถอน)(?:ได้|ขอ|ให้|สามารถ|ประสงค์|ต้องการ|ที่จะ|จะ|การให้|การ|ความ|คำ| ){0,4}(?:${AGREE})|(?:${AGREE})(?:ไม่ได้|ไม่)(?![ก-๙])`,
  'g',
);
const agreed = new RegExp(AGREE);
const refusals = /^(?:ไม่|ไม่ใช่|ไม่ครับ|ไม่ค่ะ|no|n|false|0|ปฏิเสธ)$/i;
const agreements = /^(?:ใช่|ได้|ครับ|ค่ะ|ใช่ครับ|ใช่ค่ะ|ok|okay|yes|y|true|1|agree|agreed|accept|accepted|[✓✔☑✅])$/i;
const englishRefusal = /\b(?:do not|don['’]t|not|never|dis)\s?(?:agree|consent|accept)/i;
const englishAgreement = /\b(?:i|we)\s(?:hereby\s)?(?:agree|consent|accept)|^(?:agree|accept)\b/i;

export function readConsent(cell: string): Consent {
  const text = oneLine(cell);
  if (text === '' || /^[-–—.]+$/.test(text)) return 'missing';
  if (refusals.test(text) || englishRefusal.test(text)) return 'refused';
  if (agreements.test(text) || englishAgreement.test(text)) return 'given';
  const without = text.replace(negated, '');
  const refused = without !== text;
  const given = agreed.test(without);
  if (given && refused) return 'unclear';
  if (refused) return 'refused';
  return given ? 'given' : 'unclear';
}
