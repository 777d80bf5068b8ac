import fc from 'fast-check';
import { fromThaiLayout, layoutSlip, toThaiLayout } from '../../../src/thai/keyboard.js';

describe('keyboard layouts', () => {
  it.each([
    ['ฤๅุถจ', 'A1650'],
    ['์ฎๅุถจ', 'NE1650'],
    ['ฆๅ/-ภ', 'S1234'],
    ['ฺตตตต', 'B9999'],
    ['ฉ_', 'C`'],
  ])('%s was typed for %s', (thai, english) => {
    expect(fromThaiLayout(thai)).toBe(english);
    expect(toThaiLayout(english)).toBe(thai);
  });

  it('has a Thai key for each of the 94 English keys, and only one', () => {
    const keys = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');
    const thai = toThaiLayout(keys);
    expect(new Set(thai).size).toBe(94);
    expect(fromThaiLayout(thai)).toBe(keys);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(fromThaiLayout(toThaiLayout(text))).toBe(text);
      }),
    );
  });
});

describe('layoutSlip', () => {
  it.each([
    ['ฤๅุถจสมชายสอ.ครูตาก', 'thai_for_english', 'A1650สมชายสอ.ครูตาก'],
    ['ฤๅุถจสมชายสอใครูตาก', 'thai_for_english', 'A1650สมชายสอ.ครูตาก'],
    ['ฆาุถจ', 'thai_for_english', 'S1650'],
    ['์ฎๅุถจสมชาย', 'thai_for_english', 'NE1650สมชาย'],
    ['A1650สมชายสอใครูตาก', 'full_stop', 'A1650สมชายสอ.ครูตาก'],
    ['l,=kp', 'english_for_thai', 'สมชาย'],
    ['l,=kp .0fu', 'english_for_thai', 'สมชาย ใจดี'],
  ])('%s', (typed, kind, meant) => {
    expect(layoutSlip(typed)).toEqual({ kind, meant });
  });

  it.each([
    'A1650สมชายสอ.ครูตาก',
    'สมชาย ใจดี',
    'John Smith',
    'Miss Lan',
    'SOMCHAI',
    'somchai',
    '0812345678',
    '',
    'ฤดี',
    'kanya',
    'Sarah, Lisa',
    'linda@example.com',
    'ฤทธิ์',
  ])('leaves %j alone', (text) => expect(layoutSlip(text)).toBeUndefined());
});
