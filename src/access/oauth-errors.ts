/**
 * Refusals of the token endpoint carry what RFC 6749, 5.2 asks for (`error`, `error_description` in plain ASCII)
 * beside our own code and sentences, as ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง is `invalid_grant` to a program.
 */
import { AppError, Invalid, TooMany, Unavailable } from '../platform/errors.js';
import type { Message } from '../platform/message.js';

type OAuthError = 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';

const refusal = (error: OAuthError, code: string, text: Message): Invalid =>
  new Invalid([], text, code, { error, error_description: text.en });

/** Unknown account, wrong password and disabled account alike. */
export const invalidGrant = (): Invalid =>
  refusal('invalid_grant', 'INVALID_GRANT', {
    th: 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง',
    en: 'The user name or the password is not right.',
  });

export const unsupportedGrantType = (): Invalid =>
  refusal('unsupported_grant_type', 'UNSUPPORTED_GRANT_TYPE', {
    th: 'กรุณาส่ง grant_type เป็น password',
    en: 'Send grant_type as password.',
  });

export const fieldNeeded = (name: string): Invalid =>
  refusal('invalid_request', 'INVALID_REQUEST', {
    th: `กรุณาส่ง ${name} หนึ่งค่า`,
    en: `Send ${name} once.`,
  });

/** The members RFC 6749 wants of any other error. */
export function oauthMembersOf(error: AppError): { error: string; error_description: string } {
  const { error: known, error_description: description } = error.data;
  if (typeof known === 'string') return { error: known, error_description: String(description) };
  const away = error instanceof TooMany || error instanceof Unavailable;
  const name = away
    ? 'temporarily_unavailable'
    : error instanceof Invalid
      ? 'invalid_request'
      : 'server_error';
  return { error: name, error_description: error.text.en };
}
