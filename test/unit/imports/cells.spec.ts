import fc from 'fast-check';
import { readConsent } from '../../../src/imports/reading/consent.js';
import { readEmail } from '../../../src/imports/reading/email.js';
import { readContact } from '../../../src/imports/reading/form-contact.js';
import { readOfferings } from '../../../src/imports/reading/form-offerings.js';
import { readTimestamp } from '../../../src/imports/reading/form-timestamp.js';
import { readLineId } from '../../../src/imports/reading/line-id.js';
import { readRegion } from '../../../src/imports/reading/match-issues.js';
import { readPhone } from '../../../src/imports/reading/phone.js';
import { readRegistrationNumber } from '../../../src/imports/reading/registration-number.js';

describe('a telephone number', () => {
  it.each([
    ['0812345678'],
    ['081-234-5678'],
    ['08-1234-5678'],
    ['08 1234 5678'],
    ['+66 81 234 5678'],
    ['+66(0)812345678'],
    ['66812345678'],
    ['0066812345678'],
    ['๐๘๑๒๓๔๕๖๗๘'],
    ['โทร. 081-2345678'],
    ['มือถือ: 081 234 5678'],
    ["'0812345678"],
    ['(081) 234.5678'],
    ['０８１２３４５６７８'],
  ])('%s is 0812345678', (text) => expect(readPhone(text)).toEqual({ value: '0812345678' }));

  it.each([
    ['02-123-4567', '021234567'],
    ['053 123456', '053123456'],
    ['02-123-4567 ต่อ 12', '021234567'],
    ['021234567 ext. 9', '021234567'],
  ])('%s is %s', (text, value) => expect(readPhone(text)).toEqual({ value }));

  it.each([
    ['812345678', '0812345678'],
    ['21234567', '021234567'],
    ['81-234-5678', '0812345678'],
  ])('%s lost its 0 to a spreadsheet', (text, value) => {
    expect(readPhone(text)).toMatchObject({
      value,
      finding: { code: 'PHONE_LOST_ZERO', severity: 'warning', suggestion: value },
    });
  });

  it.each([
    '081-234-5678, 089-999-9999',
    '0812345678 หรือ 0899999999',
    '0812345678/0899999999',
    'บ้าน, 0812345678',
  ])('of several the first is used: %s', (text) => {
    expect(readPhone(text)).toMatchObject({ value: '0812345678', finding: { code: 'PHONE_SEVERAL' } });
  });

  it.each(['8.12E+08', '08123', '081234567890123', 'โทรหาได้', '0912345', '+1 202 555 0100', '1112223333'])(
    '%s is none',
    (text) => {
      expect(readPhone(text)).toEqual({
        finding: expect.objectContaining({ code: 'PHONE_UNREADABLE', severity: 'error' }),
      });
    },
  );

  it.each(['', ' ', '-', 'ไม่มี', 'N/A'])('%j says nothing', (text) => expect(readPhone(text)).toEqual({}));
});

describe('other ways to reach people', () => {
  it.each([
    [' somchai@Example.COM ', 'somchai@example.com'],
    ['som.chai+a@mail.example.co.th', 'som.chai+a@mail.example.co.th'],
    ['mailto:a@example.com', 'a@example.com'],
    ['ａ@example.com', 'a@example.com'],
  ])('e-mail %s', (text, value) => expect(readEmail(text)).toEqual({ value }));

  it.each([
    'somchai',
    'a@b',
    'a b@example.com',
    'a@@example.com',
    '.a@example.com',
    'a@-x.com',
    'สมชาย@example.com',
    `${'a'.repeat(65)}@example.com`,
    'a@1.2.3.4',
  ])('no e-mail: %s', (text) =>
    expect(readEmail(text).finding).toMatchObject({ code: 'EMAIL_UNREADABLE', severity: 'error' }),
  );

  it('asks about a misspelt domain', () => {
    expect(readEmail('somchai@gmail.con')).toMatchObject({
      value: 'somchai@gmail.con',
      finding: { code: 'EMAIL_LOOKS_MISSPELT', suggestion: 'somchai@gmail.com' },
    });
  });

  it.each([
    ['Somchai.99', 'somchai.99'],
    ['line: somchai_99', 'somchai_99'],
    ['ID Line : somchai', 'somchai'],
    ['@shop', '@shop'],
    ['https://line.me/ti/p/~somchai', 'somchai'],
    ['0812345678', '0812345678'],
  ])('LINE id %s', (text, value) => expect(readLineId(text)).toEqual({ value }));
  it('a name shown in LINE is no id', () => {
    expect(readLineId('สมชาย ใจดี').finding).toMatchObject({
      code: 'LINE_ID_UNREADABLE',
      severity: 'warning',
    });
  });

  it('one answer may hold several', () => {
    expect(readContact('โทร. 081-234-5678, line: somchai.99')).toEqual({
      phone: '0812345678',
      lineId: 'somchai.99',
    });
    expect(readContact('somchai@example.com\n0812345678')).toEqual({
      phone: '0812345678',
      email: 'somchai@example.com',
    });
    expect(readContact('ติดต่อเพื่อนบ้าน')).toEqual({});
  });
});

describe('consent', () => {
  const cases: Record<string, string[]> = {
    given: [
      'ยินยอม',
      'ข้าพเจ้ายินยอม',
      'ตกลง',
      'ยอมรับเงื่อนไข',
      'รับทราบและยินยอม',
      'Yes',
      'TRUE',
      '1',
      '✓',
      'I agree',
      'I hereby consent',
      'ใช่',
      'ข้าพเจ้ายินยอมให้ ชสอ. ใช้ข้อมูล โดย ชสอ. จะไม่เปิดเผยต่อผู้อื่น',
      'ยินยอมให้เปิดเผยชื่อผู้ใช้งานต่อทุกคนในกลุ่ม',
    ],
    refused: [
      'ไม่ยินยอม',
      'ไม่ตกลง',
      'ข้าพเจ้าไม่ยินยอม',
      'ไม่ให้ความยินยอม',
      'ยังไม่ยินยอม',
      'ไม่ประสงค์จะให้ความยินยอม',
      'ขอถอนความยินยอม',
      'No',
      'false',
      'ไม่',
      'I do not agree',
      "I don't consent",
      'disagree',
    ],
    unclear: ['รับทราบ', 'ยินยอม, ไม่ยินยอม', 'อาจจะ', 'สมชาย', 'ขอคิดดูก่อน'],
    missing: ['', '  ', '-'],
  };
  it.each(Object.entries(cases).flatMap(([consent, texts]) => texts.map((text) => [text, consent])))(
    '%j is %s',
    (text, consent) => {
      expect(readConsent(text!)).toBe(consent);
    },
  );
});

describe('the registration number of a cooperative', () => {
  it.each([['101650'], ['๑๐๑๖๕๐'], ['101 650'], ["'101650"], ['เลขที่ 101650']])('%s is 101650', (text) => {
    expect(readRegistrationNumber(text)).toEqual({ written: '101650' });
  });
  it('that lost zeros is a proposal only', () => {
    expect(readRegistrationNumber('450')).toEqual({ restored: '000450', typed: '450' });
    expect(readRegistrationNumber('1650')).toEqual({ restored: '001650', typed: '1650', lastFour: '1650' });
  });
  it.each(['1016501', '1.01E+05', 'ไม่แน่ใจ'])('%s cannot be read', (text) => {
    expect(readRegistrationNumber(text).finding).toMatchObject({
      code: 'REGISTRATION_NUMBER_UNREADABLE',
      severity: 'warning',
    });
  });
});

describe('area and offerings', () => {
  it.each([
    ['A', 'A'],
    ['ne', 'NE'],
    ['เขต NE', 'NE'],
    ['N - ภาคเหนือ', 'N'],
    ['ภาคตะวันออกเฉียงเหนือ', 'NE'],
    ['กลาง', 'C'],
    ['Nakhon', undefined],
    ['', undefined],
  ])('area %j is %s', (text, code) => expect(readRegion(text)).toBe(code));
  it.each<[string, string, object[]]>([
    [
      'อาหารและเครื่องดื่ม, งานฝีมือ, food',
      ' ปลาร้า\r\nตะกร้า ',
      [
        { category: 'food', description: 'ปลาร้า\nตะกร้า' },
        { category: 'crafts', description: 'ปลาร้า\nตะกร้า' },
      ],
    ],
    ['ผลผลิตทางการเกษตร (ผักสด)', 'ส้มโอ', [{ category: 'produce', description: 'ส้มโอ' }]],
    ['ดาวเทียม', 'รุ่นเล็ก', [{ category: 'other', description: 'ดาวเทียม: รุ่นเล็ก' }]],
    ['', 'ส้มโอ', [{ category: 'other', description: 'ส้มโอ' }]],
    ['บริการ', '-', [{ category: 'services', description: 'บริการ' }]],
    ['-', '', []],
  ])('ticked boxes %j with %j', (ticked, description, offerings) => {
    expect(readOfferings(ticked, description)).toEqual(offerings);
  });
});

it('no cell makes a reader throw or hang (property)', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('ไม่', 'ยินยอม', '0', '-', ' ', '@', '.', 'ต่อ', '\u202e', '\0'),
      maxLength: 4000,
    }),
  );
  fc.assert(
    fc.property(hostile, (cell) => {
      const start = performance.now();
      for (const read of [
        readConsent,
        readEmail,
        readContact,
        readTimestamp,
        readLineId,
        readPhone,
        readRegistrationNumber,
        readRegion,
      ])
        read(cell);
      readOfferings(cell, cell);
      expect(performance.now() - start).toBeLessThan(1000);
    }),
    { numRuns: 300 },
  );
});
