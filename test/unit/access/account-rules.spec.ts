import fc from 'fast-check';
import { accountKey, accountNamePattern } from '../../../src/access/account-name.js';
import { waitSeconds } from '../../../src/access/backoff.js';
import { passwordFault, samePassword } from '../../../src/access/password-rule.js';

describe('a user name', () => {
  it.each(['admin', 'somchai.j', 'Somchai_J', 'a@b', '0a-', 'a'.repeat(64)])('may be %s', (name) => {
    expect(name).toMatch(accountNamePattern);
  });

  it.each(['', 'ab', '.admin', 'สมชาย', 'a b c', 'admin\n', 'аdmin', 'a'.repeat(65)])(
    'may not be %j',
    (name) => {
      expect(name).not.toMatch(accountNamePattern);
    },
  );

  it('is the same in small and large letters', () => {
    expect(accountKey(' Somchai.J ')).toBe(accountKey('somchai.j'));
  });
});

describe('a password', () => {
  it.each([
    ['', 'PASSWORD_TOO_SHORT'],
    ['สิบเอ็ดตัว', 'PASSWORD_TOO_SHORT'],
    ['😀😀😀😀😀😀', 'PASSWORD_TOO_SHORT'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD_TOO_PLAIN'],
    ['ababababababab', 'PASSWORD_TOO_PLAIN'],
    ['my name is Somchai.J!', 'PASSWORD_HOLDS_USERNAME'],
    ['correct horse battery staple', undefined],
    ['แม่น้ำมูลไหลเรื่อยๆ', undefined],
  ])('%s: %s', (password, code) => {
    expect(passwordFault(password, 'somchai.j')?.code).toBe(code);
  });

  it('is the same however the keyboard composed it', () => {
    expect(samePassword('caf\u0065\u0301-rest-long')).toBe(samePassword('caf\u00e9-rest-long'));
  });
});

describe('waitSeconds', () => {
  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [6, 1920],
    [7, 3600],
    [1_000_000, 3600],
  ])('after being used up %d times is %d', (times, seconds) => {
    expect(waitSeconds(times)).toBe(seconds);
  });

  it('never gets shorter', () => {
    fc.assert(fc.property(fc.nat(50), (n) => waitSeconds(n + 1) >= waitSeconds(n)));
  });
});
