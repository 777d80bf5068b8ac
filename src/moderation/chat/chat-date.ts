/**
 * The lines that say on which day the following messages were posted: "2026.11.22 วันอาทิตย์", "อา. 22/11/2569",
 * "Sun, 11/22/2026", "22 พฤศจิกายน 2569". The day of the week tells day and month apart where a line can be read in two ways.
 */
export interface ChatDay {
  year: number;
  month: number;
  day: number;
}

/** `unclear` for a line that is a date, but which day nobody can say. */
export type DateLine = ChatDay | 'unclear' | undefined;

const weekdays = [
  ['sunday', 'sun', 'วันอาทิตย์', 'อาทิตย์', 'อา'],
  ['monday', 'mon', 'วันจันทร์', 'จันทร์', 'จ'],
  ['tuesday', 'tue', 'tues', 'วันอังคาร', 'อังคาร', 'อ'],
  ['wednesday', 'wed', 'วันพุธ', 'พุธ', 'พ'],
  ['thursday', 'thu', 'thur', 'thurs', 'วันพฤหัสบดี', 'วันพฤหัส', 'พฤหัสบดี', 'พฤหัส', 'พฤ'],
  ['friday', 'fri', 'วันศุกร์', 'ศุกร์', 'ศ'],
  ['saturday', 'sat', 'วันเสาร์', 'เสาร์', 'ส'],
];
const weekdayOf = new Map(weekdays.flatMap((names, day) => names.map((name) => [name, day] as const)));

const months = [
  ['มกราคม', 'ม.ค.', 'january', 'jan'],
  ['กุมภาพันธ์', 'ก.พ.', 'february', 'feb'],
  ['มีนาคม', 'มี.ค.', 'march', 'mar'],
  ['เมษายน', 'เม.ย.', 'april', 'apr'],
  ['พฤษภาคม', 'พ.ค.', 'may', 'may'],
  ['มิถุนายน', 'มิ.ย.', 'june', 'jun'],
  ['กรกฎาคม', 'ก.ค.', 'july', 'jul'],
  ['สิงหาคม', 'ส.ค.', 'august', 'aug'],
  ['กันยายน', 'ก.ย.', 'september', 'sep'],
  ['ตุลาคม', 'ต.ค.', 'october', 'oct'],
  ['พฤศจิกายน', 'พ.ย.', 'november', 'nov'],
  ['ธันวาคม', 'ธ.ค.', 'december', 'dec'],
];
const monthOf = new Map(months.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

/** No date line is longer. */
const longest = 60;
const thai = /[\u0e00-\u0e7f]/;

/** Undefined for a line that is no date at all. */
export function readDateLine(line: string): DateLine {
  if (line.length > longest || !/\d{4}/.test(line)) return undefined;
  const parts = line
    .toLowerCase()
    .split(/[\s,()]+/)
    .filter((part) => part !== '' && part !== 'ที่');
  const numbers: string[] = [];
  const words: string[] = [];
  for (const part of parts) (/^\d/.test(part) ? numbers : words).push(part);
  const [weekday, month, stranger] = sorted(words);
  if (stranger) return undefined;
  const candidates = candidatesOf(numbers, month, thai.test(line));
  if (candidates === undefined) return undefined;
  const real = candidates.filter(isReal);
  const fitting = weekday === undefined ? real : real.filter((day) => weekdayOfDay(day) === weekday);
  if (real.length === 0 || fitting.length === 0) return 'unclear';
  return fitting[0]!;
}

/** The weekday and the month among the words, and whether there is any other. */
function sorted(words: readonly string[]): [number | undefined, number | undefined, boolean] {
  let weekday: number | undefined;
  let month: number | undefined;
  for (const word of words) {
    const bare = word.replace(/(?:\.|ที่)$/, '');
    if (monthOf.has(word)) month = monthOf.get(word);
    else if (monthOf.has(bare)) month = monthOf.get(bare);
    else if (weekdayOf.has(bare)) weekday = weekdayOf.get(bare);
    else if (bare !== 'พ.ศ' && bare !== 'ค.ศ') return [weekday, month, true];
  }
  return [weekday, month, false];
}

/** Every way to read the numbers, the likelier first. */
function candidatesOf(
  numbers: readonly string[],
  month: number | undefined,
  isThai: boolean,
): ChatDay[] | undefined {
  if (month !== undefined) {
    const [a = '', b = '', more] = numbers.map((number) => number.replace(/(?:st|nd|rd|th)$/, ''));
    if (more !== undefined || !/^\d{1,2}$/.test(a) || !/^\d{4}$/.test(b)) return undefined;
    return [dayOf(b, month, a)];
  }
  if (numbers.length !== 1) return undefined;
  const [, a, b, c] = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(numbers[0]!) ?? [];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (a.length === 4 && c.length <= 2) return [dayOf(a, Number(b), c)];
  if (c.length !== 4 || a.length > 2) return undefined;
  const [dayFirst, monthFirst] = [dayOf(c, Number(b), a), dayOf(c, Number(a), b)];
  return isThai ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
}

/** Buddhist years are those 543 years ahead. */
function dayOf(year: string, month: number, day: string): ChatDay {
  const given = Number(year);
  return { year: given >= 2400 ? given - 543 : given, month, day: Number(day) };
}

const utc = ({ year, month, day }: ChatDay): Date => new Date(Date.UTC(year, month - 1, day));
const weekdayOfDay = (day: ChatDay): number => utc(day).getUTCDay();

/** LINE began in 2011. */
function isReal(day: ChatDay): boolean {
  const date = utc(day);
  const same = date.getUTCMonth() + 1 === day.month && date.getUTCDate() === day.day;
  return same && day.year >= 2011 && day.year < 2400;
}

const bangkokHours = 7;

/** A time of that day in Bangkok, as RFC 3339 in UTC. */
export function instantOf({ year, month, day }: ChatDay, hour: number, minute: number): string {
  return new Date(Date.UTC(year, month - 1, day, hour - bangkokHours, minute)).toISOString();
}
