import {
  compact,
  matchKey,
  proposeShortName,
  readCooperativeName,
} from '../../../src/cooperatives/cooperative-name.js';

describe('readCooperativeName', () => {
  it.each([
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดีจำกัด.', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สหกรณ์ออมทรัพย์ อยู่ดีกินดี  จํากัด', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี (จำกัด)', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี', 'savings', 'full', 'อยู่ดีกินดี', false],
    ['สหกรณ์ออมทรัพอยู่ดีกินดี จำกัด', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สหกรณ์ออมทรัพยอยู่ดีกินดี', 'savings', 'full', 'อยู่ดีกินดี', false],
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี จก.', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี จก', 'savings', 'full', 'อยู่ดีกินดี', true],
    ['สอ.ม.จก', 'savings', 'marker', 'ม.จก', false],
    ['สอ.อยู่ดีกินดี', 'savings', 'marker', 'อยู่ดีกินดี', false],
    ['ส.อ. อยู่ดีกินดี', 'savings', 'marker', 'อยู่ดีกินดี', false],
    ['สอ.สอ.รฝ.', 'savings', 'marker', 'สอ.รฝ.', false],
    ['อยู่ดีกินดี', undefined, 'none', 'อยู่ดีกินดี', false],
    ['สอาดใจ', undefined, 'none', 'สอาดใจ', false],
    ['สหกรณ์เครดิตยูเนี่ยนคลองใส จำกัด', 'credit_union', 'full', 'คลองใส', true],
    ['สหกรณ์เครดิตยูเนียนคลองใส จำกัด', 'credit_union', 'full', 'คลองใส', true],
    ['สค.คลองใส', 'credit_union', 'marker', 'คลองใส', false],
    ['ร้านสหกรณ์บ้านร่มเย็น จำกัด', 'store', 'full', 'บ้านร่มเย็น', true],
    ['สหกรณ์บริการเดินรถทุ่งทอง จำกัด', 'service', 'full', 'เดินรถทุ่งทอง', true],
    ['สหกรณ์การเกษตรทุ่งทอง จำกัด', 'agricultural', 'full', 'ทุ่งทอง', true],
    ['สหกรณ์นิคมทุ่งทอง จำกัด', 'settlement', 'full', 'ทุ่งทอง', true],
    ['สหกรณ์ประมงอ่าวงาม จำกัด', 'fishery', 'full', 'อ่าวงาม', true],
    ['ชุมนุมสหกรณ์ออมทรัพย์ภาคร่มเย็น จำกัด', 'federation', 'full', 'ภาคร่มเย็น', true],
    ['ชุมชนสหกรณ์ออมทรัพย์ภาคร่มเย็น จำกัด', 'federation', 'full', 'ภาคร่มเย็น', true],
    ['สหกรณ์สตรีทุ่งทอง จำกัด', 'other', 'full', 'สตรีทุ่งทอง', true],
    ['', undefined, 'none', '', false],
  ])('%s', (text, kind, kindWritten, core, limited) => {
    expect(readCooperativeName(text)).toEqual({ kind, kindWritten, core, limited });
  });
});

describe('matchKey', () => {
  it.each([
    [
      'สหกรณ์ออมทรัพย์ครูทุ่งทอง จำกัด',
      [
        'สอ.ครูทุ่งทอง',
        'ครูทุ่งทอง',
        'สหกรณ์ออมทรัพย์ ครูทุ่งทองจํากัด',
        'สอ.ครูทุ่งทอง จำกัด',
        'ครูทุ่งทอง จก.',
        'สหกรณ์ออมทรัพย์ ครูทุ่งทอง จก',
        'สอ.ครูทุ่งทองจ.ก.',
        'ครูทุ่งทอง (จก.)',
      ],
    ],
    ['สหกรณ์ออมทรัพย์สาธารณสุขจังหวัดตราด จำกัด', ['สาธารณสุขตราด', 'สอ.สาธารณสุข จังหวัดตราด']],
    ['สหกรณ์ออมทรัพย์มณฑลทหารบกที่ 99 จำกัด', ['มณฑลทหารบกที่ ๙๙']],
    ['สหกรณ์ออมทรัพย์ Happy Group จำกัด', ['happygroup', 'สอ.HAPPY GROUP']],
    ['สหกรณ์เครดิตยูเนี่ยนคลองใส จำกัด', ['สค.คลองใส', 'เครดิตยูเนี่ยนคลองใส']],
    ['สอ.ตรภ.จ.ตราด', ['ตรภ.ตราด', 'ตรภตราด']],
  ])('of %s is that of its variants', (name, variants) => {
    for (const variant of variants) expect(matchKey(variant)).toBe(matchKey(name));
  });

  it('keeps the kinds other than savings apart', () => {
    const names = ['สหกรณ์ออมทรัพย์', 'สหกรณ์การเกษตร', 'สหกรณ์บริการ', 'ร้านสหกรณ์', 'สหกรณ์เครดิตยูเนี่ยน', 'ชุมนุมสหกรณ์'];
    const keys = names.map((kind) => matchKey(`${kind}ทุ่งทอง จำกัด`));
    expect(new Set(keys).size).toBe(names.length);
  });
});

describe('proposeShortName', () => {
  it.each([
    ['สหกรณ์ออมทรัพย์อยู่ดีกินดี จำกัด', 'อยู่ดีกินดี'],
    ['สหกรณ์ออมทรัพย์ สถาบันร่มเย็น จังหวัดตราด จํากัด', 'สถาบันร่มเย็นจังหวัดตราด'],
    ['สหกรณ์การเกษตรทุ่งทอง จำกัด', 'การเกษตรทุ่งทอง'],
    ['สหกรณ์เครดิตยูเนี่ยนคลองใส จำกัด', 'เครดิตยูเนี่ยนคลองใส'],
    ['สหกรณ์สตรีทุ่งทอง จำกัด', 'สตรีทุ่งทอง'],
    ['ชุมนุมสหกรณ์ออมทรัพย์ภาคร่มเย็น จำกัด', 'ชุมนุมสหกรณ์ออมทรัพย์ภาคร่มเย็น'],
  ])('%s gives %s', (fullName, shortName) => {
    expect(proposeShortName(fullName)).toBe(shortName);
  });
});

describe('compact', () => {
  it('normalises and takes all white space out', () => {
    expect(compact(' สอ. ครู\u00a0ทุ่ง\u200bทอง จํากัด ')).toBe('สอ.ครูทุ่งทองจำกัด');
  });
});
