/** What each field of the form is called: `phone` คือ เบอร์โทรศัพท์ */
import type { Message } from '../../platform/message.js';
import { FORM_FIELDS, type FormField } from './form-fields.js';

export const formFieldTexts: Readonly<Record<FormField, Message>> = {
  submittedAt: { th: 'ประทับเวลาที่ตอบ', en: 'when it was answered' },
  responseId: { th: 'รหัสคำตอบของ Google Form', en: "the form's response id" },
  fullName: { th: 'ชื่อ-นามสกุลในช่องเดียว', en: 'whole name in one column' },
  title: { th: 'คำนำหน้าชื่อ', en: 'title' },
  firstName: { th: 'ชื่อ (แยกช่องจากนามสกุล)', en: 'first name alone' },
  lastName: { th: 'นามสกุล (แยกช่อง)', en: 'surname alone' },
  cooperativeName: { th: 'ชื่อสหกรณ์', en: "the cooperative's name" },
  registrationNumber: { th: 'เลขทะเบียนสหกรณ์สมาชิก', en: "the cooperative's registration number" },
  region: { th: 'เขตพื้นที่', en: 'area' },
  phone: { th: 'เบอร์โทรศัพท์', en: 'telephone' },
  email: { th: 'อีเมล', en: 'e-mail' },
  lineId: { th: 'LINE ID', en: 'LINE id' },
  contact: { th: 'ช่องทางติดต่อรวม', en: 'any way to reach the person' },
  memberNumber: { th: 'เลขสมาชิกสหกรณ์', en: 'member number' },
  offeringCategory: { th: 'ประเภทสินค้า/บริการ', en: 'kind of goods' },
  offeringDescription: { th: 'รายละเอียดสินค้า/บริการ', en: 'what is sold' },
  consent: { th: 'ความยินยอมให้ใช้ข้อมูล', en: 'consent' },
  publicListingConsent: { th: 'ยินยอมเผยแพร่รายการสินค้า', en: 'consent to public listing' },
  wishedUsername: { th: 'ชื่อผู้ใช้งานที่อยากได้', en: 'wished username' },
};

/** One line for the documents. */
export const formFieldList = FORM_FIELDS.map((field) => `${field} ${formFieldTexts[field].th}`).join(' · ');
