/** Why a column is understood as it is: `contains` คือหัวคอลัมน์มีคำที่รู้จัก เช่น เบอร์โทรศัพท์ที่สะดวก */
import type { Message } from '../../platform/message.js';
import type { MappingReason } from './mapping-proposal.js';

export const mappingReasons: Readonly<Record<MappingReason, Message>> = {
  exact: { th: 'หัวคอลัมน์ตรงกับคำที่รู้จัก', en: 'The title is a known one.' },
  exact_but_for_brackets: {
    th: 'ตรงกับคำที่รู้จัก นอกจากส่วนในวงเล็บ',
    en: 'A known title but for what stands in brackets.',
  },
  contains: { th: 'มีคำที่รู้จักอยู่ในหัวคอลัมน์', en: 'The title holds a known word.' },
  misspelt: { th: 'สะกดต่างจากคำที่รู้จักหนึ่งตัวอักษร', en: 'One letter away from a known title.' },
  chosen_by_caller: { th: 'ผู้อัปโหลดระบุ', en: 'The uploader said so.' },
  left_out_by_caller: { th: 'ผู้อัปโหลดระบุว่าไม่ใช้', en: 'The uploader left it out.' },
  remembered: { th: 'จำจากที่เจ้าหน้าที่เคยระบุ', en: 'Remembered from what people said before.' },
  another_column_fits_better: { th: 'คอลัมน์อื่นตรงกว่า', en: 'Another column fits better.' },
  ambiguous: { th: 'อาจหมายถึงหลายอย่าง จึงไม่อ่าน', en: 'It could be several things and is not read.' },
  ignored: { th: 'ไม่ใช่ข้อมูลผู้ขาย จึงไม่อ่าน', en: 'It says nothing of the seller and is not read.' },
  unnamed: { th: 'ไม่มีหัวคอลัมน์ จึงไม่อ่าน', en: 'It has no title and is not read.' },
  unknown: { th: 'ไม่รู้จัก จึงไม่อ่าน', en: 'It is not known and not read.' },
};

export const MAPPING_REASONS = Object.keys(mappingReasons) as MappingReason[];

/** One line for the documents. */
export const mappingReasonList = MAPPING_REASONS.map((why) => `${why} ${mappingReasons[why].th}`).join(' · ');
