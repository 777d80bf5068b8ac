import fc from 'fast-check';
import { textIssues } from '../../../src/thai/text-issues.js';

const found = (text: string) => textIssues(text).map(({ code, start, end }) => [code, start, end]);

describe('textIssues', () => {
  it.each(['สมชาย ใจดี', 'น้ำ นี้ สิทธิ์', 'A1650ออมทรัพย์สอ.ครูตาก', '', 'John', 'น\u0e33\u0e49', 'พุทฺธํ', 'ฤๅษี ๑๐ ๆ'])(
    'finds nothing in %j',
    (text) => expect(textIssues(text)).toEqual([]),
  );

  it.each([
    ['น\u0e48\u0e49ากิน', 'TWO_TONE_MARKS', 1, 3],
    ['น\u0e48\u0e33\u0e49', 'TWO_TONE_MARKS', 1, 4],
    ['น\u0e48\u200b\u0e49า', 'TWO_TONE_MARKS', 1, 4],
    ['\u0e49เห็น', 'MARK_WITHOUT_BASE', 0, 1],
    ['\u0e37\u0e35\u0e48ที่มัน', 'MARK_WITHOUT_BASE', 0, 3],
    ['ab\u0e34', 'MARK_WITHOUT_BASE', 2, 3],
    ['น า\u0e49', 'MARK_WITHOUT_BASE', 3, 4],
    ['เ\u0e48กา', 'MARK_WITHOUT_BASE', 1, 2],
    ['\u0e33', 'MARK_WITHOUT_BASE', 0, 1],
    ['А1650สม', 'MIXED_SCRIPTS', 0, 1],
    ['sΑΒx', 'MIXED_SCRIPTS', 1, 3],
    ['ขอบคุณ\u200bมาก', 'INVISIBLE_CHARACTER', 6, 7],
    ['ก\u3164ข', 'INVISIBLE_CHARACTER', 1, 2],
  ])('finds in %j: %s', (text, code, start, end) => {
    expect(found(text)).toContainEqual([code, start, end]);
  });

  it('counts offsets in the text as given', () => {
    expect(found('\ufeffน\u0e48\u0e49า')).toEqual([
      ['INVISIBLE_CHARACTER', 0, 1],
      ['TWO_TONE_MARKS', 2, 4],
    ]);
  });

  it('does not flag a text that is Greek or Cyrillic alone', () => {
    expect(found('Привет')).toEqual([]);
  });

  it('speaks Thai and English', () => {
    const message = textIssues('น\u0e48\u0e49า')[0]?.message;
    expect(message?.th).toMatch(/วรรณยุกต์/);
    expect(message?.en).toMatch(/tone marks/);
  });

  it('keeps its offsets inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end } of textIssues(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
