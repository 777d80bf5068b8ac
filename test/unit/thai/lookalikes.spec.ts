import fc from 'fast-check';
import { usernameKey } from '../../../src/usernames/username.js';
import { toAsciiDigits } from '../../../src/thai/digits.js';
import { caselessSkeleton, foldLatinLookalikes, skeleton } from '../../../src/thai/lookalikes.js';

const thaiPoint = fc.integer({ min: 0x0e00, max: 0x0e7f }).map((point) => String.fromCodePoint(point));

describe('foldLatinLookalikes', () => {
  it.each([
    ['А1650', 'A1650'],
    ['ΝΕ1650', 'NE1650'],
    ['ЅВСЕԜΑΒϹ', 'SBCEWABC'],
    ['Ａ１６５０', 'A1650'],
    ['асеор', 'aceop'],
    ['สมชาย', 'สมชาย'],
  ])('%s reads %s', (typed, latin) => expect(foldLatinLookalikes(typed)).toBe(latin));

  it('knows a Cyrillic or Greek look-alike of every region letter', () => {
    expect([...'АΑВΒСϹЕΕΝЅԜ'].map(foldLatinLookalikes).join('')).toBe('AABBCCEENSW');
  });

  it('keeps the number of letters, so that offsets stay', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => [...foldLatinLookalikes(text)].length === [...text].length,
      ),
    );
  });
});

describe('skeleton', () => {
  it.each([
    ['A1650ป่าสอ.ครูตาก', 'a1650ปาสอครูตาก'],
    ['а1650 ปาสอ.ครู ตาก', 'a1650ปาสอครูตาก'],
    ['น้ํา', 'นำ'],
  ])('of %s is %s', (text, expected) => expect(skeleton(text)).toBe(expected));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: thaiPoint })), (text) => {
        expect(skeleton(skeleton(text))).toBe(skeleton(text));
      }),
    );
  });
});

describe('caselessSkeleton', () => {
  const twoCases = fc
    .integer({ min: 0x41, max: 0x2fff })
    .map((point) => String.fromCodePoint(point))
    .filter((letter) => letter.toLowerCase() !== letter.toUpperCase() && !'ΗΝΥӀ'.includes(letter));
  const text = fc.string({ unit: fc.oneof(twoCases, thaiPoint) });

  it('is the same for a text in small letters', () => {
    fc.assert(
      fc.property(text, (mixed) => {
        expect(caselessSkeleton(usernameKey(mixed))).toBe(caselessSkeleton(mixed));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads what looks Latin in either case', () => {
    expect(['ВВ', 'вв', 'BB', 'bb'].map(caselessSkeleton)).toEqual(['bb', 'bb', 'bb', 'bb']);
  });
});

describe('toAsciiDigits', () => {
  it.each([
    ['๐๑๒๓๔๕๖๗๘๙', '0123456789'],
    ['A๑๖๕0สมชาย', 'A1650สมชาย'],
  ])('reads %s as %s', (typed, expected) => expect(toAsciiDigits(typed)).toBe(expected));
});
