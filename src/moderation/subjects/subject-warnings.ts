/**
 * What a moderator should know of a nickname: ชื่อคล้ายผู้ขายที่เคยถูกเชิญออก may be the same person come back, a name like
 * another seller's may be somebody who pretends to be them.
 */
import type { Message } from '../../platform/message.js';
import type { SellerStatus } from '../../sellers/seller-status.js';

export interface SubjectWarning {
  code: 'is_removed_seller' | 'looks_like_removed_seller' | 'looks_like_seller';
  message: Message;
}

/** `isOwn`: the nickname is this seller's; else it only looks like theirs. */
export function warningOf(
  { username, status }: { username: string | null; status: SellerStatus },
  isOwn: boolean,
): SubjectWarning | undefined {
  const name = username ?? '';
  if (status === 'removed') return isOwn ? isRemoved : looksRemoved(name);
  return isOwn ? undefined : looksLike(name);
}

const isRemoved: SubjectWarning = {
  code: 'is_removed_seller',
  message: {
    th: 'ผู้ขายรายนี้เคยถูกเชิญออกจากกลุ่มแล้ว กรุณาตรวจว่ายังอยู่ในกลุ่มหรือไม่',
    en: 'This seller was removed from the group before; see whether they are still in it.',
  },
};

const looksRemoved = (username: string): SubjectWarning => ({
  code: 'looks_like_removed_seller',
  message: {
    th: `ชื่อนี้คล้ายกับ ${username} ที่เคยถูกเชิญออก อาจเป็นคนเดียวกันกลับเข้ามา กรุณาตรวจสอบก่อนตัดสิน`,
    en: `The name looks like ${username}, who was removed before; it may be the same person.`,
  },
});

const looksLike = (username: string): SubjectWarning => ({
  code: 'looks_like_seller',
  message: {
    th: `ชื่อนี้คล้ายกับผู้ขาย ${username} แต่ไม่ใช่ชื่อเดียวกัน ผู้ขายอาจสะกดผิด หรือมีผู้แอบอ้าง กรุณาตรวจสอบก่อนตัดสิน`,
    en: `The name looks like the seller ${username} but is another: misspelt, or somebody who pretends to be them.`,
  },
});
