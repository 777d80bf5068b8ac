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

  it('says which column is wrong', () =>
    expect(read('', 'สมชาย', 'ใจดี99').errors).toEqual(['lastName NAME_HAS_DIGIT']));
});
