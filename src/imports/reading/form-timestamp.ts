/**
 * The form writes the time of an answer as Bangkok's clock shows it, day first: `4/8/2021, 18:34:26` is the
 * fourth of August, and so is `4/8/2564, 18:34`.
 */
import { toAsciiDigits } from '../../thai/digits.js';
import { normalize } from '../../thai/normalize.js';
import type { Finding, Reading } from './cell-issue.js';

const MONTHS = [
  'มกราคม ม.ค. jan',
  'กุมภาพันธ์ ก.พ. feb',
  'มีนาคม มี.ค. mar',
  'เมษายน เม.ย. apr',
  'พฤษภาคม พ.ค. may',
  'มิถุนายน มิ.ย. jun',
  'กรกฎาคม ก.ค. jul',
  'สิงหาคม ส.ค. aug',
  'กันยายน ก.ย. sep',
  'ตุลาคม ต.ค. oct',
  'พฤศจิกายน พ.ย. nov',
  'ธันวาคม ธ.ค. dec',
].map((names) => names.split(' '));

const BANGKOK_MINUTES = 7 * 60;
/** Years of the Buddhist era are 543 ahead. */
const BUDDHIST_FROM = 2400;
const BUDDHIST_OFFSET = 543;
const DAY_MS = 86_400_000;

interface Moment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Minutes east of Greenwich. */
  offset: number;
}

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(.+))?$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ ,T]+(.+))?$/;
const inWords =
  /^(\d{1,2}) *([a-z\u0e01-\u0e4e.]{2,12})[ ,]*(?:พ\.ศ\.|ค\.ศ\.)? *(\d{4})(?:[ ,]+(?:เวลา *)?(.+))?$/;
const clock =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.(\d{1,9}))?)? *(am|pm|ก่อนเที่ยง|หลังเที่ยง|น\.?)? *(z|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?)?$/;

/** RFC 3339 in UTC with milliseconds; a time that cannot be read is a warning, and the row does without. */
export function readTimestamp(cell: string): Reading<string> {
  const text = toAsciiDigits(normalize(cell)).trim().toLowerCase();
  if (text === '') return {};
  const serial = /^\d{5}(?:\.\d{1,12})?$/.test(text) ? fromSerial(Number(text)) : undefined;
  const moment = serial ?? dated(text);
  if (!moment) return { finding: unreadable };
  const iso = toUtc(moment);
  if (iso) return { value: iso };
  const swapped = toUtc({ ...moment, day: moment.month, month: moment.day });
  return { finding: impossible(swapped && `${moment.month}/${moment.day}/${moment.year}`) };
}

function dated(text: string): Moment | undefined {
  const numbers = dayFirst.exec(text);
  if (numbers) return timed(numbers[3]!, numbers[2]!, numbers[1]!, numbers[4]);
  const iso = yearFirst.exec(text.replace(/^(\d{4}-\d\d-\d\d)t/, '$1 '));
  if (iso) return timed(iso[1]!, iso[2]!, iso[3]!, iso[4]);
  const words = inWords.exec(text);
  const month = words ? MONTHS.findIndex((names) => names.some((name) => isMonth(words[2]!, name))) + 1 : 0;
  return words && month > 0 ? timed(words[3]!, String(month), words[1]!, words[4]) : undefined;
}

const isMonth = (typed: string, name: string): boolean =>
  /^[a-z]/.test(name) ? typed.startsWith(name) : typed.replaceAll('.', '') === name.replaceAll('.', '');

function timed(year: string, month: string, day: string, time = '0:00'): Moment | undefined {
  const found = clock.exec(time.trim());
  if (!found) return undefined;
  const [, hours, minute, second = '0', fraction = '0', half, zone] = found;
  const calendarYear = Number(year);
  const afternoon = half === 'pm' || half === 'หลังเที่ยง';
  const twelveHours = afternoon || half === 'am' || half === 'ก่อนเที่ยง';
  const hour = twelveHours ? (Number(hours) % 12) + (afternoon ? 12 : 0) : Number(hours);
  return {
    year: calendarYear >= BUDDHIST_FROM ? calendarYear - BUDDHIST_OFFSET : calendarYear,
    month: Number(month),
    day: Number(day),
    hour: twelveHours && Number(hours) > 12 ? 99 : hour,
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
    offset: offsetOf(zone),
  };
}

function offsetOf(zone: string | undefined): number {
  if (!zone) return BANGKOK_MINUTES;
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A spreadsheet counts days from 30 December 1899. */
function fromSerial(days: number): Moment | undefined {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((days * DAY_MS) / 1000) * 1000);
  return timed(
    String(date.getUTCFullYear()),
    String(date.getUTCMonth() + 1),
    String(date.getUTCDate()),
    date.toISOString().slice(11, 19),
  );
}

function toUtc({ year, month, day, hour, minute, second, millisecond, offset }: Moment): string | undefined {
  const inRange = year >= 2000 && year <= 2100 && hour <= 23 && minute <= 59 && second <= 59;
  if (!inRange || Math.abs(offset) > 14 * 60) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, millisecond)).toISOString();
}

const expected = '4/8/2564, 18:34:26';
const unreadable: Finding = {
  code: 'TIMESTAMP_UNREADABLE',
  severity: 'warning',
  message: {
    th: 'อ่านวันเวลาไม่ได้ จึงไม่ได้ใช้ กรุณาเขียนเป็น วัน/เดือน/ปี, ชั่วโมง:นาที:วินาที',
    en: 'The time cannot be read and is not used; write day/month/year, hours:minutes:seconds.',
  },
  expected,
};
const impossible = (suggestion: string | undefined): Finding => ({
  code: 'TIMESTAMP_IMPOSSIBLE',
  severity: 'warning',
  message: {
    th: 'ไม่มีวันเวลานี้ในปฏิทิน จึงไม่ได้ใช้ กรุณาตรวจสอบลำดับวัน/เดือน/ปี',
    en: 'There is no such day or time, so it is not used; check the order day/month/year.',
  },
  expected,
  ...(suggestion && { suggestion }),
});
