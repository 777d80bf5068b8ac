import type { Message } from '../message.js';

/** Groups of the documents, in the order of what people do. */
export const tags = {
  sessions: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  usernames: { th: 'ชื่อผู้ใช้งาน', en: 'Usernames' },
  sellers: { th: 'ผู้ขาย', en: 'Sellers' },
  imports: { th: 'นำเข้าแบบฟอร์ม', en: 'Imports' },
  cooperatives: { th: 'สหกรณ์และเขตพื้นที่', en: 'Cooperatives' },
  reports: { th: 'แจ้งข้อความ', en: 'Reports' },
  cases: { th: 'เรื่องที่ต้องพิจารณา', en: 'Cases' },
  decisions: { th: 'คำวินิจฉัย', en: 'Decisions' },
  tasks: { th: 'งานที่ต้องทำใน LINE', en: 'Tasks in LINE' },
  appeals: { th: 'การอุทธรณ์', en: 'Appeals' },
  roster: { th: 'ตรวจรายชื่อสมาชิกกลุ่ม', en: 'Roster audits' },
  standing: { th: 'สถานะความประพฤติ', en: 'Standing' },
  proposals: { th: 'ข้อเสนอที่รอผู้ยืนยันอีกคน', en: 'Proposals' },
  rules: { th: 'กติกาและเกณฑ์คะแนน', en: 'Rules and policy' },
  moderation: { th: 'คนในกลุ่มและการตรวจข้อความ', en: 'People and screening' },
  statistics: { th: 'สถิติ', en: 'Statistics' },
  public: { th: 'สำหรับผู้ซื้อ', en: 'For buyers' },
  audit: { th: 'บันทึกตรวจสอบ', en: 'Audit' },
  access: { th: 'เจ้าหน้าที่และคีย์', en: 'Staff and keys' },
  webhooks: { th: 'เว็บฮุก', en: 'Webhooks' },
  privacy: { th: 'ข้อมูลส่วนบุคคล', en: 'Privacy' },
  health: { th: 'สถานะระบบ', en: 'Health' },
} satisfies Record<string, Message>;

export type Tag = keyof typeof tags;

/** A tag as the documents show it. */
export const tagName = (tag: Tag): string => `${tags[tag].th} · ${tags[tag].en}`;
