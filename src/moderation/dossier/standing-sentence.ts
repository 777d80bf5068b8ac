/** How somebody stands, in a sentence: มี 2 คะแนน ขั้นตักเตือนครั้งสุดท้าย หากฝ่าฝืนอีก 1 คะแนน: เชิญออกจากกลุ่ม */
import type { Message } from '../../platform/message.js';
import { bangkokDate, buddhistDate } from '../../thai/buddhist-date.js';
import type { StandingReport } from '../standing/standing-report.js';
import { stepWords } from './dossier-words.js';

type Standing = Pick<StandingReport, 'activePoints' | 'step' | 'nextStep' | 'removed' | 'clearAt'>;

export function standingSentence({ activePoints, step, nextStep, removed, clearAt }: Standing): Message {
  const points: Message =
    activePoints === 0
      ? { th: 'ไม่มีคะแนนที่มีผล', en: 'No points count' }
      : {
          th: `มี ${activePoints} คะแนนที่มีผล (${stepWords[step].th})`,
          en: `${activePoints} in all (${stepWords[step].en})`,
        };
  const clear: Message =
    clearAt === null
      ? { th: '', en: '' }
      : {
          th: ` คะแนนจะหมดทั้งหมดวันที่ ${buddhistDate(clearAt)}`,
          en: `; none counts after ${bangkokDate(clearAt)}`,
        };
  if (removed)
    return {
      th: `ถูกเชิญออกจากกลุ่มอยู่ ${points.th}${clear.th}`,
      en: `Removed from the group. ${points.en}${clear.en}.`,
    };
  const next: Message =
    nextStep === null || nextStep === 'none'
      ? { th: '', en: '' }
      : {
          th: ` หากฝ่าฝืนอีก 1 คะแนน: ${stepWords[nextStep].th}`,
          en: `; one more point: ${stepWords[nextStep].en}`,
        };
  return { th: `${points.th}${clear.th}${next.th}`, en: `${points.en}${clear.en}${next.en}.` };
}
