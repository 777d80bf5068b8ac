import { namesBangkok, readRegion } from '../../../src/cooperatives/region-reading.js';
import { REGIONS } from '../../../src/cooperatives/regions.js';

describe('readRegion', () => {
  it.each(
    REGIONS.flatMap(({ code, name }) =>
      [code, code.toLowerCase(), name.th, name.en].map((text) => [text, code]),
    ),
  )('reads %s as %s', (text, code) => expect(readRegion(text)).toBe(code));

  it.each([
    ['เขต NE', 'NE'],
    ['ภาค เหนือ', 'N'],
    ['ใต้', 'S'],
    ['อีสาน', 'NE'],
    ['กทม.1', 'A'],
    ['กทม. พื้นที่ ๒', 'B'],
    ['กรุงเทพมหานคร เขต 2', 'B'],
    ['กรุงเทพฯ (A)', 'A'],
    ['BKK-2', 'B'],
    ['พื้นที่ B', 'B'],
  ])('reads %s as %s', (text, code) => expect(readRegion(text)).toBe(code));

  it.each(['', ' ', 'กรุงเทพฯ', 'กทม.', 'กทม. 3', 'เขต 1', 'X', 'NN', 'บุรีรัมย์', 'ภาค', '1', 'toString'])(
    'reads no area from %p',
    (text) => expect(readRegion(text)).toBeUndefined(),
  );

  it('knows Bangkok when it is named', () => {
    expect(['กทม.', 'กรุงเทพฯ', 'กรุงเทพมหานคร', 'Bangkok'].every(namesBangkok)).toBe(true);
    expect(['', 'นนทบุรี', 'A'].some(namesBangkok)).toBe(false);
  });
});
