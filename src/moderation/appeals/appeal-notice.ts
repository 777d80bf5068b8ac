/**
 * What the person is told at the end: คำวินิจฉัยเดิมยังมีผล, แก้ไข, หรือยกเลิกพร้อมคำขออภัย, always with the written reply.
 */
import type { Message } from '../../platform/message.js';
import { bangkokDate, buddhistDate } from '../../thai/buddhist-date.js';
import type { AppealOutcome } from './appeal.js';

export interface AppealNoticeFacts {
  outcome: AppealOutcome;
  /** How the person is addressed. */
  name: string;
  reply: string;
  /** Active points afterwards. */
  points: number;
  /** What was overturned or modified, by the day it was made. */
  decidedAt: string;
  /** The rule of the finding that takes the old one's place. */
  newRule: Message | null;
  /** The person was out and may come back. */
  returns: boolean;
  /** Another decision keeps the person out. */
  staysOut: boolean;
  helpContact: string;
}

export function appealNotice(facts: AppealNoticeFacts): Message {
  const parts = [
    greeting(facts),
    ...results[facts.outcome](facts),
    reply(facts),
    ...back(facts),
    ...help(facts),
  ];
  return { th: parts.map(({ th }) => th).join('\n'), en: parts.map(({ en }) => en).join('\n') };
}

const greeting = ({ name, decidedAt }: AppealNoticeFacts): Message => ({
  th: `เรียน คุณ${name}\nเรื่อง ผลการพิจารณาอุทธรณ์คำวินิจฉัยวันที่ ${buddhistDate(decidedAt)} ตลาดกลาง ชสอ. ออนไลน์`,
  en: `Dear ${name},\nThe result of your appeal against the decision of ${bangkokDate(decidedAt)}, FSCT online market.`,
});

const pointsNow = ({ points }: AppealNoticeFacts): Message => ({
  th: `ขณะนี้ท่านมีคะแนนรวม ${points} คะแนน`,
  en: `You now have ${points} ${points === 1 ? 'point' : 'points'} in all.`,
});

const results: Readonly<Record<AppealOutcome, (facts: AppealNoticeFacts) => Message[]>> = {
  upheld: () => [
    {
      th: 'ผู้พิจารณาอีกท่านหนึ่งได้ตรวจสอบเรื่องทั้งหมดแล้ว เห็นว่าคำวินิจฉัยเดิมถูกต้อง จึงยังมีผลต่อไป',
      en: 'Another moderator has looked at the whole matter again; the decision was right and stands.',
    },
  ],
  modified: (facts) => [
    {
      th: `ผู้พิจารณาอีกท่านหนึ่งได้ตรวจสอบเรื่องทั้งหมดแล้ว และแก้ไขคำวินิจฉัยให้เบาลง${facts.newRule ? ` เป็นกติกา “${facts.newRule.th}”` : ''}`,
      en: `Another moderator has looked at the whole matter again and made the decision milder${facts.newRule ? `: rule “${facts.newRule.en}”` : ''}.`,
    },
    pointsNow(facts),
  ],
  overturned: (facts) => [
    {
      th: 'ผู้พิจารณาอีกท่านหนึ่งได้ตรวจสอบเรื่องทั้งหมดแล้ว เห็นว่าคำวินิจฉัยเดิมไม่ถูกต้อง จึงยกเลิก และลบล้างคะแนนของเรื่องนี้แล้ว',
      en: 'Another moderator has looked at the whole matter again; the decision was wrong and has been overturned, and its points are gone.',
    },
    {
      th: 'เราขออภัยในความผิดพลาดและความไม่สะดวกที่เกิดขึ้นกับท่าน',
      en: 'We apologise for the mistake and for the trouble it caused you.',
    },
    pointsNow(facts),
  ],
};

const reply = ({ reply: text }: AppealNoticeFacts): Message => ({
  th: `คำชี้แจง: ${text}`,
  en: `Reply: ${text}`,
});

const back = ({ returns, staysOut }: AppealNoticeFacts): Message[] =>
  staysOut
    ? [
        {
          th: 'อย่างไรก็ดี ท่านยังถูกเชิญออกจากกลุ่มตามคำวินิจฉัยเรื่องอื่นที่ยังมีผลอยู่',
          en: 'Another decision that still stands keeps you out of the group.',
        },
      ]
    : returns
      ? [
          {
            th: 'ท่านกลับเข้ากลุ่มได้แล้ว ชื่อผู้ใช้งานเดิมยังเป็นของท่าน ผู้ดูแลจะส่งคำเชิญให้',
            en: 'You may come back into the group; your username is still yours, and you will get an invitation.',
          },
        ]
      : [];

const help = ({ helpContact }: AppealNoticeFacts): Message[] =>
  helpContact ? [{ th: `สอบถามเพิ่มเติม ${helpContact}`, en: `Questions: ${helpContact}` }] : [];

/** Told to who is taken back by two moderators. */
export function reinstatementNotice({ name, helpContact }: { name: string; helpContact: string }): Message {
  const [th, en] = helpContact ? [`\nสอบถามเพิ่มเติม ${helpContact}`, `\nQuestions: ${helpContact}`] : ['', ''];
  return {
    th: `เรียน คุณ${name}\nผู้ดูแลตลาดกลาง ชสอ. ออนไลน์ ยินดีรับท่านกลับเข้ากลุ่ม ชื่อผู้ใช้งานเดิมยังเป็นของท่าน\nกรุณาปฏิบัติตามกติกาของกลุ่ม ขอบคุณที่ร่วมดูแลตลาดของเรา${th}`,
    en: `Dear ${name},\nThe moderators of the FSCT online market take you back into the group; your username is still yours.\nPlease keep to the rules of the group. Thank you for helping to look after our market.${en}`,
  };
}
