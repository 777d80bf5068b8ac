import fc from 'fast-check';
import {
  composeUsername,
  sellerNames,
  usernameKey,
  usernameSkeleton,
} from '../../../src/usernames/username.js';

const cooperative = { regionCode: 'A' as const, registrationNumber: '101650', shortName: 'อยู่ดีกินดี' };

describe('composeUsername', () => {
  it('gives the username of the letter', () => {
    expect(composeUsername(cooperative, 'ออมทรัพย์')).toBe('A1650ออมทรัพย์สอ.อยู่ดีกินดี');
  });

  it.each([
    ['NE', '100045', 'ครูตาก', 'NE0045สอสอ.ครูตาก'],
    ['C', '100208', 'สอ.รฝ.', 'C0208สอสอ.สอ.รฝ.'],
  ] as const)('%s %s %s gives %s', (regionCode, registrationNumber, shortName, username) => {
    expect(composeUsername({ regionCode, registrationNumber, shortName }, 'สอ')).toBe(username);
  });
});

describe('sellerNames', () => {
  const rungs = (first: string, last: string) => {
    const ladder = sellerNames(first, last);
    return Array.from({ length: 4 }, () => ladder.next().value);
  };

  it.each([
    ['ออมทรัพย์', 'ใจดี', ['ออมทรัพย์', 'ออมทรัพย์ใจดี', 'ออมทรัพย์ใจดี2', 'ออมทรัพย์ใจดี3']],
    ['มานี', 'ณ ร่มเย็น', ['มานี', 'มานีณร่มเย็น', 'มานีณร่มเย็น2', 'มานีณร่มเย็น3']],
    [' มา นี ', '', ['มานี', 'มานี2', 'มานี3', 'มานี4']],
    ['นํ้าใส', 'ใจดี', ['น้ำใส', 'น้ำใสใจดี', 'น้ำใสใจดี2', 'น้ำใสใจดี3']],
  ])('of %s %s', (first, last, expected) => {
    expect(rungs(first, last)).toEqual(expected);
  });

  it('never offers a name twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, last) => {
        const names = rungs(first, last);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

describe('usernameKey', () => {
  it.each([
    ['A1650ออมทรัพย์สอ.อยู่ดีกินดี', 'a1650ออมทรัพย์สอ.อยู่ดีกินดี'],
    ['  A1650 ออมทรัพย์\u00a0สอ. อยู่ดี\u200bกินดี', 'A1650ออมทรัพย์สอ.อยู่ดีกินดี'],
    ['A1650นํ้าใสสอ.อยู่ดีกินดี', 'A1650น้ำใสสอ.อยู่ดีกินดี'],
  ])('of %s is that of %s', (one, other) => {
    expect(usernameKey(one)).toBe(usernameKey(other));
  });

  it('keeps look-alikes and tone marks apart, the skeleton does not', () => {
    expect(usernameKey('А1650ป่าสอ.ครูตาก')).not.toBe(usernameKey('A1650ป่าสอ.ครูตาก'));
    expect(usernameKey('A1650ป่าสอ.ครูตาก')).not.toBe(usernameKey('A1650ปาสอ.ครูตาก'));
    expect(usernameSkeleton('А1650ป่าสอ.ครูตาก')).toBe(usernameSkeleton('A1650ปา สอครูตาก'));
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(usernameKey(usernameKey(text))).toBe(usernameKey(text));
      }),
    );
  });
});
