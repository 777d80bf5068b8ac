/**
 * What the seller has to do next, as sentences to send to them.
 * ตัวอย่าง: "ตั้งชื่อในกลุ่มเป็น A1650ออมทรัพย์สอ.อยู่ดีกินดี"
 */
import type { Message } from '../platform/message.js';
import type { SellerStatus } from './seller-status.js';

/** Ways into the group, as the settings give them; empty where unknown. */
export interface MarketLinks {
  openChatUrl: string;
  formUrl: string;
  helpContact: string;
}

interface Facts {
  status: SellerStatus;
  username: string | null;
}

const at = (url: string): string => (url ? ` ${url}` : '');

/** Steps in order; empty when there is nothing to do. */
export function nextStepsOf({ status, username }: Facts, links: MarketLinks): Message[] {
  if (status === 'pending') {
    return [
      {
        th: 'เจ้าหน้าที่กำลังตรวจสอบข้อมูล เมื่ออนุมัติแล้วจึงจะได้ชื่อผู้ใช้งาน',
        en: 'Staff are checking the registration; the username is given on approval.',
      },
    ];
  }
  if (status !== 'active' || !username) return [];
  return [
    {
      th: `เข้ากลุ่ม LINE OpenChat ตลาดกลาง ชสอ. ออนไลน์ ตามลิงก์หรือคิวอาร์โค้ด${at(links.openChatUrl)}`,
      en: `Join the LINE OpenChat group of the market by link or QR code${at(links.openChatUrl)}`,
    },
    { th: `ตั้งชื่อในกลุ่มเป็น ${username}`, en: `Set your name in the group to ${username}` },
    {
      th: 'ประกาศขายสินค้าและบริการได้ โดยงดเรื่องชาติ ศาสนา พระมหากษัตริย์ การเมือง ความเชื่อส่วนบุคคล และสติกเกอร์ประจำวัน',
      en: 'Offer goods and services; nothing on nation, religion, monarchy, politics or personal beliefs, and no daily stickers.',
    },
  ];
}

/** The message to send to a new seller, ready to paste; null while there is no username. */
export function inviteMessageOf(facts: Facts & { firstName: string }, links: MarketLinks): Message | null {
  if (facts.status !== 'active' || !facts.username) return null;
  const steps = nextStepsOf(facts, links);
  const numbered = (language: 'th' | 'en') =>
    steps.map((step, i) => `${i + 1}. ${step[language]}`).join('\n');
  const help = links.helpContact;
  return {
    th: [
      `เรียน คุณ${facts.firstName}`,
      'ท่านได้รับการลงทะเบียนเป็นผู้ขายในตลาดกลาง ชสอ. ออนไลน์ แล้ว',
      ...[`ชื่อผู้ใช้งานของท่าน: ${facts.username}`, 'ขั้นตอนต่อไป', numbered('th')],
      ...(help ? [`สอบถามเพิ่มเติม ${help}`] : []),
    ].join('\n'),
    en: [
      `Dear ${facts.firstName},`,
      'You are now registered as a seller in the FSCT online market.',
      ...[`Your username: ${facts.username}`, 'Next steps', numbered('en')],
      ...(help ? [`Questions: ${help}`] : []),
    ].join('\n'),
  };
}
