/**
 * The errors of staff and keys as the documents list them, each with when it happens, as ผู้ดูแลระบบคนสุดท้าย for the
 * last admin.
 */
import type { Message } from '../platform/message.js';

const line = (
  status: number,
  code: string,
  th: string,
  en: string,
): { status: number; code: string; when: Message } => ({
  ...{ status, code },
  when: { th, en },
});

export const accessErrors = {
  invalidGrant: line(
    400,
    'INVALID_GRANT',
    'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง หรือบัญชีถูกระงับ',
    'User name or password are not right, or the account is disabled.',
  ),
  grantType: line(400, 'UNSUPPORTED_GRANT_TYPE', 'grant_type ไม่ใช่ password', 'grant_type is not password.'),
  tokenRequest: line(400, 'INVALID_REQUEST', 'ขาดช่องที่จำเป็น หรือส่งซ้ำ', 'A field is missing or sent twice.'),
  tooManyTries: line(
    429,
    'TOO_MANY_WRONG_TRIES',
    'ใส่รหัสผ่านหรือคีย์ผิดหลายครั้งเกินไป',
    'Too many wrong passwords or keys.',
  ),
  notASession: line(409, 'NOT_A_SESSION', 'เรียกด้วยคีย์ ไม่ใช่การเข้าสู่ระบบ', 'The call uses a key, not a sign-in.'),
  beyondOwn: line(
    403,
    'GRANT_BEYOND_OWN',
    'ให้หรือจัดการสิทธิ์ที่ตนเองไม่มี',
    'Scopes would be given or managed that the caller does not hold.',
  ),
  notYourAccount: line(403, 'NOT_YOUR_ACCOUNT', 'ไม่ใช่บัญชีของตนเอง', 'It is somebody else’s account.'),
  usernameTaken: line(409, 'USERNAME_TAKEN', 'มีบัญชีที่ใช้ชื่อผู้ใช้นี้แล้ว', 'An account has this user name.'),
  lastAdmin: line(409, 'LAST_ADMIN', 'เป็นผู้ดูแลระบบคนสุดท้าย', 'It is the last admin who can sign in.'),
  keyNotActive: line(
    409,
    'API_KEY_NOT_ACTIVE',
    'คีย์หมดอายุหรือถูกยกเลิกแล้ว',
    'The key has expired or was revoked.',
  ),
  keyRotated: line(409, 'API_KEY_ALREADY_ROTATED', 'คีย์มีคีย์ใหม่แทนแล้ว', 'The key has a successor.'),
};
