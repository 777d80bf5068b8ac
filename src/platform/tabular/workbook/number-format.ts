/** How a cell's number is shown, as far as it changes what is meant. */
export type NumberFormat =
  | { kind: 'general' }
  | { kind: 'date' }
  /** Digits and fixed characters only: `000000` shows 450 as 000450. */
  | { kind: 'digits'; pattern: readonly (typeof DIGIT | string)[]; fewest: number };

export const DIGIT = Symbol('digit');
export const general: NumberFormat = { kind: 'general' };
const date: NumberFormat = { kind: 'date' };

/** Formats that a workbook names by number only; the Thai ones are 71 to 81. */
const builtInDates: [from: number, to: number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];

export const builtInFormat = (id: number): NumberFormat =>
  builtInDates.some(([from, to]) => id >= from && id <= to) ? date : general;

/** Letters of years, months, days, hours and seconds, in English and as Thai Excel writes them. */
const dateLetters = /[ymdhsb]/i;
const thaiDateLetters = /^[^0#?]*[วดปชนท][^0#?]*$/;
const elapsed = /^\[(?:h+|m+|s+|ช+|น+|ท+)\]$/i;
/** Quoted text, an escaped character, room as wide as a character, a filler, something in brackets, one character. */
const pieces = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|[^]/gu;

/** Reads a format code such as `d/m/bbbb, h:mm:ss` or `000000`. */
export function readFormat(code: string): NumberFormat {
  const [positive = []] = sectionsOf(code);
  const plain = positive.filter((piece) => piece.length === 1).join('');
  if (/general|ทั่วไป/i.test(plain) || plain === '@') return general;
  if (dateLetters.test(plain) || thaiDateLetters.test(plain) || positive.some((piece) => elapsed.test(piece)))
    return date;
  return digitsOf(positive);
}

function sectionsOf(code: string): string[][] {
  const sections: string[][] = [[]];
  for (const piece of code.match(pieces) ?? []) {
    if (piece === ';') sections.push([]);
    else sections.at(-1)!.push(piece);
  }
  return sections;
}

function digitsOf(section: readonly string[]): NumberFormat {
  const pattern: (typeof DIGIT | string)[] = [];
  let fewest = 0;
  for (const piece of section) {
    // A condition chooses between sections, which nothing but the number decides; then the number stays bare.
    if (/^\[[<>=]/.test(piece)) return general;
    // After a 0 every place is filled.
    if (piece === '0' || (fewest > 0 && /^[#?]$/.test(piece))) fewest++;
    if (/^[0#?]$/.test(piece)) pattern.push(DIGIT);
    else if (/^[-+() :]$/.test(piece)) pattern.push(piece);
    else if (piece.startsWith('"')) pattern.push(piece.replaceAll('"', ''));
    else if (piece.startsWith('\\')) pattern.push(piece.slice(1));
    else if (!/^[[_*]/.test(piece)) return general;
  }
  const shows = fewest > 1 || pattern.some((piece) => piece !== DIGIT);
  return shows && pattern.includes(DIGIT) ? { kind: 'digits', pattern, fewest } : general;
}
