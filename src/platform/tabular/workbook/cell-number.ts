import { DIGIT, type NumberFormat } from './number-format.js';

const DAY_SECONDS = 86_400;
const plainInteger = /^-?\d{1,15}$/;
const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/**
 * A number as a person sees it in the sheet: `8.12345678E8` is 812345678, 44412.7739 in a column of dates is
 * `2021-08-04 18:34:26`, 450 in a column of `000000` is 000450. Text that is no number stays.
 */
export function showNumber(stored: string, format: NumberFormat, since1904: boolean): string {
  const number = stored.trim() === '' ? NaN : Number(stored);
  if (!Number.isFinite(number)) return stored;
  if (format.kind === 'date' && number >= 0)
    return showDate(number, since1904) ?? showGeneral(stored, number);
  if (format.kind === 'digits' && Number.isInteger(number) && number >= 0) return showDigits(number, format);
  return showGeneral(stored, number);
}

/** Never in the form 8.1E+8, and with the fifteen digits a spreadsheet keeps. */
function showGeneral(stored: string, number: number): string {
  if (plainInteger.test(stored)) return stored;
  const rounded = Number(number.toPrecision(15));
  const found = exponent.exec(String(rounded));
  if (!found) return String(rounded);
  const [, sign = '', first = '', rest = '', power = '0'] = found;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (Math.abs(point) > 40) return String(rounded);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** From the last place to the first; digits beyond the pattern go in front. */
function showDigits(number: number, { pattern, fewest }: NumberFormat & { kind: 'digits' }): string {
  const digits = [...showGeneral('', number).padStart(fewest, '0')];
  let [shown, places] = ['', pattern.filter((piece) => piece === DIGIT).length];
  for (const piece of pattern.toReversed()) {
    if (piece !== DIGIT) shown = String(piece) + shown;
    else if (--places === 0) shown = digits.splice(0).join('') + shown;
    else shown = (digits.pop() ?? '') + shown;
  }
  return shown;
}

/**
 * Days since 1900 (as if 1900 had a 29 February, which was never mended) or since 1904. Parts of a second, which a
 * form keeps and does not show, are left out, so that the same answer from a CSV file is the same moment.
 */
function showDate(serial: number, since1904: boolean): string | undefined {
  // No calendar and no clock reaches beyond; a cell may hold 1E308.
  if (serial >= LAST_DAY + 1) return undefined;
  const milliseconds = Math.round(serial * DAY_SECONDS * 1000);
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / DAY_SECONDS);
  const time = new Date((seconds % DAY_SECONDS) * 1000).toISOString().slice(11, 19);
  if (days === 0 && !since1904) return time;
  const day = calendarDay(days, since1904);
  if (day === undefined) return undefined;
  return seconds % DAY_SECONDS === 0 ? day : `${day} ${time}`;
}

const LEAP_DAY_THAT_NEVER_WAS = 60;
const LAST_DAY = 2_958_465;

function calendarDay(days: number, since1904: boolean): string | undefined {
  if (days > LAST_DAY) return undefined;
  if (!since1904 && days === LEAP_DAY_THAT_NEVER_WAS) return '1900-02-29';
  const epoch = since1904
    ? Date.UTC(1904, 0, 1)
    : Date.UTC(1899, 11, days > LEAP_DAY_THAT_NEVER_WAS ? 30 : 31);
  return new Date(epoch + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
