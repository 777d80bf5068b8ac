import { cooperatives } from './cast.js';

const firstNames = [
  'กานดา',
  'ชูใจ',
  'ดวงใจ',
  'ธงชัย',
  'นภา',
  'ปรีชา',
  'พิมพ์ใจ',
  'มานะ',
  'วีระ',
  'สุดา',
  'อารี',
  'ขวัญตา',
];
const lastNames = ['ใจงาม', 'ตั้งมั่น', 'ทองสุข', 'บุญมา', 'พูนผล', 'มีสุข', 'รุ่งเรือง', 'ศรีสว่าง', 'แก้วใส', 'ชื่นบาน'];
const goods = ['ข้าวกล้อง', 'ผ้าไหม "ลายน้ำ"', 'กล้วยตาก, กล้วยฉาบ', 'น้ำผึ้ง\nขวดใหญ่', 'ตะกร้าสาน'];
const header = [
  'ประทับเวลา',
  'ชื่อ-นามสกุล (พร้อมคำนำหน้า)',
  'ชื่อสหกรณ์ที่ท่านเป็นสมาชิก',
  'เลขทะเบียนสหกรณ์สมาชิก (6 หลัก)',
  'เบอร์โทรศัพท์มือถือ',
  'ประเภทสินค้า/บริการ',
  'รายละเอียดสินค้า/บริการที่ต้องการขาย >>',
  'ข้าพเจ้ายินยอมให้ ชสอ. เก็บและใช้ข้อมูลนี้',
];

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** The n-th answer; every tenth or so has something about it that a clerk knows well. */
function answer(n: number): string[] {
  const cooperative = pick(Object.values(cooperatives), Math.floor(n / 3));
  const minutes = `${pick(['9', '10', '13', '14'], n)}:${String(n % 60).padStart(2, '0')}`;
  const cells = [
    `${(n % 28) + 1}/10/2026, ${minutes}:${String(Math.floor(n / 60) % 60).padStart(2, '0')}`,
    `${pick(['นาย', 'นางสาว', 'นาง', ''], n)}${pick(firstNames, n)} ${pick(lastNames, Math.floor(n / 12))}`,
    cooperative.fullName,
    cooperative.registrationNumber,
    `08${String(10_000_000 + n)}`,
    pick(['อาหารและเครื่องดื่ม', 'งานฝีมือและของที่ระลึก', 'อื่น ๆ'], n),
    `${pick(goods, n)} ${n}`,
    'ยินยอม',
  ];
  if (n % 31 === 7) cells[7] = 'ไม่ยินยอม';
  if (n % 37 === 8) [cells[2], cells[3]] = ['สหกรณ์ออมทรัพย์ที่ไม่มีอยู่จริง จำกัด', '999999'];
  if (n % 41 === 9) cells[4] = '12';
  if (n % 43 === 10) cells[1] = '';
  if (n % 47 === 11) cells[3] = pick(Object.values(cooperatives), n + 1).registrationNumber;
  return cells;
}

/**
 * A Google-Form export of so many answers, as good and as bad as they come: some are there twice, some people answer
 * again with other goods, some leave out consent or name an unknown cooperative.
 */
export function formFile(rows: number): Buffer {
  const answers = Array.from({ length: rows }, (_, n) => {
    if (n % 23 === 22) return answer(n - 11);
    if (n % 29 === 28) {
      const again = answer(n - 14);
      again[6] = `เพิ่ม: ${pick(goods, n)}`;
      return again;
    }
    return answer(n);
  });
  return Buffer.from([header, ...answers].map((cells) => cells.map(quoted).join(',')).join('\r\n'));
}
