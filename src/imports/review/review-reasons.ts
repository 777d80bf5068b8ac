/** Why a row waits for a person, or why nothing changed, in plain words: ไม่พบสหกรณ์นี้ในทะเบียน */
import type { Message } from '../../platform/message.js';

/** Doubts that end with “this is somebody new”. A cooperative or a name in doubt has to be chosen, a removal be judged. */
export const endedByCreate: readonly string[] = [
  'same_person_other_details',
  'cooperative_changed',
  'no_contact',
];

export const reasonTexts: Readonly<Record<string, Message>> = {
  unknown_cooperative: {
    th: 'ไม่พบสหกรณ์นี้ในทะเบียน กรุณาเลือกจาก candidates หรือค้นหาที่ GET /v1/cooperatives?query=… แล้วส่ง choose พร้อม cooperativeId หรือข้าม (skip)',
    en: 'The cooperative is not in the directory; choose a candidate, or find the right one at GET /v1/cooperatives?query=… and send choose with its cooperativeId, or skip.',
  },
  ambiguous_cooperative: {
    th: 'ชื่อสหกรณ์ตรงกับหลายแห่ง กรุณาเลือกหนึ่งแห่ง (choose)',
    en: 'The name fits several cooperatives; choose one.',
  },
  number_name_disagree: {
    th: 'เลขทะเบียนกับชื่อสหกรณ์เป็นคนละแห่งกัน กรุณาเลือกว่าแห่งใดถูก (choose)',
    en: 'Number and name say two different cooperatives; choose which is right.',
  },
  doubtful_name: {
    th: 'ไม่มีนามสกุล หรืออ่านคำนำหน้า ชื่อ และนามสกุลได้มากกว่าหนึ่งแบบ กรุณาเลือกแบบที่ถูก (choose)',
    en: 'There is no surname, or the name can be read in more than one way; choose the right reading.',
  },
  same_person_other_details: {
    th: 'อาจเป็นผู้ขายที่มีอยู่แล้ว กรุณาตรวจว่าเป็นคนเดียวกัน (merge) หรือคนใหม่ (create)',
    en: 'May be a seller already registered: merge if it is the same person, create if not.',
  },
  removed_before: {
    th: 'เคยถูกเชิญออกจากกลุ่ม ต้องให้ผู้ดูแลพิจารณารับกลับก่อน ขณะนี้ข้ามได้ (skip)',
    en: 'Removed from the market before; a moderator decides on a return. The row may be skipped.',
  },
  cooperative_changed: {
    th: 'คนเดิมแต่เปลี่ยนสหกรณ์ กรุณาตรวจ: ใช้ข้อมูลใหม่กับผู้ขายเดิมโดยไม่เปลี่ยนสหกรณ์ (merge) หรือลงทะเบียนใหม่ (create)',
    en: 'The same person with another cooperative: merge the other details, or create a new registration.',
  },
  inactive_cooperative: {
    th: 'สหกรณ์นี้ไม่ได้เป็นสมาชิกแล้ว กรุณาเลือกสหกรณ์อื่น (choose) หรือข้าม (skip)',
    en: 'This cooperative is no longer a member; choose another one, or skip.',
  },
  no_contact: {
    th: 'ไม่มีช่องทางติดต่อหรือเลขสมาชิก ถามผู้ขายแล้วแก้คำตอบและนำเข้าใหม่ หรือลงทะเบียนไว้ให้รออนุมัติโดยยังไม่มีชื่อผู้ใช้งาน (create) หรือข้าม (skip)',
    en: 'No way to reach or tell the person by. Ask the seller, mend the answer and import it again; or create a seller who is pending, without a username until approved; or skip.',
  },
  judged_again: {
    th: 'คำตอบนี้มาอีกครั้งในการนำเข้าที่ใหม่กว่า ให้ตัดสินที่แถวนั้น (standsIn)',
    en: 'This answer came again in a newer import; decide about it there (standsIn).',
  },
  same_answer: {
    th: 'คำตอบเดียวกันนี้เป็นผู้ขายรายนี้แล้วจากแถวอื่น จึงไม่สร้างซ้ำและไม่เปลี่ยนอะไร หากไม่ถูกต้อง ให้ยกเลิกการตัดสินที่แถวนั้น หรือแก้ไขผู้ขาย',
    en: 'This same answer became this seller in another row already, so no second one was made and nothing changed. If that is wrong, take the decision about that row back, or correct the seller.',
  },
  same_content: { th: 'เคยนำเข้าแล้วและไม่มีอะไรเปลี่ยน', en: 'Imported before, nothing changed.' },
  older_answer: { th: 'มีคำตอบที่ใหม่กว่าแล้ว', en: 'A newer answer is known already.' },
  same_details: { th: 'ตรงกับข้อมูลผู้ขายที่มีอยู่', en: 'Equals what is known of the seller.' },
};
