import fc from 'fast-check';
import { normalize } from '../../../src/thai/normalize.js';

const cases: [string, string, string][] = [
  ['nothing to do', 'นายสมชาย ใจดี A1650', 'นายสมชาย ใจดี A1650'],
  ['nikhahit and aa', 'น\u0e4d\u0e32', 'นำ'],
  ['nikhahit, tone, aa', 'น\u0e4d\u0e49\u0e32', 'น้ำ'],
  ['tone, nikhahit, aa', 'น\u0e49\u0e4d\u0e32', 'น้ำ'],
  ['am before tone', 'น\u0e33\u0e49', 'น้ำ'],
  ['am before the same tone again', 'น\u0e49\u0e33\u0e49', 'น้ำ'],
  ['nikhahit before am', 'น\u0e4d\u0e33', 'นำ'],
  ['nikhahit before lakkhangyao', 'น\u0e4d\u0e45', 'นำ'],
  ['จํากัด', 'จ\u0e4d\u0e32กัด', 'จำกัด'],
  ['two sara e', 'เเดง', 'แดง'],
  ['two sara e kept apart by nothing visible', 'เ\u200bเดง', 'แดง'],
  ['tone before upper vowel', 'น\u0e49\u0e35', 'นี้'],
  ['tone before lower vowel', 'อย\u0e48\u0e39', 'อยู่'],
  ['thanthakhat before vowel', 'สิทธ\u0e4c\u0e34', 'สิทธิ์'],
  ['phinthu before lower vowel, once nikhahit is gone', 'กุ\u0e4d\u0e3aา', 'ก\u0e3a\u0e38\u0e33'],
  ['lakkhangyao', 'ปลๅ', 'ปลา'],
  ['lakkhangyao behind ฤ and ฦ', 'ฤๅษี ฦๅ', 'ฤๅษี ฦๅ'],
  ['same tone twice', 'หน\u0e49\u0e49า', 'หน้า'],
  ['same vowel twice', 'พ\u0e35\u0e35\u0e48', 'พี่'],
  ['same tone around a vowel', 'น\u0e49\u0e35\u0e49', 'นี้'],
  ['two different tones stay', 'น\u0e48\u0e49า', 'น\u0e48\u0e49า'],
  ['mark without base stays', '\u0e49เห็น', '\u0e49เห็น'],
  ['Pali keeps its dots', 'พุทฺธํ สรณํ', 'พุทฺธํ สรณํ'],
  ['zero-width', 'สม\u200b\u200c\u200dชาย\u2060\ufeff', 'สมชาย'],
  ['soft hyphen and bidi controls', 'สม\u00ad\u200e\u202e\u2066ชาย', 'สมชาย'],
  ['other spaces', 'สมชาย\u00a0ใจดี\u3000ก\tข', 'สมชาย ใจดี ก ข'],
  ['spaces are not counted', ' สมชาย  ใจดี ', ' สมชาย  ใจดี '],
  ['full-width', 'Ａ１６５０สม．', 'A1650สม.'],
  ['composed Latin', 'Jose\u0301', 'José'],
  ['composed Latin over a hidden gap', 'Jose\u200b\u0301', 'José'],
  ['line breaks stay', 'ก\nข\u2028ค', 'ก\nข\nค'],
  ['Thai digits stay', '๑๒๓', '๑๒๓'],
];

const thaiPoint = fc.integer({ min: 0x0e00, max: 0x0e7f }).map((point) => String.fromCodePoint(point));
const markPoint = fc.constantFrom(
  ...'กฤเ\u0e31\u0e32\u0e33\u0e34\u0e35\u0e38\u0e3a\u0e45\u0e47\u0e48\u0e49\u0e4c\u0e4d\u0e4e',
);
const oddPoint = fc.constantFrom(
  ...'e \t\u00a0\u00ad\u0301\u0327\u0334\u093c\u200b\u200d\u202e\ufeff\uff21\uff0e',
);
const anyText = fc.oneof(
  fc.string({ unit: thaiPoint }),
  fc.string({ unit: markPoint, maxLength: 24 }),
  fc.string({ unit: fc.oneof(markPoint, oddPoint), maxLength: 24 }),
  fc.string({ unit: 'binary' }),
);

describe('normalize', () => {
  it.each(cases)('%s', (_, typed, expected) => {
    expect(normalize(typed)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives one form for every order in which น้ำ can be typed', () => {
    const orders = [
      'น้ำ',
      'น\u0e33\u0e49',
      'น\u0e4d\u0e49\u0e32',
      'น\u0e49\u0e4d\u0e32',
      'น\u200b\u0e4d\u0e49\u0e49\u0e32',
    ];
    expect(new Set(orders.map(normalize))).toEqual(new Set(['น้ำ']));
  });

  it('leaves nothing invisible', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalize(text)).not.toMatch(
          /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00a0\t]/,
        );
      }),
    );
  });

  it('takes linear time on hostile text', () => {
    const hostile = ['\u0e49', '\u0e4d', 'ำ้', 'กำ้', '\u0e49\u0e34', '\u0e4d\u0e34', 'ก\u0334\u0e49'].map(
      (s) => s.repeat(20_000),
    );
    const start = performance.now();
    hostile.forEach(normalize);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
