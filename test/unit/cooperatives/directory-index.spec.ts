import fc from 'fast-check';
import { searchDirectory } from '../../../src/cooperatives/directory-search.js';
import { slipsBetween } from '../../../src/cooperatives/near-spelling.js';
import { NearIndex } from '../../../src/cooperatives/near-index.js';
import { PROVINCES } from '../../../src/cooperatives/provinces.js';
import { directoryOf } from './directory-of.js';

const directory = directoryOf(
  ['101650', 'A', 'อยู่ดีกินดี', 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด'],
  ['100201', 'NE', 'ครูสุรินทร์', 'สหกรณ์ออมทรัพย์ครูสุรินทร์ จำกัด'],
  ['100202', 'S', 'ครูสุราษฎร์ธานี', 'สหกรณ์ออมทรัพย์ครูสุราษฎร์ธานี จำกัด'],
  ['100203', 'E', 'ครูระยอง', 'สหกรณ์ออมทรัพย์ครูระยอง จำกัด'],
  ['100204', 'NE', 'ครูสารคาม', 'สหกรณ์ออมทรัพย์ครูมหาสารคาม จำกัด'],
  ['100205', 'NE', 'สธ.มุกดาหาร', 'สหกรณ์ออมทรัพย์สาธารณสุขจังหวัดมุกดาหาร จำกัด', 'สสจ.มุกดาหาร'],
  ['100045', 'B', 'มร.', 'สหกรณ์ออมทรัพย์มหาวิทยาลัยร่มเย็น จำกัด', 'ม.ร่มเย็น'],
  ['111650', 'C', 'บ้านสีทอง', 'สหกรณ์ออมทรัพย์บ้านสีทอง จำกัด'],
  ['100207', 'C', 'บ้านศรีทอง', 'สหกรณ์ออมทรัพย์บ้านศรีทอง จำกัด'],
  ['100208', 'N', 'สอ.รฝ.', 'สหกรณ์ออมทรัพย์เรือนฝึก จำกัด'],
);
const numberOf = (text: string) => directory.find(text).cooperative?.registrationNumber;

describe('DirectoryIndex.find', () => {
  it.each([
    ['อยู่ดีกินดี', '101650', 'short_name'],
    ['สอ.อยู่ดีกินดี', '101650', 'short_name'],
    ['สหกรณ์ออมทรัพย์ อยู่ดีกินดี จํากัด', '101650', 'full_name'],
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี', '101650', 'name_variant'],
    ['สสจ.มุกดาหาร', '100205', 'alias'],
    ['สาธารณสุขมุกดาหาร', '100205', 'name_variant'],
    ['สสจ มุกดาหาร', '100205', 'name_variant'],
    ['ม. ร่มเย็น', '100045', 'alias'],
    ['มหาวิทยาลัยร่มเย็น', '100045', 'name_variant'],
    ['มร', '100045', 'name_variant'],
    ['สอ.รฝ.', '100208', 'short_name'],
    ['รฝ', '100208', 'name_variant'],
    ['ครูมหาสารคาม', '100204', 'name_variant'],
    ['สหกรณ์ออมทรัพย์ครูสุรินร์ จํากัด', '100201', 'near_miss'],
    ['สอ.ครูสุริทร์', '100201', 'near_miss'],
    ['ครูสุราษฎรธานี', '100202', 'near_miss'],
  ])('%s is %s by %s', (text, registrationNumber, reason) => {
    const { cooperative, matches } = directory.find(text);
    expect(cooperative?.registrationNumber).toBe(registrationNumber);
    expect(matches[0]?.reason).toBe(reason);
  });

  it('lists both where two are equally near, and decides for neither', () => {
    const { cooperative, matches } = directory.find('บ้านรีทอง');
    expect(cooperative).toBeUndefined();
    expect(matches.map((match) => [match.cooperative.shortName, match.edits])).toEqual([
      ['บ้านสีทอง', 1],
      ['บ้านศรีทอง', 1],
    ]);
  });

  it('prefers the name that is registered to one that is near it', () => {
    expect(numberOf('บ้านสีทอง')).toBe('111650');
    expect(numberOf('บ้านศรีทอง')).toBe('100207');
  });

  it.each(['ครูระนอง', 'มน.', 'ตรภ.ระยอง', '', '   ', 'สอ.', '\u0e48\u0e48', 'x'.repeat(5000)])(
    'knows no cooperative for %p',
    (text) => {
      expect(directory.find(text)).toEqual({ cooperative: undefined, matches: [] });
    },
  );

  it('lists every cooperative that shares the last four digits', () => {
    expect(directory.withLastFour('1650').map(({ regionCode }) => regionCode)).toEqual(['A', 'C']);
    expect(directory.withLastFour('0045')).toHaveLength(1);
    expect(directory.withLastFour('45')).toEqual([]);
    expect(directory.withNumber('101650')).toHaveLength(1);
  });
});

describe('searchDirectory', () => {
  const found = (query: string) =>
    searchDirectory(directory, query).map(({ cooperative, reason }) => [cooperative.shortName, reason]);

  it('finds by number and by its end', () => {
    expect(found('101650')).toEqual([['อยู่ดีกินดี', 'registration_number']]);
    expect(found('๑๖๕๐')).toEqual([
      ['อยู่ดีกินดี', 'contains'],
      ['บ้านสีทอง', 'contains'],
    ]);
  });

  it('finds by a part of a name, best first', () => {
    expect(found('ครู').map(([name]) => name)).toEqual(['ครูสุรินทร์', 'ครูสุราษฎร์ธานี', 'ครูระยอง', 'ครูสารคาม']);
    expect(found('บ้านรีทอง')).toEqual([
      ['บ้านสีทอง', 'near_miss'],
      ['บ้านศรีทอง', 'near_miss'],
    ]);
  });

  it('finds a name in which a word is missing', () => {
    const two = directoryOf(['1', 'N', 'ก', 'สหกรณ์ออมทรัพย์ข้าราชการกระทรวงร่มเย็นจังหวัดตาก จำกัด']);
    expect(searchDirectory(two, 'ข้าราชการร่มเย็นตาก')).toHaveLength(1);
  });

  it('finds nothing for an empty query', () => {
    expect(found(' ')).toEqual([]);
  });
});

describe('NearIndex', () => {
  it('finds exactly what comparing with every spelling finds', () => {
    const word = fc.string({ unit: fc.constantFrom('ก', 'ข', 'า', '่'), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), word, (keys, text) => {
        const expected = keys.flatMap((key, position) => {
          const edits = slipsBetween(text, key);
          return edits === undefined ? [] : [{ key, position, edits }];
        });
        const found = new NearIndex(keys).near(text);
        expect([...found].sort((a, b) => a.position - b.position)).toEqual(expected);
        expect(found.map(({ edits }) => edits)).toEqual(expected.map(({ edits }) => edits).sort());
      }),
    );
  });

  it('is many times faster than comparing with every spelling', () => {
    const kinds = [
      'ครู',
      'สาธารณสุข',
      'ตำรวจภูธร',
      'โรงพยาบาล',
      'เทศบาล',
      'พนักงานส่วนตำบล',
      'ที่ดิน',
      'ป่าไม้',
      'ขนส่ง',
      'ประมง',
    ];
    const names = kinds.flatMap((kind) => PROVINCES.map(({ th }) => kind + th));
    const misspelt = names.map((name) => name.slice(0, -4) + name.slice(-3));
    const index = new NearIndex(names);
    const timeOf = (work: (name: string) => unknown) => {
      const start = performance.now();
      misspelt.forEach(work);
      return performance.now() - start;
    };
    misspelt.forEach((name) => index.near(name)); // warm
    const looked = timeOf((name) => index.near(name));
    const compared = timeOf((name) => names.filter((key) => slipsBetween(name, key) !== undefined));
    expect(compared / looked).toBeGreaterThan(2);
  });
});
