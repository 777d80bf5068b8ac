import fc from 'fast-check';
import { rowHashInput, rowKeys } from '../../../src/imports/judging/row-identity.js';
import { goodCells, readRow } from './form.js';

const codes = (...args: Parameters<typeof readRow>) =>
  readRow(...args).issues.map(({ code, severity }) => `${code} ${severity}`);

describe('a row of the form', () => {
  it('is read into normal form', () => {
    const { answer, issues } = readRow({ เบอร์โทรศัพท์: '๐๘๑-๒๓๔-๕๖๗๘', เลขสมาชิก: ' 00125 ' });
    expect(issues).toEqual([]);
    expect(answer).toEqual({
      submittedAt: '2026-08-04T11:34:26.000Z',
      person: {
        title: 'นาย',
        firstName: 'ออมทรัพย์',
        lastName: 'ใจดี',
        doubtful: false,
        readings: [{ title: 'นาย', firstName: 'ออมทรัพย์', lastName: 'ใจดี' }],
      },
      cooperativeText: 'สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด',
      registrationNumber: { written: '101650' },
      regionText: 'A',
      phone: '0812345678',
      memberNumber: '00125',
      offerings: [{ category: 'food', description: 'น้ำพริก' }],
      consent: 'given',
      publicListingConsent: false,
    });
  });

  it('refuses a name longer than is stored, however its parts were put together', () => {
    const long = 'ก'.repeat(60);
    expect(codes({ 'ชื่อ-นามสกุล': `นายสมชาย ${long} ${long}` })).toContain('NAME_TOO_LONG error');
    expect(codes({ 'ชื่อ-นามสกุล': `นาย${long} ${long}` })).not.toContain('NAME_TOO_LONG error');
  });

  it('says where and what, in both languages, with a proposal', () => {
    expect(readRow({ เบอร์โทรศัพท์: '812345678' }).issues).toEqual([
      {
        row: 1,
        column: 'เบอร์โทรศัพท์',
        code: 'PHONE_LOST_ZERO',
        severity: 'warning',
        got: '812345678',
        suggestion: '0812345678',
        message: { th: expect.stringMatching(/[ก-๙]/), en: expect.stringMatching(/^[ -~]+$/) },
      },
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a formula for a name', { 'ชื่อ-นามสกุล': '=HYPERLINK("https://x.example","กด")' }, ['FORMULA error']],
    [
      'a name of spaces',
      { 'ชื่อ-นามสกุล': ' \u00a0 \u200b' },
      ['INVISIBLE_CHARACTER warning', 'NAME_MISSING error'],
    ],
    ['a name of marks', { 'ชื่อ-นามสกุล': '่้ิี' }, ['NAME_WITHOUT_LETTERS error']],
    ['a dash for a name', { 'ชื่อ-นามสกุล': '-' }, ['NAME_MISSING error']],
    [
      'a NUL in a name',
      { 'ชื่อ-นามสกุล': 'นายสม\0ชาย ใจดี' },
      ['CONTROL_CHARACTER error', 'NAME_HAS_SYMBOL error'],
    ],
    ['right-to-left marks', { 'ชื่อ-นามสกุล': '\u202eนายสมชาย ใจดี\u202c' }, ['INVISIBLE_CHARACTER warning']],
    ['emoji', { 'ชื่อ-นามสกุล': 'นายสมชาย 💐 ใจดี' }, ['NAME_HAS_SYMBOL warning']],
    ['two tone marks', { 'ชื่อ-นามสกุล': 'นายสมช่้าย ใจดี' }, ['TWO_TONE_MARKS error']],
    ['no surname', { 'ชื่อ-นามสกุล': 'นายสมชาย' }, ['LAST_NAME_MISSING warning']],
    ['no cooperative', { ชื่อสหกรณ์: '', เลขทะเบียนสหกรณ์: '-' }, ['COOPERATIVE_MISSING error']],
    ['a number that is none', { เลขทะเบียนสหกรณ์: '1.01E+05' }, ['REGISTRATION_NUMBER_UNREADABLE warning']],
    ['a telephone number that is none', { เบอร์โทรศัพท์: '08123' }, ['PHONE_UNREADABLE error']],
    ['an e-mail that is none', { อีเมล: 'somchai' }, ['EMAIL_UNREADABLE error']],
    ['a time that never was', { ประทับเวลา: '31/2/2569, 1:00:00' }, ['TIMESTAMP_IMPOSSIBLE warning']],
    ['refused consent', { ความยินยอม: 'ไม่ยินยอม' }, ['CONSENT_REFUSED error']],
    ['unclear consent', { ความยินยอม: 'รับทราบ' }, ['CONSENT_UNCLEAR error']],
    ['no consent', { ความยินยอม: '' }, ['CONSENT_MISSING error']],
    ['an endless description', { รายละเอียดสินค้า: 'ก'.repeat(1001) }, ['TEXT_TOO_LONG error']],
    ['an endless member number', { เลขสมาชิก: '1'.repeat(300) }, ['TEXT_TOO_LONG error']],
    [
      'several things at once',
      { เบอร์โทรศัพท์: 'x', อีเมล: 'x', ความยินยอม: '' },
      ['PHONE_UNREADABLE error', 'EMAIL_UNREADABLE error', 'CONSENT_MISSING error'],
    ],
  ])('%s', (_, cells, expected) => expect(codes(cells)).toEqual(expected));

  it('believes who divided the name already', () => {
    const divided = (cells: Record<string, string>) =>
      readRow({ นามสกุล: 'ใจดี', ...cells }, ['ชื่อ-นามสกุล']).answer.person;
    expect(divided({ คำนำหน้า: 'นาย', ชื่อจริง: 'ออมทรัพย์' })).toMatchObject({
      title: 'นาย',
      firstName: 'ออมทรัพย์',
      lastName: 'ใจดี',
    });
    expect(divided({ ชื่อจริง: 'นายออมทรัพย์' })).toMatchObject({
      title: 'นาย',
      firstName: 'ออมทรัพย์',
      lastName: 'ใจดี',
    });
    expect(divided({ คำนำหน้า: 'นาย', ชื่อจริง: 'นายออมทรัพย์' })).toMatchObject({
      title: 'นาย',
      firstName: 'ออมทรัพย์',
    });
    expect(divided({ ชื่อจริง: 'ออมทรัพย์', นามสกุล: 'ณ อยุธยา' })).toMatchObject({
      firstName: 'ออมทรัพย์',
      lastName: 'ณ อยุธยา',
    });
  });

  it('takes the declared basis of consent only where the form did not ask', () => {
    expect(readRow({}, ['ความยินยอม'], true)).toMatchObject({ answer: { consent: 'declared' }, issues: [] });
    expect(codes({}, ['ความยินยอม'])).toEqual(['CONSENT_BASIS_REQUIRED error']);
    expect(codes({ 'ชื่อ-นามสกุล': '#DIV/0!' })).toEqual(['CELL_ERROR error']);
    expect(codes({ ความยินยอม: 'ไม่ยินยอม' }, [], true)).toEqual(['CONSENT_REFUSED error']);
  });

  it('takes contacts from one question for all of them', () => {
    const { answer, issues } = readRow({ ช่องทางติดต่อ: 'line: somchai.99, 0898765432' }, [
      'เบอร์โทรศัพท์',
      'อีเมล',
      'LINE ID',
    ]);
    expect(answer).toMatchObject({ phone: '0898765432', lineId: 'somchai.99' });
    expect(issues).toEqual([]);
    expect(codes({ ช่องทางติดต่อ: 'ถามที่บ้าน' })).toEqual(['CONTACT_UNREADABLE warning']);
  });

  it('never throws, whatever the cells hold (property)', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'กน่้ำ็์ิ =\0\u202e💐,"-0๑') }),
    );
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(Object.keys(goodCells).map((key) => [key, cell]))),
        (cells) => {
          const { answer, issues } = readRow(cells as Record<string, string>);
          if (answer.person.firstName === '')
            expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
          expect(rowKeys('form', answer).length).toBeGreaterThan(0);
          for (const issue of issues) expect(issue.got.length).toBeLessThanOrEqual(200);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what makes a row the same row', () => {
  const keysOf = (cells: Record<string, string>, source = 'form-1') =>
    rowKeys(source, readRow(cells).answer).map(({ text }) => text);
  const shared = (a: string[], b: string[]) => a.some((key) => b.includes(key));

  it('has all the keys it can have, strongest first', () => {
    const kinds = (cells: Record<string, string>) =>
      rowKeys('form-1', readRow(cells).answer).map(({ kind }) => kind);
    expect(kinds({ 'Response ID': 'r-1' })).toEqual(['response', 'moment', 'contact']);
    expect(kinds({})).toEqual(['moment', 'contact']);
    expect(kinds({ ประทับเวลา: '' })).toEqual(['contact']);
    expect(kinds({ เบอร์โทรศัพท์: '' })).toEqual(['content']);
    expect(kinds({ เบอร์โทรศัพท์: '', เลขสมาชิก: '125' })).toEqual(['moment', 'contact']);
  });

  it('has the minute before the hash of a moment, so that rows in the order of time are neighbours', () => {
    const near = (cells: Record<string, string>) =>
      rowKeys('form-1', readRow(cells).answer).map((key) => key.near);
    expect(near({ ประทับเวลา: '5/8/2569, 8:30:15' })).toEqual(['2026-08-05T01:30', '']);
    expect(near({ ประทับเวลา: '', 'Response ID': 'r-1' })).toEqual(['', '']);
  });

  it('is found again by any of them, but only within its source', () => {
    const first = keysOf({ 'Response ID': 'r-1' });
    expect(shared(first, keysOf({ 'Response ID': 'r-1', ประทับเวลา: '', เบอร์โทรศัพท์: '0899999999' }))).toBe(
      true,
    );
    expect(shared(first, keysOf({ 'ชื่อ-นามสกุล': 'ออมทรัพย์  รวยดี' }))).toBe(true);
    expect(shared(first, keysOf({ ประทับเวลา: '5/8/2569, 1:00:00', เบอร์โทรศัพท์: '+66 81 234 5678' }))).toBe(
      true,
    );
    expect(shared(first, keysOf({ ประทับเวลา: '5/8/2569, 1:00:00', 'ชื่อ-นามสกุล': 'นางสาวมะลิ สวนสุข' }))).toBe(
      false,
    );
    expect(shared(first, keysOf({ 'Response ID': 'r-1' }, 'form-2'))).toBe(false);
  });

  it('says the same in any spelling of white space, order of columns and time', () => {
    const hash = (cells: Record<string, string>, without: string[] = []) =>
      rowHashInput(readRow(cells, without).answer);
    const first = hash({});
    expect(
      hash({
        ประทับเวลา: '6/8/2569, 1:00',
        'ชื่อ-นามสกุล': ' นาย ออมทรัพย์   ใจดี ',
        เบอร์โทรศัพท์: '081 234 5678',
        Status: 'นำเข้าแล้ว',
      }),
    ).toBe(first);
    expect(hash({}, ['อีเมล', 'LINE ID'])).toBe(first);
    expect(hash({ รายละเอียดสินค้า: 'น้ำพริกเผา' })).not.toBe(first);
    expect(hash({ ความยินยอม: 'ไม่ยินยอม' })).not.toBe(first);
  });
});
