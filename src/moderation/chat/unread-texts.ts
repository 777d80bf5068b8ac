/** Why a line of a chat could not be read, in plain words: ไม่มีเวลานำหน้าบรรทัด. */
import type { Message } from '../../platform/message.js';
import type { UnreadLine } from './chat-reading.js';

export const unreadTexts: Readonly<Record<UnreadLine['reason'], Message>> = {
  no_time: {
    th: 'ไม่มีเวลานำหน้าและไม่ต่อจากข้อความใด กรุณาคัดลอกให้มีเวลาและชื่อผู้ส่งด้วย',
    en: 'No time in front and no message before it; copy the chat with times and names.',
  },
  no_author: {
    th: 'มีเวลาแต่ไม่มีชื่อผู้ส่ง กรุณาคัดลอกให้มีชื่อผู้ส่งด้วย',
    en: 'A time but no author; copy the chat with names.',
  },
  no_text: {
    th: 'มีเวลาและชื่อแต่ไม่มีข้อความ หรือแยกชื่อกับข้อความไม่ได้',
    en: 'A time and a name but no words, or the two cannot be told apart.',
  },
  date_unclear: {
    th: 'บรรทัดวันที่อ่านไม่ได้ชัดเจน หรือวันในสัปดาห์ไม่ตรงกับวันที่ ข้อความถัดไปจึงไม่มีเวลาโพสต์',
    en: 'The date is not clear, or its weekday does not fit; the messages below have no time.',
  },
};
