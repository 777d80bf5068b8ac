import fc from 'fast-check';
import { cutAtGrapheme, textLength } from '../../../src/thai/graphemes.js';

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });
const byRule = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
const thaiOrAscii = fc.oneof(
  fc.integer({ min: 0x0e01, max: 0x0e3a }),
  fc.integer({ min: 0x0e3f, max: 0x0e5b }),
  fc.integer({ min: 0x20, max: 0x7e }),
);
const plainText = fc.string({ unit: thaiOrAscii.map((point) => String.fromCodePoint(point)) });
const anyText = fc.oneof(plainText, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('textLength', () => {
  it.each([
    ['', 0, 0, 0],
    ['A1650ออมทรัพย์สอ.กรมอุทยานฯ', 27, 27, 24],
    ['น้ำ', 3, 3, 1],
    ['สมชาย😊', 7, 6, 6],
    ['👨‍👩‍👧', 8, 5, 1],
    ['e\u0301', 2, 2, 1],
  ])('measures %j', (text, utf16, codePoints, graphemes) => {
    expect(textLength(text)).toEqual({ utf16, codePoints, graphemes });
  });

  it('counts as the Unicode rule does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(textLength(text).graphemes).toBe(byRule(text).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays quick on long text', () => {
    const start = performance.now();
    const length = textLength('น้ำ😊'.repeat(100_000));
    expect(length.graphemes).toBe(200_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('cutAtGrapheme', () => {
  it.each([
    ['น้ำใจ', 2, 'utf16', ''],
    ['น้ำใจ', 3, 'utf16', 'น้ำ'],
    ['น้ำใจ', 2, 'graphemes', 'น้ำใ'],
    ['ก😊', 2, 'utf16', 'ก'],
    ['ก😊', 2, 'codePoints', 'ก😊'],
    ['สมชาย', 0, 'graphemes', ''],
    ['สมชาย', 99, 'graphemes', 'สมชาย'],
  ] as const)('cuts %j to %d %s', (text, max, unit, expected) => {
    expect(cutAtGrapheme(text, max, unit)).toBe(expected);
  });

  it('is the longest beginning of whole graphemes that fits', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(20),
        fc.constantFrom('utf16', 'codePoints', 'graphemes'),
        (text, max, unit) => {
          const beginnings = byRule(text).map((_, i, all) => all.slice(0, i + 1).join(''));
          const fitting = beginnings.filter((beginning) => textLength(beginning)[unit] <= max);
          expect(cutAtGrapheme(text, max, unit)).toBe(fitting.at(-1) ?? '');
        },
      ),
      { numRuns: 500 },
    );
  });
});
