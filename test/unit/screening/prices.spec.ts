import { numberSignals } from '../../../src/screening/prices.js';

const found = (text: string) =>
  numberSignals(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('a number says that somebody sells', () => {
  it.each([
    ['with its currency', 'น้ำปลา 35 บาท', 'price 35 บาท'],
    ['with a short currency', 'น้ำปลา 35บ.', 'price 35บ.'],
    ['with the sign before it', 'เหลือ ฿ 1,290', 'price ฿ 1,290'],
    ['with the sign behind it', 'เหลือ 1,290฿', 'price 1,290฿'],
    ['in Thai digits', 'ลูกละ ๔๕ บาท', 'price ๔๕ บาท'],
    ['with decimals', 'ขวดละ 12.50 บาท', 'price 12.50 บาท'],
    ['written as on a price tag', 'ราคาพิเศษ 99.-', 'price 99.-'],
    ['behind ละ', 'เส้นละ 890', 'price 890'],
    ['behind an at sign', 'เสื้อยืด @150', 'price @150'],
    ['in English', 'only 50 BAHT', 'price 50 BAHT'],
    ['as a weight', 'มะม่วง 3 กก', 'amount 3 กก'],
    ['as a number of pieces', 'รับ 12 ชิ้น', 'amount 12 ชิ้น'],
    ['as a share', 'แก่จัด 90%', 'amount 90%'],
    ['as a telephone number', 'โทร 081-234-5678', 'telephone 081-234-5678'],
    ['as a telephone number of the city', 'โทร 02 123 4567', 'telephone 02 123 4567'],
  ])('%s: %s', (_how, text, expected) => {
    expect(found(text)).toContain(expected);
  });
});

describe('a number says nothing', () => {
  it.each([
    ['when there is none', 'ขายไข่เป็ดค่ะ'],
    ['alone', 'เลข 59 มาแน่'],
    ['as a share of days', 'วันละ 2'],
    ['as what each person gets', 'คนละ 1'],
    ['before a word that only begins like baht', 'มี 3 บ้าน'],
    ['when it is too long for a telephone number', '08123456789012'],
    ['as a house number', 'บ้านเลขที่ 081/2'],
  ])('%s: %s', (_why, text) => {
    expect(found(text)).toEqual([]);
  });
});
