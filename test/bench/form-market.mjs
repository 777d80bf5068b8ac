/** An invented export of the registration form for the benches: as many answers as wanted, as good and bad as they come. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { cooperatives, first, goods, last, middle, surnames } from './market.mjs';

const header = [
  'ประทับเวลา',
  'ชื่อ-นามสกุล (พร้อมคำนำหน้า)',
  'ชื่อสหกรณ์ที่ท่านเป็นสมาชิก',
  'เลขทะเบียนสหกรณ์สมาชิก (6 หลัก)',
  'เบอร์โทรศัพท์มือถือ',
  'อีเมล',
  'เลขสมาชิก',
  'ประเภทสินค้า/บริการ',
  'รายละเอียดสินค้า/บริการที่ต้องการขาย >>',
  'ข้าพเจ้ายินยอมให้ ชสอ. เก็บและใช้ข้อมูลนี้',
];
const titles = ['นาย', 'นางสาว', 'นาง', 'น.ส.', ''];
const categories = ['อาหารและเครื่องดื่ม', 'งานฝีมือและของที่ระลึก', 'เสื้อผ้าและเครื่องแต่งกาย', 'บริการ', 'อื่น ๆ'];

/** A number that looks random and is always the same for `n`. */
function scatter(n, salt) {
  let x = Math.imul(n ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
const pick = (list, n) => list[n % list.length];
/** The front of the list comes up more often than its end, as with names. */
const favour = (list, n) => list[Math.floor(list.length * ((n >>> 8) / 2 ** 24) ** 2)];
const two = (n) => String(n).padStart(2, '0');

const firstNames = first.flatMap((a) => middle.map((b) => a + b));
const lastNames = middle.flatMap((a) => last.flatMap((b) => surnames.map((c) => a + b + c)));

/** Answer `n` of a person nobody answered for before. */
function fresh(n) {
  const cooperative = pick(cooperatives, scatter(n, 1));
  const at = new Date(Date.UTC(2026, 0, 1) + n * 20_000);
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return [
    `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()}, ${clock}`,
    `${pick(titles, scatter(n, 2))}${favour(firstNames, scatter(n, 3))} ${favour(lastNames, scatter(n, 4))}`,
    cooperative.fullName,
    cooperative.registrationNumber,
    `0${pick(['6', '8', '9'], n)}${String(10_000_000 + n)}`,
    n % 3 === 0 ? `seller${n}@example.org` : '',
    n % 4 === 0 ? String(scatter(n, 5) % 1_000_000) : '',
    pick(categories, scatter(n, 6)),
    `${pick(goods, n)} ขนาด ${(n % 9) + 1}`,
    'ยินยอม',
  ];
}

/** What clerks know well, each with its share in a thousand: edits, repeats, slips, doubts, refusals. */
const oddities = [
  [20, (cells) => cells], // the very same answer again
  [25, (cells, n) => change(cells, { 8: `เพิ่ม: ${pick(goods, n + 3)}` })], // again, with other goods
  [10, (cells, n) => change(cells, { 4: `07${String(10_000_000 + n)}` })], // again, with another telephone
];
const slips = [
  [30, (cells) => change(cells, { 2: cells[2].replace('ออมทรัพย์', 'ออมทรพย์') })],
  [30, (cells) => change(cells, { 2: cells[2].replace('สหกรณ์ออมทรัพย์', 'สอ. ').replace(' จำกัด', '') })],
  [10, (cells) => change(cells, { 2: 'สหกรณ์ออมทรัพย์ที่ไม่มีในรายชื่อ จำกัด', 3: '999999' })],
  [8, (cells, n) => change(cells, { 3: pick(cooperatives, scatter(n, 7)).registrationNumber })],
  [10, (cells) => change(cells, { 9: 'ไม่ยินยอม' })],
  [10, (cells) => change(cells, { 4: '12345' })],
  [5, (cells) => change(cells, { 1: '' })],
  [10, (cells) => change(cells, { 1: cells[1].split(' ')[0] })],
];
const change = (cells, changes) => Object.assign([...cells], changes);

function chosen(kinds, n, salt) {
  let at = scatter(n, salt) % 1_000;
  for (const [share, make] of kinds) if ((at -= share) < 0) return make;
  return undefined;
}

/** The n-th answer. Those who answer again mostly do so soon, some much later. */
export function formAnswer(n) {
  const again = n > 50 ? chosen(oddities, n, 8) : undefined;
  if (again) {
    const back = scatter(n, 9) % 4 === 0 ? scatter(n, 10) % n : scatter(n, 10) % 50;
    const cells = fresh(Math.max(0, n - 1 - back));
    return again(change(cells, { 0: fresh(n)[0] }), n);
  }
  const slip = chosen(slips, n, 11);
  return slip ? slip(fresh(n), n) : fresh(n);
}

const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells) => `${cells.map(quoted).join(',')}\r\n`;

/** Writes a file of so many answers. */
export async function writeFormFile(path, rows) {
  const file = createWriteStream(path);
  file.write(line(header));
  for (let n = 0; n < rows;) {
    let text = '';
    for (const end = Math.min(rows, n + 2_000); n < end; n++) text += line(formAnswer(n));
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
