/**
 * Names that must not be taken as they read: นาวสาวมณี is a slip for นางสาว, ใจดี สมชาย (นาย) stands the wrong way round,
 * ทดสอบ ระบบ is nobody. Each is marked for a person, with what was probably meant in front.
 */
import { longEnough } from './title-step.js';
import { TITLE_WORDS } from './titles.js';

export interface SecondThoughts {
  /** Other ways to write the name, likelier than the one typed. */
  meant: string[];
  /** Somebody has to look, even if there is only one way to read it. */
  suspect: boolean;
  /** What was typed is no way to read it. */
  instead?: boolean;
}

const NONE: SecondThoughts = { meant: [], suspect: false };

/** Slips of the fingers in a title, as they begin a name, and the title that was meant. */
const SLIPS: [RegExp, string][] = [
  [/^(?:นาวสาว|นางสาา+ว|นางง+สาว|นางส่าว|นางสวา|น่างสาว|นางาสาว|นางสาวว+(?= )) ?/u, 'นางสาว '],
  [/^(?:นาาย|น่าย|นย\.|นายย+(?= )) ?/u, 'นาย '],
  [/^(?:นาาง|นางง+(?= )) ?/u, 'นาง '],
  [/^(?:วาที่|ว่าที|วาที|ว่าทื่) ?(?=[รพนด] ?\.|ร้อย|เรือ|พัน)/u, 'ว่าที่ '],
  [/^(?:ด็กชาย|เด็กชา่ย) ?/u, 'เด็กชาย '],
  [/^(?:ด็กหญิง|เด็กหญฺิง) ?/u, 'เด็กหญิง '],
];
/** An office written with an abbreviation behind it: นายก อบต., ปลัด อบจ. */
const OFFICE =
  /^((?:รอง)?(?:นายก|ปลัด) ?(?:อ ?\.? ?บ ?\.? ?[ตจ](?: ?\.)?|เทศบาล|เทศมนตรี(?:ตำบล|เมือง|นคร)?))[ .]*(?=[เ-ไก-ฮ])/u;
const TRAILING_TITLE = /^(\S+ .+?) \(?(นาย|นางสาว|นาง|น\.ส\.|คุณ|ดร\.?)\)?$/u;
const SPACED_LETTERS =
  /^((?:นาย|นางสาว|นาง|น\.ส\.|คุณ) )?([เ-ไ]?[ก-ฮ]\p{M}*[ะาำ]?(?: [เ-ไ]?[ก-ฮ]?\p{M}*[ะาำ]?){2,})$/u;
const NA_BEHIND = /^(\S+?)ณ (?=(?:อยุธยา|นคร|เชียงใหม่|ลำปาง|ลำพูน|ระนอง|สงขลา|ถลาง|พัทลุง|น่าน|ร้อยเอ็ด|หนองคาย)$)/u;
const PLACE_BEHIND = /^(\S+ \S.*?)(?: (?:จ|อ|ต|ม) ?\. ?[^\s.]{2,}| (?:จังหวัด|อำเภอ|ตำบล|บ้านเลขที่) ?\S+)+$/u;
const GENERATION = /,? (?:Jr\.?|Sr\.?|I{2,3})$/u;
const PLACEHOLDER =
  /^(?:ทดสอบ.*|ตัวอย่าง|ผู้ขาย|ผู้ซื้อ|ลูกค้า|ชื่อ|นามสกุล|ชื่อจริง|ระบบ|แอดมิน|test(?:er|ing|ed)?[0-9]*|demo|sample|admin|seller|user|name|asdf\w*|qwer\w*)$/iu;
const ONE_LETTER_REPEATED = /^(\p{L})\1{2,}$/u;
/** What any of these could touch; nearly every name has none of it. */
const WORTH_A_LOOK =
  /^(?:นา|น่|นย|วา|ว่า|ด็ก|รอง|ปลัด|นายก|แซ่|\S{1,4}(?: |$)\S{0,4} )|[()]|ณ |[A-Za-z]|ทดสอบ|ตัวอย่าง|ผู้|ชื่อ|ระบบ|แอด|นาม|ลูกค้า|(\p{L})\1\1| (?:นาย|นาง|น\.ส|คุณ|ดร|จ|อ|ต|ม|บ้าน)/u;

/** What a careful clerk would ask about a cleaned name; `typed` is the same with its brackets. */
export function secondThoughts(text: string, typed: string): SecondThoughts {
  if (!WORTH_A_LOOK.test(typed)) return NONE;
  const trailing = TRAILING_TITLE.exec(typed);
  if (trailing) return turned(trailing[1]!, trailing[2]!);
  const slip = SLIPS.find(([pattern]) => pattern.test(text) && longEnough(text.replace(pattern, '')));
  if (slip) return { meant: [text.replace(slip[0], slip[1])], suspect: true };
  const spaced = SPACED_LETTERS.exec(text);
  if (spaced) return { meant: [(spaced[1] ?? '') + spaced[2]!.replaceAll(' ', '')], suspect: true };
  const place = PLACE_BEHIND.exec(text);
  if (place) return { meant: [place[1]!], suspect: true };
  if (NA_BEHIND.test(text)) return { meant: [text.replace(NA_BEHIND, '$1 ณ ')], suspect: true };
  return { ...NONE, suspect: GENERATION.test(typed) };
}

/** A title that is an office with an abbreviation, such as นายก อบต., in front of a name. */
export function officeBefore(text: string): { title: string; rest: string } | undefined {
  const office = OFFICE.exec(text);
  return office ? { title: office[1]!.trim(), rest: text.slice(office[0].length) } : undefined;
}

/** Parts that are nobody's: ทดสอบ ระบบ, xxx xxx, แซ่ลิ้ม without a first name, พลเอก or M. for one. */
export function isNobodysName(title: string, firstName: string, lastName: string): boolean {
  const filler = (part: string) => PLACEHOLDER.test(part) || ONE_LETTER_REPEATED.test(part);
  if (filler(firstName) || filler(lastName)) return true;
  if (firstName.startsWith('แซ่') || firstName.includes('.')) return true;
  return title === '' && TITLE_WORDS.has(firstName);
}

/** The title came last, so the names may stand in either order. */
function turned(front: string, title: string): SecondThoughts {
  const words = front.split(' ');
  const other = words.length === 2 ? [`${title} ${words[1]} ${words[0]}`] : [];
  return { meant: [`${title} ${front}`, ...other], suspect: true, instead: true };
}
