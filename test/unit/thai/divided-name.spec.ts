import { believed, firstNameIssue, readDividedName } from '../../../src/thai/divided-name.js';

const read = (firstName: string, lastName = '', title = '') => {
  const { readings, doubtful, issues } = readDividedName({ title, firstName, lastName });
  return {
    readings: readings.map((reading) => Object.values(reading).join('|')),
    doubtful,
    errors: issues
      .filter(({ severity }) => severity === 'error')
      .map(({ field, code }) => `${field} ${code}`),
  };
};

describe('readDividedName', () => {
  it.each([
    ['สมชาย', 'ใจดี', '|สมชาย|ใจดี'],
    ['นายสมชาย', 'ใจดี', 'นาย|สมชาย|ใจดี'],
    ['สมชาย 😀', 'ใจดี 😀', '|สมชาย|ใจดี'],
    ['สมชาย กลาง', 'ใจดี', '|สมชาย กลาง|ใจดี'],
    ['ออมทรัพย์', 'ณ  ร่มเย็น', '|ออมทรัพย์|ณ ร่มเย็น'],
    ['สมชาย', '-', '|สมชาย|'],
    ['ใจดี', 'ใจดี', '|ใจดี|ใจดี'],
    ['ธนาคาร', 'พรมดี', '|ธนาคาร|พรมดี'],
    ['Anne-Marie', 'O’Hill', '|Anne-Marie|O’Hill'],
  ])('reads %j and %j', (first, last, expected) =>
    expect(read(first, last)).toEqual({ readings: [expected], doubtful: false, errors: [] }),
  );

  it.each([
    ['   ', 'เปล่า', 'firstName NAME_MISSING'],
    ['\u200b', 'เปล่า', 'firstName NAME_MISSING'],
    ['-', 'เปล่า', 'firstName NAME_MISSING'],
    ['...', 'เปล่า', 'firstName NAME_MISSING'],
    ['😀', 'เปล่า', 'firstName NAME_WITHOUT_LETTERS'],
    ['นาย', 'เปล่า', 'firstName NAME_MISSING'],
    ['นาย นาง', 'เปล่า', 'firstName NAME_MISSING'],
    ['คุณ ดร.', 'เปล่า', 'firstName NAME_MISSING'],
    ['น.ส.', 'เปล่า', 'firstName NAME_MISSING'],
    ['ธาร99', 'เปล่า', 'firstName NAME_HAS_DIGIT'],
    ['สมชาย', '😀', 'lastName NAME_WITHOUT_LETTERS'],
    ['สมชาย', '\u0000', 'lastName NAME_WITHOUT_LETTERS'],
    ['สมชาย', '=A1', 'lastName NAME_HAS_SYMBOL'],
    ['สมชาย', 'ใจดี99', 'lastName NAME_HAS_DIGIT'],
    ['สมชาย', 'ก'.repeat(81), 'lastName NAME_TOO_LONG'],
  ])('refuses %j and %j: %s', (first, last, error) => expect(read(first, last).errors).toContain(error));

  it('never lets the surname stand in for a first name, title or not', () => {
    for (const first of ['😀', 'นาย', '🙂']) expect(read(first, 'เปล่า', 'นาย').readings).toEqual(['นาย||']);
  });

  it('keeps both readings of a doubtful title, and the typed one for who divided on purpose', () => {
    const fields = { firstName: 'นางฟ้า', lastName: 'ใจดี' };
    const name = readDividedName(fields);
    expect(read('นางฟ้า', 'ใจดี')).toMatchObject({ doubtful: true });
    expect(name.readings.map(({ firstName }) => firstName).sort()).toEqual(['นางฟ้า', 'ฟ้า']);
    const typed = { title: '', firstName: 'นางฟ้า', lastName: 'ใจดี' };
    expect(believed(name, fields)).toEqual({ ...typed, doubtful: false });
  });

  it.each([
    ['พลเอก', 'ใจดี', ''],
    ['ผู้ขาย', 'ระบบ', ''],
    ['นาวสาวมณี', 'ใจดี', ''],
    ['สมบูรณ์ ใจดี', '', ''],
    ['สมบูรณ์', 'ใจดี', 'xyz'],
  ])('lets a person look at %j, %j with title %j even so', (firstName, lastName, title) => {
    const fields = { firstName, lastName, title };
    expect(believed(readDividedName(fields), fields).doubtful).toBe(true);
  });

  it.each(['=HYPERLINK("x")', '<script>', '\u0000', '12'])('takes %j for no title', (title) =>
    expect(read('สมชาย', 'ใจดี', title).errors).toEqual([expect.stringMatching(/^title NAME_/)]),
  );
});

describe('firstNameIssue', () => {
  it.each(['สมชาย', 'สอ', 'นางฟ้า', 'John', 'พลเอก'])('accepts %s', (name) =>
    expect(firstNameIssue(name)).toBeUndefined(),
  );
  it.each(['', ' ', 'นาย', '😀', '...', '-', '=A1'])('refuses %j', (name) =>
    expect(firstNameIssue(name)).toBeDefined(),
  );
});
