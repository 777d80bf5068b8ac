/**
 * What to say about a nickname of the list, and what to do: "ใช้ชื่อไม่ตรง ควรเป็น A1650ออมทรัพย์สอ.อยู่ดีกินดี".
 */
import type { Message } from '../platform/message.js';
import type { RosterVerdict } from './roster-verdict.js';

export const rosterAdvice: Readonly<Record<RosterVerdict, Message>> = {
  exact_seller: { th: 'ชื่อผู้ใช้งานถูกต้อง ไม่ต้องทำอะไร', en: 'The right username; nothing to do.' },
  variant_of_seller: {
    th: 'เป็นผู้ขายที่ใช้ชื่อไม่ตรง ขอให้เปลี่ยนชื่อเป็นตาม shouldBe',
    en: 'A seller under a wrong name; ask them to rename to shouldBe.',
  },
  removed_before: {
    th: 'เคยถูกเชิญออกจากกลุ่ม ตรวจสอบเรื่องเดิม (caseId) แล้วเชิญออกหากเป็นคนเดียวกัน',
    en: 'Was removed before; look at that case and remove them if it is the same person.',
  },
  looks_like_seller: {
    th: 'ชื่อคล้ายผู้ขายที่อยู่ในกลุ่มแล้ว อาจเป็นการแอบอ้าง โปรดตรวจสอบกับผู้ขายตัวจริง',
    en: 'Looks like a seller who is in the group already; perhaps an impostor, please ask the real one.',
  },
  looks_like_administrator: {
    th: 'ชื่อคล้ายผู้ดูแลกลุ่ม โปรดตรวจสอบว่าเป็นผู้ดูแลตัวจริง',
    en: 'Looks like an administrator; please check that they are one.',
  },
  inactive_seller: {
    th: 'เคยลงทะเบียนไว้ แต่ขณะนี้ไม่ได้เป็นผู้ขาย ให้ลงทะเบียนอีกครั้งหากต้องการขาย',
    en: 'Registered once and no seller now; to sell they have to register again.',
  },
  not_registered: {
    th: 'รูปแบบชื่อถูกต้อง แต่ยังไม่ได้ลงทะเบียน ขอให้ลงทะเบียนก่อนประกาศขาย',
    en: 'Well-formed, but nobody registered it; ask them to register before they sell.',
  },
  malformed: {
    th: 'ตั้งใจใช้ชื่อผู้ใช้งาน แต่รูปแบบไม่ถูกต้อง ดูรายการใน issues',
    en: 'Meant to be a username, but malformed; see issues.',
  },
  not_a_registered_seller: {
    th: 'ไม่ใช่ผู้ขาย (ผู้ซื้ออยู่ในกลุ่มได้โดยไม่ต้องมีชื่อผู้ใช้งาน)',
    en: 'No seller; buyers may be in the group without a username.',
  },
};
