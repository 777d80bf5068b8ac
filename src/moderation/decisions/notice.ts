/**
 * What the person is told of a decision, in a few polite sentences: กติกาข้อใด เพราะอะไร ได้กี่คะแนนถึงเมื่อไร
 * ครั้งต่อไปจะเป็นอย่างไร และอุทธรณ์ได้อย่างไร ภายในเมื่อไร
 */
import type { Message } from '../../platform/message.js';
import { bangkokDate, buddhistDate } from '../../thai/buddhist-date.js';
import { appealDays } from '../appeals/appeal.js';
import { stepFor, type LadderStep } from '../policy/policy.js';
import type { Facts, RuleAtHand, Verdict } from './verdict.js';

type Drafted = Omit<Verdict, 'notice' | 'hash'>;

const steps: Readonly<Record<LadderStep, Message>> = {
  none: { th: 'แจ้งให้ทราบ', en: 'a reminder' },
  warning: { th: 'ตักเตือน', en: 'a warning' },
  final_warning: { th: 'ตักเตือนครั้งสุดท้าย', en: 'a final warning' },
  removal: { th: 'เชิญออกจากกลุ่ม', en: 'removal from the group' },
};

/** Null if the case is dismissed. */
export function noticeOf(facts: Facts, verdict: Drafted): Message | null {
  const { finding, rule } = facts;
  if (rule === null || finding.outcome === 'dismissed') return null;
  const parts = [
    ...[
      greeting(facts),
      what(facts, rule),
      { th: `เหตุผล: ${finding.reason}`, en: `Reason: ${finding.reason}` },
    ],
    ...(finding.outcome === 'violation' ? outcomeOf(facts, rule, verdict) : [noPoints]),
    ...rename(verdict, facts),
    ...[appeal(facts), thanks],
  ];
  return { th: parts.map(({ th }) => th).join('\n'), en: parts.map(({ en }) => en).join('\n') };
}

const greeting = ({ name }: Facts): Message => ({ th: `เรียน คุณ${name}`, en: `Dear ${name},` });

function what({ finding, hasMessage }: Facts, { code, title }: RuleAtHand): Message {
  if (finding.outcome === 'notice')
    return {
      th: `ผู้ดูแลตลาดกลาง ชสอ. ออนไลน์ ขอแจ้งกติกาของกลุ่มให้ทราบ: “${title.th}”`,
      en: `The moderators of the FSCT online market remind you of a rule of the group: “${title.en}”.`,
    };
  if (code === 'username_format')
    return {
      th: `ชื่อที่ท่านใช้ในกลุ่มตลาดกลาง ชสอ. ออนไลน์ ไม่เป็นไปตามกติกา “${title.th}”`,
      en: `The name you use in the FSCT online market does not follow the rule “${title.en}”.`,
    };
  return hasMessage
    ? {
        th: `ข้อความของท่านในกลุ่มตลาดกลาง ชสอ. ออนไลน์ ไม่เป็นไปตามกติกา “${title.th}”`,
        en: `A message of yours in the FSCT online market does not follow the rule “${title.en}”.`,
      }
    : {
        th: `ผู้ดูแลตลาดกลาง ชสอ. ออนไลน์ พบว่าท่านไม่ได้ปฏิบัติตามกติกา “${title.th}”`,
        en: `The moderators of the FSCT online market found that you did not follow the rule “${title.en}”.`,
      };
}

function outcomeOf(facts: Facts, rule: RuleAtHand, verdict: Drafted): Message[] {
  const { step, sanction } = verdict;
  const result = sanction === null ? [] : [resultOf(step)];
  return [pointsOf(verdict), ...result, ...next(facts, rule, verdict)];
}

const noPoints: Message = { th: 'ครั้งนี้ไม่มีการบันทึกคะแนน', en: 'No points are recorded this time.' };

function pointsOf({ points, leniency, pointsAfter, expiresAt }: Drafted): Message {
  const now: Message = {
    th: `ขณะนี้ท่านมีคะแนนรวม ${pointsAfter} คะแนน`,
    en: `You now have ${pointsAfter} ${pointsAfter === 1 ? 'point' : 'points'} in all.`,
  };
  if (expiresAt !== null)
    return {
      th: `บันทึก ${points} คะแนน มีผลถึงวันที่ ${buddhistDate(expiresAt)} ${now.th}`,
      en: `${points} ${points === 1 ? 'point is' : 'points are'} recorded, valid until ${bangkokDate(expiresAt)}. ${now.en}`,
    };
  const why = leniency === null ? noPoints : mildly[leniency];
  return { th: `${why.th} ${now.th}`, en: `${why.en} ${now.en}` };
}

const mildly: Readonly<Record<NonNullable<Drafted['leniency']>, Message>> = {
  first_time: {
    th: 'ครั้งนี้เป็นครั้งแรก จึงแจ้งให้ทราบโดยไม่บันทึกคะแนน',
    en: 'As it is the first time, this is a reminder without points.',
  },
  before_notice: {
    th: 'ข้อความนี้ส่งก่อนที่ท่านจะได้รับหนังสือแจ้งครั้งก่อน จึงไม่บันทึกคะแนนเพิ่ม',
    en: 'The message was posted before you were told of the earlier one, so no further points are recorded.',
  },
};

const resultOf = (step: LadderStep): Message => ({
  th: `ผลการพิจารณา: ${steps[step].th}`,
  en: `Result: ${steps[step].en}.`,
});

function next({ policy }: Facts, { code }: RuleAtHand, { sanction, pointsAfter }: Drafted): Message[] {
  if (sanction === 'removal')
    return [
      {
        th: 'ชื่อผู้ใช้งานของท่าน (หากมี) ยังสงวนไว้ให้ท่าน',
        en: 'Your username, if you have one, stays reserved for you.',
      },
    ];
  const { points } = policy.policy.rules[code];
  const step = stepFor(policy.policy, pointsAfter + points, true);
  if (step === 'none') return [];
  return [
    {
      th: `หากเกิดขึ้นอีก ผลการพิจารณาอาจเป็นการ${steps[step].th}`,
      en: `Should it happen again, the result may be ${steps[step].en}.`,
    },
  ];
}

function rename({ tasks }: Drafted, { username }: Facts): Message[] {
  const task = tasks.find(({ kind }) => kind === 'rename');
  if (!task?.dueAt) return [];
  const [th, en] = [buddhistDate(task.dueAt), bangkokDate(task.dueAt)];
  if (username === null)
    return [
      {
        th: `กรุณาลงทะเบียนผู้ขายเพื่อรับชื่อผู้ใช้งาน แล้วเปลี่ยนชื่อในกลุ่มภายในวันที่ ${th}`,
        en: `Please register as a seller to get your username and change your name in the group by ${en}.`,
      },
    ];
  return [
    {
      th: `กรุณาเปลี่ยนชื่อในกลุ่มเป็น ${username} ภายในวันที่ ${th}`,
      en: `Please change your name in the group to ${username} by ${en}.`,
    },
  ];
}

function appeal({ helpContact }: Facts): Message {
  const [th, en] = helpContact ? [` หรือ ${helpContact}`, ` or ${helpContact}`] : ['', ''];
  return {
    th: `หากไม่เห็นด้วย ท่านอุทธรณ์ได้ภายใน ${appealDays} วันหลังจากวันที่ได้รับข้อความนี้ (ถึงเวลา 24.00 น. ของวันสุดท้าย) โดยแจ้งผู้ดูแลกลุ่ม${th}`,
    en: `If you disagree you may appeal within ${appealDays} days after the day you get this message (until midnight of the last day, Bangkok time): tell a moderator${en}.`,
  };
}

const thanks: Message = {
  th: 'ขอบคุณที่ร่วมดูแลตลาดของเรา',
  en: 'Thank you for helping to look after our market.',
};
