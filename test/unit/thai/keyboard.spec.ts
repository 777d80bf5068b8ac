import fc from 'fast-check';
import { fromThaiLayout, toThaiLayout } from '../../../src/thai/keyboard.js';

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
