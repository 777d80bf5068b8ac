import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { composeToken, prefixOf, randomBytesInToken, readToken } from '../../../src/access/bearer-token.js';

const random = fc.uint8Array({ minLength: randomBytesInToken, maxLength: randomBytesInToken });
const kind = fc.constantFrom('key' as const, 'session' as const);
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('a token', () => {
  it('is fsct_, its kind, 33 random characters and 6 of checksum', () => {
    fc.assert(
      fc.property(kind, random, (what, bytes) => {
        const token = composeToken(what, bytes);
        expect(token).toMatch(new RegExp(`^fsct_${what}_[0-9A-Za-z]{39}$`));
        expect(readToken(token)).toEqual({ kind: what, prefix: prefixOf(token) });
      }),
    );
  });

  it('holds all of its at least 128 random bits', () => {
    fc.assert(
      fc.property(random, random, (a, b) => {
        const same = composeToken('key', a) === composeToken('key', b);
        expect(same).toBe(Buffer.from(a).equals(Buffer.from(b)));
      }),
    );
    expect(randomBytesInToken * 8).toBeGreaterThanOrEqual(128);
  });

  it('ends with the CRC-32 that everybody else computes', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const token = composeToken('key', bytes);
        const value = [...token.slice(-6)].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
        expect(value).toBe(crc32(token.slice(0, -6)));
      }),
    );
  });

  it('is refused when one character is another', () => {
    fc.assert(
      fc.property(kind, random, fc.nat(), fc.constantFrom(...digits), (what, bytes, at, digit) => {
        const token = composeToken(what, bytes);
        const place = token.lastIndexOf('_') + 1 + (at % 39);
        if (token[place] === digit) return;
        expect(readToken(token.slice(0, place) + digit + token.slice(place + 1))).toBeUndefined();
      }),
    );
  });

  it.each([
    '',
    'fsct_',
    'fsct_key_',
    'Bearer x',
    '__proto__',
    'x'.repeat(100_000),
    'fsct_key_' + 'ก'.repeat(39),
  ])('is not %s', (text) => {
    expect(readToken(text)).toBeUndefined();
  });

  it('of another kind has another checksum', () => {
    const token = composeToken('key', new Uint8Array(randomBytesInToken));
    expect(readToken(token.replace('_key_', '_session_'))).toBeUndefined();
  });

  it('is made of the right number of bytes only', () => {
    expect(() => composeToken('key', new Uint8Array(16))).toThrow('24 random bytes');
  });

  it('shows little of itself', () => {
    const token = composeToken('key', new Uint8Array(randomBytesInToken).fill(7));
    expect(prefixOf(token)).toHaveLength('fsct_key_'.length + 8);
    expect(token.startsWith(prefixOf(token))).toBe(true);
  });
});
