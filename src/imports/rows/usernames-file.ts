/**
 * The list by which each seller is told: คุณสมชาย ใจดี, your username is A1650สมชายสอ.อยู่ดีกินดี, join with it here.
 */

export interface NamedSeller {
  id: string;
  title: string;
  firstName: string;
  lastName: string;
  /** Null while the seller waits for approval. */
  username: string | null;
  phone?: string | null;
  email?: string | null;
  lineId?: string | null;
}

/** The ways into the group; those not set are left out of the message. */
export interface MarketLinks {
  openChatUrl?: string;
  buyersUrl?: string;
  helpContact?: string;
}

export const usernamesHeader: readonly string[] = ['ชื่อ-นามสกุล', 'ช่องทางติดต่อ', 'ชื่อผู้ใช้งาน', 'สิ่งที่ต้องทำต่อไป'];

export function usernamesRow(seller: NamedSeller, links: MarketLinks): string[] {
  return [fullName(seller), contacts(seller), seller.username ?? '', nextStep(seller, links)];
}

const fullName = ({ title, firstName, lastName }: NamedSeller): string =>
  `${title}${/[A-Za-z.]$/.test(title) ? ' ' : ''}${firstName} ${lastName}`.trim();

function contacts({ phone, email, lineId }: NamedSeller): string {
  return [phone, email, lineId && `LINE ${lineId}`].filter(Boolean).join(', ');
}

/** A message ready to be sent. */
function nextStep({ id, firstName, username }: NamedSeller, links: MarketLinks): string {
  if (username === null)
    return `ยังไม่ต้องแจ้ง: รออนุมัติ เจ้าหน้าที่หาช่องทางติดต่อ แล้วใช้ POST /v1/sellers/${id}/approval`;
  const { openChatUrl, buyersUrl, helpContact } = links;
  return [
    `เรียน คุณ${firstName} ท่านลงทะเบียนผู้ขายในตลาดกลาง ชสอ. ออนไลน์เรียบร้อยแล้ว`,
    `กรุณาเข้ากลุ่ม LINE OpenChat โดยตั้งชื่อว่า ${username} (คัดลอกให้ตรงทุกตัวอักษร)`,
    openChatUrl && `ลิงก์เข้ากลุ่ม: ${openChatUrl}`,
    buyersUrl && `สำหรับผู้ซื้อ: ${buyersUrl}`,
    helpContact && `สอบถามเพิ่มเติม: ${helpContact}`,
  ]
    .filter(Boolean)
    .join('\n');
}
