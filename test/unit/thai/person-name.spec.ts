import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { namePartIssues } from '../../../src/thai/name-issues.js';
import { splitName } from '../../../src/thai/name-parts.js';
import { normalize } from '../../../src/thai/normalize.js';
import { namesOrganisation } from '../../../src/thai/organisations.js';
import { readPersonName } from '../../../src/thai/person-name.js';

interface NameCase {
  typed: string;
  title: string;
  first_name: string;
  middle_name: string;
  last_name: string;
  expect: 'plain' | 'doubtful' | 'no_person';
}

const file = join(process.cwd(), 'test/accuracy/cases/names.csv');
const cases = parse<NameCase>(readFileSync(file, 'utf8'), { columns: true });
const asTyped = (text: string) => JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string;
const codes = (typed: string) => readPersonName(typed).issues.map(({ code }) => code);

describe('readPersonName', () => {
  it.each(cases)('$typed', (truth) => {
    const name = readPersonName(asTyped(truth.typed));
    expect(name.doubtful).toBe(truth.expect === 'doubtful');
    expect(name.readings).toContainEqual({
      title: truth.title,
      firstName: truth.first_name,
      ...(truth.middle_name && { middleName: truth.middle_name }),
      lastName: truth.last_name,
    });
    expect(name.issues.some(({ severity }) => severity === 'error')).toBe(
      truth.expect === 'no_person' || truth.typed.includes('@'),
    );
  });

  it('spreads the likeliest reading and repeats it first', () => {
    const { doubtful, suspect, readings, issues, ...best } = readPersonName('คุณชัย วังหิน');
    expect(readings[0]).toEqual(best);
    expect({ doubtful, suspect, issues }).toEqual({ doubtful: true, suspect: false, issues: [] });
  });

  it.each([
    ['', 'NAME_MISSING'],
    ['   ', 'NAME_MISSING'],
    ['\u200b', 'NAME_MISSING'],
    ['นางสาว', 'NAME_MISSING'],
    ['😊', 'NAME_WITHOUT_LETTERS'],
    ['0810000000', 'NAME_WITHOUT_LETTERS'],
    ['Нина Иванова', 'NAME_WITHOUT_LETTERS'],
    ['မောင်', 'NAME_WITHOUT_LETTERS'],
    ['\u0e34\u0e48', 'NAME_WITHOUT_LETTERS'],
    ['ร้านขนมครก', 'NAME_IS_ORGANISATION'],
    ['ธารใส99 วังหิน', 'NAME_HAS_DIGIT'],
    ['ธารใส@วังหิน', 'NAME_HAS_SYMBOL'],
    ['ธารใส วังหิน 😊', 'NAME_HAS_SYMBOL'],
    ['ธารใส', 'LAST_NAME_MISSING'],
    ['น\u0e48\u0e49า วังหิน', 'TWO_TONE_MARKS'],
    ['Аnna วังหิน', 'MIXED_SCRIPTS'],
    ['ก'.repeat(301), 'NAME_TOO_LONG'],
  ])('says of %j: %s', (typed, code) => expect(codes(typed)).toContain(code));

  it('takes a missing surname for a warning, since some people have none', () => {
    expect(readPersonName('นางสาวใบบัว').issues).toMatchObject([
      { code: 'LAST_NAME_MISSING', severity: 'warning' },
    ]);
  });

  const consonants = fc.constantFrom(...'กขคจชตทธนบปพภมรลวศสห');
  const syllable = fc
    .tuple(fc.constantFrom('', 'เ', 'แ', 'โ'), consonants, fc.constantFrom('า', 'ี', 'ุ', 'ั'), consonants)
    .map(([lead, first, vowel, last]) => (lead ? lead + first + last : first + vowel + last));
  const word = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((syllables) => syllables.join(''));
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'กนสาย.ร\u0e48\u0e34 ,()"ณดม'), maxLength: 30 }),
    fc
      .array(fc.constantFrom('นาย', 'นาง', 'สาว', 'คุณ', 'ร.ต.', 'อ', 'หญิง', 'ชัย', ' ', '.', '(', ')', ','), {
        maxLength: 10,
      })
      .map((pieces) => pieces.join('')),
  );

  it('takes a title off any name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('นาย', 'นางสาว ', 'น.ส.', 'พ.ต.ท.หญิง ', 'ผศ.ดร.'),
        word,
        word,
        (title, first, last) => {
          const reading = { title: title.trim(), firstName: first, lastName: last };
          expect(readPersonName(`${title}${first} ${last}`).readings).toContainEqual(reading);
        },
      ),
    );
  });

  it('answers any text with tidy, normalised parts', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const name = readPersonName(typed);
        expect(name.readings.length).toBeGreaterThan(0);
        expect(name.doubtful).toBe(name.suspect || name.readings.length > 1);
        for (const part of [name.title, name.firstName, name.middleName ?? '', name.lastName]) {
          expect(part).toBe(normalize(part).trim());
          expect(part).not.toContain('  ');
        }
        if (name.firstName === '')
          expect(name.issues.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays quick on hostile text', () => {
    const start = performance.now();
    for (const piece of ['ก. ', 'ก.', '(', '" ', 'คุณชัย', 'ส.อ.หญิง ', 'ร.ต.อสมชาย ', ', ']) {
      readPersonName(piece.repeat(100).slice(0, 300));
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('splitName', () => {
  it.each([
    ['ธารใส', ['ธารใส', '', '']],
    ['ธารใส วังหิน', ['ธารใส', '', 'วังหิน']],
    ['ธารใส กานต์ วังหิน', ['ธารใส', 'กานต์', 'วังหิน']],
    ['ธารใส กานต์ วังหิน ณ น่าน', ['ธารใส', 'กานต์', 'วังหิน ณ น่าน']],
    ['ธารใส ณ น่าน', ['ธารใส', '', 'ณ น่าน']],
    ['', ['', '', '']],
  ])('parts %j', (text, expected) => {
    const [way] = splitName(text);
    expect([way?.firstName, way?.middleName ?? '', way?.lastName]).toEqual(expected);
  });
});

describe('namePartIssues', () => {
  it.each(['ธารใส', 'José', 'O’Hill', 'Anne-Marie', 'ณ อยุธยา', 'ปญฺญาวโร', 'กร', 'M.'])(
    'accepts %s',
    (part) => {
      expect(namePartIssues(part)).toEqual([]);
    },
  );

  it.each([
    [' ', 'NAME_MISSING'],
    ['\u0e49', 'NAME_WITHOUT_LETTERS'],
    ['12', 'NAME_WITHOUT_LETTERS'],
    ['👩‍🌾', 'NAME_WITHOUT_LETTERS'],
    ['า', 'NAME_WITHOUT_LETTERS'],
    ['ธาร2', 'NAME_HAS_DIGIT'],
    ['ธาร๒', 'NAME_HAS_DIGIT'],
    ['ธาร<b>', 'NAME_HAS_SYMBOL'],
    ['ธาร😊', 'NAME_HAS_SYMBOL'],
    ['น\u0e48\u0e49า', 'TWO_TONE_MARKS'],
    ['ก'.repeat(81), 'NAME_TOO_LONG'],
  ])('refuses %j: %s', (part, code) =>
    expect(namePartIssues(part).map((issue) => issue.code)).toContain(code),
  );

  it('explains itself in Thai and English', () => {
    expect(namePartIssues('')[0]?.message).toEqual({
      th: 'ไม่พบชื่อ กรุณากรอกชื่อและนามสกุล',
      en: 'There is no name. Please enter first name and surname.',
    });
  });
});

describe('namesOrganisation', () => {
  it.each(['ร้านใบตอง', 'สหกรณ์ออมทรัพย์ครูธาร จำกัด', 'หจก.ธารใส', 'Thara Co., Ltd.', 'ธารใส จำกัด (มหาชน)'])(
    'knows %s',
    (text) => expect(namesOrganisation(text)).toBe(true),
  );
  it.each(['ธารใส วังหิน', 'กรกนก ร้านค้า', 'ธนาคาร วังหิน', 'วัฒนา วังหิน', 'สถาพร วังหิน'])('lets %s pass', (text) =>
    expect(namesOrganisation(text)).toBe(false),
  );
});
