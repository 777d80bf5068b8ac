/** Why something is proposed for a waiting row, in a sentence: ชื่อต่างกัน 1 ตัวอักษร */
import type { Message } from '../../platform/message.js';
import type { MatchReason } from '../../cooperatives/directory-index.js';
import type { SellerLikeness } from '../judging/seller-likeness.js';

export const cooperativeWhy: Readonly<Record<MatchReason | 'chosen', Message>> = {
  registration_number: { th: 'เลขทะเบียนตรงกัน', en: 'It has this registration number.' },
  short_name: { th: 'ชื่อย่อตรงกัน', en: 'It has this short name.' },
  full_name: { th: 'ชื่อเต็มตรงกัน', en: 'It has this full name.' },
  alias: { th: 'เป็นชื่อเดิมหรือชื่อเรียกอื่น', en: 'It is an old or further name of it.' },
  name_variant: { th: 'ชื่อเดียวกัน เขียนต่างรูปแบบ', en: 'The same name, written another way.' },
  short_form: { th: 'เป็นชื่อย่อที่ใช้กันทั่วไป', en: 'A usual short form of its name.' },
  near_miss: { th: 'ชื่อใกล้เคียง อาจพิมพ์ผิด', en: 'Nearly its name; perhaps a typing error.' },
  contains: { th: 'ชื่อมีข้อความนี้อยู่', en: 'Its name holds this text.' },
  chosen: { th: 'เจ้าหน้าที่ระบุ', en: 'A person named it.' },
};

export const sellerWhy: Readonly<Record<SellerLikeness, Message>> = {
  same_person: {
    th: 'ชื่อและเบอร์โทรศัพท์หรือเลขสมาชิกตรงกัน',
    en: 'Same name, and same telephone or member number.',
  },
  same_name: {
    th: 'ชื่อเดียวกันในสหกรณ์เดียวกัน แต่ช่องทางติดต่อต่างกัน',
    en: 'Same name in the same cooperative, other contact.',
  },
  same_phone: { th: 'เบอร์โทรศัพท์เดียวกัน แต่ชื่อต่างกัน', en: 'Same telephone, another name.' },
  same_answer: { th: 'เคยตอบแบบฟอร์มนี้มาก่อน', en: 'Made of an earlier answer to this form.' },
};

export const nameWhy: Message = {
  th: 'อ่านคำนำหน้า ชื่อ และนามสกุลแบบนี้ได้',
  en: 'Title, first name and surname can be read so.',
};

/** The reason, and by how many letters the texts differ where they do. */
export function withDistance({ th, en }: Message, edits: number | undefined): Message {
  if (!edits) return { th, en };
  return {
    th: `${th} (ต่างกัน ${edits} ตัวอักษร)`,
    en: `${en} (${edits} ${edits === 1 ? 'letter differs' : 'letters differ'})`,
  };
}
