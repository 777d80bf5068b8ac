/**
 * A registration that is complete and clear is active at once; whatever is doubtful waits for a person, with the
 * reasons. ตัวอย่าง: "พลอยใส ใจดี" อาจเป็น พลอยใส หรือคำนำหน้า พล. กับ อยใส จึงรอเจ้าหน้าที่ตรวจ
 */
import type { DirectoryCooperative } from '../cooperatives/directory-index.js';
import type { Message } from '../platform/message.js';
import type { OfferingCategory } from './offering-category.js';

export interface Offering {
  category: OfferingCategory;
  description: string;
}

/** A registration in normal form, its cooperative found. */
export interface Application {
  cooperative: DirectoryCooperative;
  title: string;
  firstName: string;
  /** Empty for people with one name. */
  lastName: string;
  /** Whether the name can be read in more than one way. */
  doubtfulName: boolean;
  phone?: string;
  email?: string;
  lineId?: string;
  /** Kept only as a keyed hash. */
  memberNumber?: string;
  offerings: readonly Offering[];
  publicListingConsent: boolean;
  consentTextVersion: string;
  /** When consent was given, if not now: the form's time stamp. */
  consentAt?: string;
  externalReference?: string;
  source: 'api' | 'import';
  importId?: string;
}

export const pendingReasons = {
  doubtful_name: {
    th: 'คำนำหน้าหรือชื่ออ่านได้ไม่แน่ชัด (อ่านได้หลายแบบ พิมพ์ผิด หรืออาจไม่ใช่ชื่อจริง) กรุณาตรวจชื่อแล้วแก้ไขหรืออนุมัติ',
    en: 'Title or name is not sure (several ways to read it, a slip, or no real name); check it, then correct or approve.',
  },
  no_contact: {
    th: 'ไม่มีเบอร์โทรศัพท์ อีเมล ไอดีไลน์ หรือเลขสมาชิก จึงติดต่อหรือยืนยันตัวไม่ได้',
    en: 'There is no telephone, e-mail, LINE id or member number to reach or tell the person by.',
  },
  like_removed_seller: {
    th: 'ชื่อหรือเบอร์โทรศัพท์ตรงกับผู้ขายที่เคยถูกเชิญออกจากกลุ่ม กรุณาตรวจก่อนว่าเป็นคนเดียวกันหรือไม่ หากใช่ ให้ปฏิเสธ แล้วให้ผู้ดูแลพิจารณารับรายเดิมกลับ',
    en: 'Name or telephone are those of a seller who was removed. See whether it is the same person; if so, refuse this one and let moderators decide on the return of the other.',
  },
} satisfies Record<string, Message>;

export type PendingReason = keyof typeof pendingReasons;

/** Why a person must look first; none means active at once. */
export function doubtsAbout(application: Application): PendingReason[] {
  const { phone, email, lineId, memberNumber, doubtfulName } = application;
  const reasons: PendingReason[] = [];
  if (doubtfulName) reasons.push('doubtful_name');
  if (!phone && !email && !lineId && !memberNumber) reasons.push('no_contact');
  return reasons;
}
