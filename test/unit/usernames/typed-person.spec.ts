import type { FieldError } from '../../../src/platform/errors.js';
import { readTypedPerson, type TypedPerson } from '../../../src/usernames/typed-person.js';

const read = (typed: TypedPerson) => {
  const errors: FieldError[] = [];
  return {
    person: readTypedPerson(typed, errors),
    codes: errors.map(({ pointer, code }) => `${pointer} ${code}`),
  };
};

describe('readTypedPerson', () => {
  it.each([
    [{ fullName: 'นายออมทรัพย์ ใจดี' }, ['นาย', 'ออมทรัพย์', 'ใจดี']],
    [{ firstName: 'ออมทรัพย์', lastName: 'ใจดี' }, ['', 'ออมทรัพย์', 'ใจดี']],
    [{ firstName: 'นายออมทรัพย์', lastName: 'ใจดี' }, ['นาย', 'ออมทรัพย์', 'ใจดี']],
    [{ title: 'นาย', firstName: ' ออมทรัพย์ ', lastName: 'ณ  ร่มเย็น' }, ['นาย', 'ออมทรัพย์', 'ณ ร่มเย็น']],
    [{ firstName: 'สอาด' }, ['', 'สอาด', '']],
  ])('%j', (typed, [title, firstName, lastName]) => {
    const { person, codes } = read(typed);
    expect(codes).toEqual([]);
    expect(person).toMatchObject({ title, firstName, lastName, doubtful: false });
    expect(person?.readings).toEqual([{ title, firstName, lastName }]);
  });

  it('keeps every reading of a doubtful name', () => {
    const { person } = read({ fullName: 'นางฟ้า ใจดี' });
    expect(person?.doubtful).toBe(true);
    expect(person?.readings.map(({ firstName }) => firstName).sort()).toEqual(['นางฟ้า', 'ฟ้า']);
  });

  it('lists each reading once', () => {
    const { person } = read({ fullName: 'นายสมชาย ใจดี, นางมณี ใจดี' });
    const told = person!.readings.map((reading) => JSON.stringify(reading));
    expect(new Set(told).size).toBe(told.length);
    expect(person!.doubtful).toBe(true);
  });

  it('believes the parts of a caller who has split a doubtful name', () => {
    expect(read({ firstName: 'นางฟ้า', lastName: 'ใจดี' }).person).toMatchObject({
      firstName: 'นางฟ้า',
      doubtful: false,
    });
  });

  it.each([
    [{}, ['/fullName NAME_REQUIRED']],
    [{ fullName: 'ก', firstName: 'ก' }, ['/fullName NAME_REQUIRED']],
    [{ fullName: '\u0e48\u0e49' }, ['/fullName']],
    [{ firstName: '   ' }, ['/firstName']],
  ])('refuses %j', (typed, expected) => {
    const { person, codes } = read(typed);
    expect(person).toBeUndefined();
    expect(codes).toHaveLength(expected.length);
    expect(codes[0]).toContain(expected[0]);
  });
});
