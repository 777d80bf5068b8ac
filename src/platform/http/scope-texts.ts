import type { Scope } from '../actor.js';
import type { Message } from '../message.js';

/** What each scope allows, for the documents. */
export const scopeTexts: Record<Scope, Message> = {
  'cooperatives:read': { th: 'ดูรายชื่อสหกรณ์', en: 'read the directory of cooperatives' },
  'cooperatives:write': { th: 'แก้ไขรายชื่อสหกรณ์', en: 'change the directory of cooperatives' },
  'sellers:read': { th: 'ดูผู้ขาย (ปิดบังข้อมูลติดต่อ)', en: 'read sellers, contact details masked' },
  'sellers:read-personal': { th: 'ดูข้อมูลติดต่อของผู้ขาย', en: 'read contact details of sellers' },
  'sellers:write': { th: 'ลงทะเบียนและแก้ไขผู้ขาย', en: 'register and change sellers' },
  'imports:read': { th: 'ดูการนำเข้า', en: 'read imports' },
  'imports:write': { th: 'นำเข้าไฟล์แบบฟอร์ม', en: 'import form files' },
  'form-responses:write': { th: 'ส่งคำตอบแบบฟอร์มอัตโนมัติ', en: 'push form responses' },
  'moderation:read': { th: 'ดูเรื่องร้องเรียนและงานดูแลกลุ่ม', en: 'read moderation' },
  'moderation:read-sensitive': { th: 'ดูข้อความอ่อนไหว', en: 'read sensitive texts' },
  'moderation:write': { th: 'วินิจฉัยและดูแลกลุ่ม', en: 'decide and moderate' },
  'audit:read': { th: 'ดูบันทึกตรวจสอบ', en: 'read the audit log' },
  'statistics:read': { th: 'ดูสถิติ', en: 'read statistics' },
  'webhooks:manage': { th: 'จัดการเว็บฮุก', en: 'manage webhooks' },
  'privacy:manage': { th: 'จัดการคำขอเรื่องข้อมูลส่วนบุคคล', en: 'answer privacy requests' },
  'staff:manage': { th: 'จัดการบัญชีเจ้าหน้าที่และคีย์', en: 'manage staff and keys' },
  admin: { th: 'ทำได้ทุกอย่าง', en: 'everything' },
};
