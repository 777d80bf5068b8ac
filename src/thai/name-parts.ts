/**
 * Parts a name without title: สมชาย เสนีวงศ์ ณ อยุธยา has one first name and a surname of three words.
 */
export interface NameParts {
  firstName: string;
  middleName?: string;
  lastName: string;
}

const NA = 'ณ';
/** Places that surnames granted by the kings name, often glued: ณอยุธยา. */
const NA_GLUED =
  /^ณ\.?(?=อยุธยา|นคร|เชียงใหม่|ลำปาง|ลำพูน|ระนอง|สงขลา|ถลาง|พัทลุง|น่าน|ตะกั่วทุ่ง|มหาไชย|ป้อมเพ็?ชร|บางช้าง|อุบล|ราชสีมา|ร้อยเอ็ด|กาฬสินธุ์|สุโขทัย|หนองคาย)/u;
const SURNAME_BEGINS = /^(?:แซ่|ณ)$/u;
const LATIN_PARTICLES = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|bin|binti|al|el|ter|zu)$/u;
const SILENT_EDGES = /^[\s.,:'’/-]+|[\s,:'’/-]+$/gu;
const END_STOP = /(?<=[\u0e00-\u0e7f])\.+$/u;
/** One, two or three words of letters alone: no dots, dividers or digits to look at. */
const PLAIN_WORDS = /^[\u0e01-\u0e4ea-z]+(?: [\u0e01-\u0e4ea-z]+){0,2}$/i;
const ABBREVIATED = /^[\u0e01-\u0e2e]{1,4}\./u;
const THAI = /[\u0e01-\u0e4e]/;
const LETTER = /\p{L}/u;
const THAI_STOP = /(?<=[\u0e01-\u0e4e])[./](?=[\u0e01-\u0e4e])/gu;

/** The sensible ways to part a name, the likeliest first; one for nearly all names. */
export function splitName(text: string): NameParts[] {
  if (PLAIN_WORDS.test(text)) return [partWords(text.split(' '))];
  const divided = ABBREVIATED.test(text) ? text : text.replace(THAI_STOP, ' ');
  const words = inOneScript(wordsOf(divided));
  const ways = [partWords(words)];
  if (divided !== text && !/(?:^| )ณ\./u.test(text)) ways.push(partWords(wordsOf(text)));
  if (words.length > 3 && !ways[0]?.lastName.includes(' ')) {
    ways.push({ firstName: words[0] ?? '', lastName: words.slice(1).join(' ') });
  }
  return ways;
}

function wordsOf(text: string): string[] {
  return text
    .split(' ')
    .map((word) => word.replace(SILENT_EDGES, '').replace(END_STOP, ''))
    .filter((word) => LETTER.test(word));
}

/** สมชาย ใจดี Somchai Jaidee is one name in two scripts; สมชาย Smith is not. */
function inOneScript(words: string[]): string[] {
  const thai = words.filter((word) => THAI.test(word));
  const isTwice = thai.length > 1 && thai.length < words.length && THAI.test(words[0] ?? '');
  return isTwice && !THAI.test(words.at(-1) ?? '') ? thai : words;
}

function partWords(words: string[]): NameParts {
  const [firstName = '', ...others] = words;
  const begin = surnameBegin(words);
  const middleName = words.slice(1, begin).join(' ');
  const lastName = others.length === 0 ? '' : words.slice(begin).join(' ');
  return middleName === '' ? { firstName, lastName } : { firstName, middleName, lastName };
}

/** Index of the surname's first word: the last word, or further left for ณ, แซ่ and van der. */
function surnameBegin(words: string[]): number {
  const na = words.findIndex((word, i) => i > 0 && (word === NA || NA_GLUED.test(word)));
  if (na === 1) return 1;
  if (na > 1) return na - 1;
  const last = words.length - 1;
  if (last > 1 && SURNAME_BEGINS.test(words[last - 1] ?? '')) return last - 1;
  const particle = words.findIndex((word, i) => i > 0 && i < last && LATIN_PARTICLES.test(word));
  return particle > 0 ? particle : Math.max(last, 1);
}
