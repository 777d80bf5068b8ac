import { chooseColumns } from '../../../src/imports/columns/column-choice.js';
import { headerFingerprint, proposeMapping } from '../../../src/imports/columns/column-mapping.js';
import { mappingRefusal } from '../../../src/imports/columns/mapping-refusal.js';
import { mappingOf } from '../../../src/imports/columns/mapping-proposal.js';
import { readHeader } from '../../../src/platform/tabular/header.js';

const propose = (...headers: string[]) => proposeMapping(readHeader(headers).columns);
const fieldsOf = (...headers: string[]) => propose(...headers).columns.map(({ field }) => field);

describe('the columns of a form', () => {
  const wordings: [string, string][] = [
    ['submittedAt', 'ประทับเวลา|Timestamp|วันที่และเวลา'],
    ['responseId', 'Response ID|รหัสคำตอบ'],
    [
      'fullName',
      'ชื่อ-นามสกุล|1. ชื่อ - สกุล *|ชื่อ-สกุล (ไม่ต้องใส่คำนำหน้า)|ชื่อ นามสกุล พร้อมคำนำหน้า|Full name|ชื่อและนามสกุลของผู้ขาย >>|ชื่อ|ชื่อผู้ขาย',
    ],
    ['title', 'คำนำหน้า|คำนำหน้าชื่อ|ยศ|Title'],
    ['firstName', 'ชื่อจริง|First name|ชื่อตัว'],
    ['lastName', 'นามสกุล|สกุล|Surname|Last Name'],
    [
      'cooperativeName',
      'สหกรณ์|ชื่อสหกรณ์ที่ท่านเป็นสมาชิก|3) สังกัดสหกรณ์|ท่านเป็นสมาชิกสหกรณ์ใด|สหกรณ์ออมทรัพย์ที่สังกัด|Cooperative name',
    ],
    ['registrationNumber', 'เลขทะเบียนสหกรณ์สมาชิก|เลขทะเบียนสหกรณ์ (6 หลัก)|รหัสสหกรณ์|Registration number'],
    ['region', 'เขตพื้นที่|เขตพื้นที่ของสหกรณ์ (N S E W A B NE C)|ภาค|Region'],
    ['phone', 'เบอร์โทรศัพท์|โทร.|มือถือ|เบอร์โทรศัพท์มือถือที่ติดต่อได้|หมายเลขโทรศัพท์ *|Phone|เบอร์โทรศัพย์'],
    ['email', 'ที่อยู่อีเมล|E-mail|อีเมล์|Email Address'],
    ['lineId', 'LINE ID|ไลน์ไอดี|ID Line|ไอดีไลน์ (LINE ID)'],
    ['contact', 'ช่องทางการติดต่อ'],
    ['memberNumber', 'เลขสมาชิก|เลขทะเบียนสมาชิกสหกรณ์|สมาชิกเลขที่|หมายเลขสมาชิก|Member number'],
    ['offeringCategory', 'ประเภทสินค้า|ประเภทสินค้า/บริการที่ต้องการขาย|หมวดหมู่สินค้า|Category'],
    ['offeringDescription', 'สินค้า/บริการ|รายละเอียดสินค้า|สินค้าที่ต้องการขาย (อธิบายสั้น ๆ)|Description'],
    [
      'consent',
      'ความยินยอม|ข้าพเจ้ายินยอมให้ ชสอ. เก็บและใช้ชื่อ เบอร์โทรศัพท์ อีเมล และชื่อสหกรณ์ของข้าพเจ้า|การให้ความยินยอมข้อมูลส่วนบุคคล (PDPA)|I agree to the rules',
    ],
    ['publicListingConsent', 'ยินยอมให้เผยแพร่รายการสินค้าต่อสาธารณะ'],
    ['wishedUsername', 'ชื่อผู้ใช้งานที่ต้องการ|Username'],
  ];
  it.each(wordings.flatMap(([field, titles]) => titles.split('|').map((title) => [title, field] as const)))(
    '“%s” asks for %s',
    (title, field) => expect(fieldsOf(title)).toEqual([field]),
  );

  it.each([
    'ชื่อร้าน',
    'ชื่อเล่น',
    'ชื่อสินค้าและราคา (บาท)',
    'ที่อยู่',
    'เบอร์โทรสหกรณ์',
    'สถานะ',
    'Status',
    '_code',
    '_row',
    'ราคาสินค้า',
    'รูปภาพสินค้า',
    'อายุ',
    'ชื่อ-นามสกุล (ภาษาอังกฤษ)',
    'คะแนน',
  ])('“%s” says nothing about a field of ours that it could be mistaken for', (title) => {
    const [field] = fieldsOf(title);
    expect(['fullName', 'firstName', 'lastName', 'cooperativeName', 'phone', 'consent']).not.toContain(field);
  });

  it('reads a whole form in any order', () => {
    const headers = [
      'ประทับเวลา',
      'ที่อยู่อีเมล',
      '1. ชื่อ-นามสกุล *',
      '2. สหกรณ์ >>',
      '3. เลขทะเบียนสหกรณ์สมาชิก',
      '4. เบอร์โทรศัพท์',
      '5. LINE ID',
      '6. ประเภทสินค้า',
      '7. รายละเอียดสินค้า',
      'ความยินยอม',
    ];
    const fields = [
      'submittedAt',
      'email',
      'fullName',
      'cooperativeName',
      'registrationNumber',
      'phone',
      'lineId',
      'offeringCategory',
      'offeringDescription',
      'consent',
    ];
    expect(fieldsOf(...headers)).toEqual(fields);
    expect(fieldsOf(...[...headers].reverse())).toEqual([...fields].reverse());
    const proposal = propose(...headers);
    expect(proposal).toMatchObject({ missing: [], ambiguous: [], warnings: [] });
    expect(mappingOf(proposal).get('phone')).toBe(5);
  });

  it('tells ชื่อ beside นามสกุล from ชื่อ alone', () => {
    expect(fieldsOf('ชื่อ', 'นามสกุล', 'สหกรณ์')).toEqual(['firstName', 'lastName', 'cooperativeName']);
    expect(fieldsOf('ชื่อ', 'สหกรณ์')).toEqual(['fullName', 'cooperativeName']);
  });

  it('prefers the better title and says why the other is left out', () => {
    const { columns, ambiguous } = propose('สหกรณ์ที่ท่านเป็นสมาชิกอยู่ในปัจจุบัน', 'ชื่อสหกรณ์');
    expect(columns.map(({ field, why }) => [field, why])).toEqual([
      [null, 'another_column_fits_better'],
      ['cooperativeName', 'exact'],
    ]);
    expect(ambiguous).toEqual([]);
  });

  it('guesses neither between two questions of one title nor between two meanings of one', () => {
    const { columns, ambiguous, warnings } = propose('ชื่อ-นามสกุล', 'เบอร์โทร', 'เบอร์โทร', 'สหกรณ์', 'เลขทะเบียน');
    expect(columns.map(({ field }) => field)).toEqual(['fullName', null, null, 'cooperativeName', null]);
    expect(ambiguous).toEqual([
      { fields: ['registrationNumber', 'memberNumber'], columns: [4] },
      { fields: ['phone'], columns: [1, 2] },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual([
      'AMBIGUOUS_COLUMN',
      'AMBIGUOUS_COLUMN',
      'NO_CONTACT_COLUMN',
      'NO_CONSENT_COLUMN',
      'NO_TIME_COLUMN',
    ]);
    expect(warnings[1]!.message.th).toContain('“เบอร์โทร”');
  });

  it('names what is missing in both languages', () => {
    const refusal = mappingRefusal(propose('ประทับเวลา', 'แนวเพลงที่ชอบฟัง'), { mapping: [] });
    expect(refusal).toMatchObject({ code: 'COLUMNS_MISSING', data: { missing: ['name', 'cooperative'] } });
    expect(refusal.text.th).toContain('ชื่อ-นามสกุล');
    expect(refusal.text.en).toContain('name');
    expect(refusal.data['mapping']).toEqual([{ index: 1, field: 'fullName' }]);
    expect(propose('ชื่อ', 'สหกรณ์').missing).toEqual([]);
    expect(propose('ชื่อ', 'รหัสสหกรณ์').missing).toEqual([]);
  });

  it('fingerprints a form by its questions, not by their order or our own columns', () => {
    const of = (...headers: string[]) => headerFingerprint(readHeader(headers).columns);
    expect(of('ชื่อ', 'สหกรณ์', '')).toBe(
      of('2. สหกรณ์ >>', 'ชื่อ *', '_row', '_code', '_message_th', '_suggestion'),
    );
    expect(of('ชื่อ', 'สหกรณ์')).not.toBe(of('ชื่อ', 'สหกรณ์', 'โทร'));
  });
});

describe('a choice of columns', () => {
  const { columns } = readHeader(['ชื่อ', 'เบอร์โทร', 'เบอร์โทร', 'หน่วยงาน', 'ชื่อสหกรณ์']);

  it('overrules the proposal', () => {
    const chosen = chooseColumns(columns, [
      { index: 2, field: 'phone' },
      { header: 'หน่วยงาน *', field: 'cooperativeName' },
    ]);
    expect(chosen.columns.map(({ field, why }) => [field, why])).toEqual([
      ['fullName', 'exact'],
      [null, 'another_column_fits_better'],
      ['phone', 'chosen_by_caller'],
      ['cooperativeName', 'chosen_by_caller'],
      [null, 'another_column_fits_better'],
    ]);
    expect(chosen.ambiguous).toEqual([]);
  });

  it('leaves columns out', () => {
    const chosen = chooseColumns(columns, [{ header: 'ชื่อ', field: null }]);
    expect(chosen.missing).toEqual(['name']);
    expect(chosen.columns[0]).toMatchObject({ field: null, why: 'left_out_by_caller' });
  });

  it.each([
    [{ header: 'เบอร์โทร', field: 'phone' }, 'COLUMN_UNCLEAR'],
    [{ header: 'อายุ', field: 'phone' }, 'COLUMN_UNKNOWN'],
    [{ index: 9, field: 'phone' }, 'COLUMN_UNKNOWN'],
    [{ field: 'phone' }, 'COLUMN_UNKNOWN'],
    [{ index: 1, field: '__proto__' }, 'FIELD_UNKNOWN'],
  ])('refuses %j with %s', (choice, code) => {
    expect(() => chooseColumns(columns, [choice as never])).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/mapping/0', code })] }),
    );
  });
});
