import { readFormPerson } from '../../../src/imports/reading/form-person.js';

const read = (title: string, firstName: string, lastName: string) => {
  const { person, findings } = readFormPerson({ title, firstName, lastName });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    name: [person.title, person.firstName, person.lastName],
    errors: errors.map(({ field, code }) => `${field} ${code}`),
  };
};

describe('a name in columns of its own', () => {
  it.each([
    ['นาย', '😀', 'เปล่า'],
    ['นาย', '🙂', 'ยิ้มแย้ม'],
    ['นาย', 'นาย', 'เปล่า'],
    ['', '-', 'เปล่า'],
  ])('%s, %s, %s has no first name, and the surname does not become one', (title, first, last) => {
    const { name, errors } = read(title, first, last);
    expect(name).toEqual([title, '', '']);
    expect(errors).toEqual([expect.stringMatching(/^firstName NAME_/)]);
  });

  it('is read, title and all', () => {
    expect(read('', 'นายสมชาย', 'ใจดี')).toEqual({ name: ['นาย', 'สมชาย', 'ใจดี'], errors: [] });
    expect(read('นาย', 'สมชาย', 'ใจดี')).toEqual({ name: ['นาย', 'สมชาย', 'ใจดี'], errors: [] });
    expect(read('', 'นายสมชาย ใจดี', '')).toEqual({ name: ['นาย', 'สมชาย', 'ใจดี'], errors: [] });
  });

  it.each(['=HYPERLINK("http://x")', '12'])('refuses the title %s', (title) =>
    expect(read(title, 'สมชาย', 'ใจดี').errors).toEqual([expect.stringMatching(/^title NAME_/)]),
  );

  it('lets a person look at a title nobody knows, and at slips and placeholders', () => {
    const doubtful = (cells: object) => readFormPerson(cells).person.doubtful;
    expect(doubtful({ title: 'xyz', firstName: 'สมชาย', lastName: 'ใจดี' })).toBe(true);
    expect(doubtful({ title: 'xyz', fullName: 'สมชาย ใจดี' })).toBe(true);
    expect(doubtful({ fullName: 'นาวสาวมณี ใจดี' })).toBe(true);
    expect(doubtful({ fullName: 'xxx xxx' })).toBe(true);
    expect(doubtful({ title: 'ว่าที่ ร.ต.', firstName: 'สมชาย', lastName: 'ใจดี' })).toBe(false);
  });

  it('says which column is wrong', () =>
    expect(read('', 'สมชาย', 'ใจดี99').errors).toEqual(['lastName NAME_HAS_DIGIT']));
});
