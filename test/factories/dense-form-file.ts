import { cooperatives } from './cast.js';

/** Numbers below `below` that look random and are the same for every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const header = [
  'ประทับเวลา',
  'ชื่อ-นามสกุล',
  'ชื่อสหกรณ์ที่ท่านเป็นสมาชิก',
  'เลขทะเบียนสหกรณ์สมาชิก (6 หลัก)',
  'เบอร์โทรศัพท์มือถือ',
  'อีเมล',
  'เลขสมาชิก',
  'รายละเอียดสินค้า',
  'ข้าพเจ้ายินยอมให้ ชสอ. เก็บและใช้ข้อมูลนี้',
];

/**
 * Answers of a dozen people who share names, telephones and member numbers, answer again and change their mind, so that
 * nearly every row has to do with the rows right before it.
 */
export function denseFormFile(rows: number, seed: number): Buffer {
  const number = numbersFrom(seed);
  const one = <T>(list: readonly T[]): T => list[number(list.length)]!;
  const line = () => {
    const cooperative = one([cooperatives.yudeeKindee, cooperatives.khruRimthan]);
    return [
      `${1 + number(5)}/1/2026 0${number(9)}:00:00`,
      `${one(['นาย', '', 'นาง'])}${one(['สมศรี', 'สมชัย', 'กานต์ดี'])} ${one(['ใจดี', 'รักสงบ', 'ทองคำ', 'บุญมา'])}`,
      cooperative.fullName,
      number(20) === 0 ? '999999' : cooperative.registrationNumber,
      number(10) === 0 ? '' : `08${10_000_000 + number(6)}`,
      number(3) === 0 ? `a${number(4)}@example.org` : '',
      number(2) === 0 ? String(number(4)) : '',
      one(['ข้าว', 'ผ้า', 'น้ำผึ้ง']),
      number(15) === 0 ? 'ไม่ยินยอม' : 'ยินยอม',
    ];
  };
  return Buffer.from(
    [header, ...Array.from({ length: rows }, line)].map((cells) => cells.join(',')).join('\n'),
  );
}
