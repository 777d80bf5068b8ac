/**
 * How a task is done, step by step, for somebody with LINE in their hand:
 * แตะค้างที่ข้อความ → เลือกลบ → กลับมากดว่าทำแล้ว
 */
import type { Message } from '../../platform/message.js';
import { buddhistDateTime } from '../../thai/buddhist-date.js';
import type { TaskKind } from './task.js';

/** Whom and what the task is about. */
export interface TaskFacts {
  kind: TaskKind;
  /** What the person is called in the group today. */
  nickname: string;
  /** The name they have to carry; null if not registered. */
  username: string | null;
  postedAt: string | null;
  openChatUrl: string;
}

const open: Message = {
  th: 'เปิด LINE เข้าโอเพนแชท ตลาดกลาง ชสอ. ออนไลน์ ด้วยบัญชีผู้ดูแลหรือผู้ดูแลร่วม',
  en: 'Open the OpenChat of the FSCT online market in LINE as admin or co-admin.',
};
const findMember = ({ nickname }: TaskFacts): Message => ({
  th: `แตะเมนูมุมขวาบน เลือก “สมาชิก” แล้วค้นหาชื่อ ${nickname}`,
  en: `Open the menu at the top right, choose “Members” and look for ${nickname}.`,
});
const confirm: Message = {
  th: 'กลับมากดบันทึกผลที่ POST /v1/moderation/tasks/{id}/completion พร้อมหลักฐานสั้น ๆ เช่น เวลาที่ทำ',
  en: 'Come back and record it with POST /v1/moderation/tasks/{id}/completion and a short proof.',
};

const copy: Message = {
  th: 'คัดลอกข้อความจาก GET /v1/moderation/tasks/{id}/message',
  en: 'Copy the text of GET /v1/moderation/tasks/{id}/message.',
};

const guides: Readonly<Record<TaskKind, (facts: TaskFacts) => Message[]>> = {
  delete_message: ({ nickname, postedAt }) => [
    open,
    {
      th: `หาข้อความของ ${nickname}${postedAt ? ` วันที่ ${buddhistDateTime(postedAt)}` : ''} ตามที่แสดงใน message`,
      en: `Find the message of ${nickname}${postedAt ? ` posted ${postedAt}` : ''} that is shown in message.`,
    },
    {
      th: 'แตะค้างที่ข้อความ เลือก “ลบ” แล้วยืนยัน (หากถูกลบไปแล้ว ให้บันทึกว่าทำแล้วและเขียนไว้ในหลักฐาน)',
      en: 'Press and hold it, choose “Delete” and confirm. (If it is gone already, record it as done and say so.)',
    },
  ],
  remove_member: (facts) => [
    open,
    {
      th: 'ตรวจว่าได้ส่งหนังสือแจ้งแล้ว เพราะหลังเชิญออกจะส่งในกลุ่มไม่ได้',
      en: 'See that the notice was sent: afterwards it cannot be, in the group.',
    },
    findMember(facts),
    {
      th: 'แตะรูปโปรไฟล์ เลือกนำสมาชิกออกจากโอเพนแชท แล้วยืนยัน ผู้นั้นจะเข้ากลุ่มเองอีกไม่ได้จนกว่าจะปลด',
      en: 'Tap their picture, choose to remove the member and confirm. They cannot join again until that is lifted.',
    },
  ],
  deliver_notice: ({ nickname }) => [
    copy,
    {
      th: `ส่งถึง ${nickname} ทาง LINE ส่วนตัวหรือช่องทางติดต่อที่ให้ไว้ หากไม่มี ให้ตอบกลับข้อความของเขาในกลุ่มโดยไม่เอ่ยเนื้อหาที่ทำให้เสียหาย`,
      en: `Send it to ${nickname} by LINE or the contact on record; failing that, reply to them in the group without repeating what would harm them.`,
    },
    {
      th: 'บันทึกผลทันทีที่ส่งแล้ว เพราะสิทธิอุทธรณ์ 20 วันเริ่มนับจากเวลานี้',
      en: 'Record it as soon as it is sent: the 20 days for an appeal run from then.',
    },
  ],
  lift_ban: (facts) => [
    open,
    {
      th: `แตะเมนูมุมขวาบน เลือกการตั้งค่า > จัดการสมาชิก > สมาชิกที่ถูกนำออก แล้วค้นหาชื่อ ${facts.nickname}`,
      en: `Menu at the top right, settings, manage members, removed members: look for ${facts.nickname}.`,
    },
    { th: 'เลือกอนุญาตให้กลับเข้าร่วม แล้วยืนยัน', en: 'Let them join again and confirm.' },
  ],
  invite: ({ openChatUrl }) => [
    copy,
    {
      th: `ส่งให้ผู้ขายทาง LINE โทรศัพท์ หรืออีเมลตามที่ให้ไว้${openChatUrl ? '' : ' พร้อมลิงก์เข้ากลุ่ม'}`,
      en: `Send it to the seller by LINE, telephone or e-mail${openChatUrl ? '' : ', with the link into the group'}.`,
    },
    {
      th: 'เมื่อเห็นผู้ขายเข้ากลุ่มด้วยชื่อที่ถูกต้องแล้วจึงบันทึกผล',
      en: 'Record it when you see them in the group under the right name.',
    },
  ],
  rename: (facts) => [
    copy,
    {
      th: `ส่งให้ ${facts.nickname} เพื่อขอให้เปลี่ยนชื่อในกลุ่ม${facts.username ? `เป็น ${facts.username}` : ''}`,
      en: `Send it to ${facts.nickname}, asking them to change their name in the group${facts.username ? ` to ${facts.username}` : ''}.`,
    },
    { th: 'เมื่อเห็นว่าเปลี่ยนชื่อแล้วจึงบันทึกผล', en: 'Record it when you see the new name.' },
  ],
};

export const taskTitles: Readonly<Record<TaskKind, Message>> = {
  delete_message: { th: 'ลบข้อความในกลุ่ม', en: 'Delete the message' },
  remove_member: { th: 'นำสมาชิกออกจากกลุ่ม', en: 'Remove the member' },
  deliver_notice: { th: 'แจ้งผลให้เจ้าตัวทราบ', en: 'Tell the person' },
  lift_ban: { th: 'ปลดการห้ามกลับเข้ากลุ่ม', en: 'Lift the rejoin ban' },
  invite: { th: 'เชิญเข้ากลุ่ม', en: 'Invite into the group' },
  rename: { th: 'ขอให้เปลี่ยนชื่อในกลุ่ม', en: 'Ask to rename' },
};

/** What to do, in order. */
export const guideOf = (facts: TaskFacts): Message[] => [...guides[facts.kind](facts), confirm];

/** The words of a request to rename; others are kept with the task or made by the seller's own page. */
export function renameMessage(username: string | null, help: string): Message {
  const [th, en] = help ? [`\nสอบถามเพิ่มเติม ${help}`, `\nQuestions: ${help}`] : ['', ''];
  if (username === null)
    return {
      th: `เรียน สมาชิกตลาดกลาง ชสอ. ออนไลน์\nกรุณาลงทะเบียนผู้ขายเพื่อรับชื่อผู้ใช้งาน แล้วตั้งชื่อในกลุ่มตามนั้น${th}`,
      en: `Dear member of the FSCT online market,\nplease register as a seller to get your username and set your name in the group to it.${en}`,
    };
  return {
    th: `เรียน สมาชิกตลาดกลาง ชสอ. ออนไลน์\nกรุณาเปลี่ยนชื่อของท่านในกลุ่มเป็น\n${username}\nขอบคุณครับ/ค่ะ${th}`,
    en: `Dear member of the FSCT online market,\nplease change your name in the group to\n${username}\nThank you.${en}`,
  };
}
