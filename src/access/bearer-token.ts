/**
 * A token says what it is and carries its own checksum, so that a mistyped one (พิมพ์ตกไปหนึ่งตัว) is refused without
 * asking the database: `fsct_key_` (a program) or `fsct_session_` (staff), 33 random characters, 6 of checksum.
 */
export type TokenKind = 'key' | 'session';

/** Bytes of chance in a token: 192 bits, of which the prefix shows 47. */
export const randomBytesInToken = 24;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const shape = /^fsct_(key|session)_([0-9A-Za-z]{33})([0-9A-Za-z]{6})$/;
const shownOfRandom = 8;

/** Makes a token of `random`, which must be {@link randomBytesInToken} bytes of a cryptographic source. */
export function composeToken(kind: TokenKind, random: Uint8Array): string {
  if (random.length !== randomBytesInToken)
    throw new Error(`a token needs ${randomBytesInToken} random bytes`);
  const value = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const body = `fsct_${kind}_${base62(value, 33)}`;
  return body + checksum(body);
}

/** What a well-formed token says of itself; undefined for anything that no one of ours can be. */
export function readToken(token: string): { kind: TokenKind; prefix: string } | undefined {
  const [, kind, random, check] = shape.exec(token) ?? [];
  if (check === undefined || checksum(`fsct_${kind}_${random}`) !== check) return undefined;
  return { kind: kind as TokenKind, prefix: prefixOf(token) };
}

/** The part of a token that may be shown, to tell keys apart: `fsct_key_3xK9aB0c`. */
export function prefixOf(token: string): string {
  return token.slice(0, token.lastIndexOf('_') + 1 + shownOfRandom);
}

const checksum = (body: string): string => base62(BigInt(crc32(body)), 6);

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = digits.charAt(Number(rest % 62n)) + text;
  return text.padStart(length, '0');
}

/** CRC-32 as in zip and PNG (polynomial 0xEDB88320). */
function crc32(ascii: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < ascii.length; i++) {
    crc ^= ascii.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
