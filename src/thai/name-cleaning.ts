/**
 * What is written around a name but is not the name: สมชาย (ชาย) ใจดี ร.น. is สมชาย ใจดี.
 */
import { normalize } from './normalize.js';

const SYMBOLS =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\ufe0e\ufe0f\u20e3]|\p{So}/gu;
const DECORATION = /[_*#~^=+|<>{}[\]\\;!?@%&…•·]+/g;
/** Two or three words of Thai letters, perhaps with dots: most names, and nothing to take away before the end. */
const NOTHING_AROUND =
  /^[\u0e01-\u0e4e.]+(?: (?!ชื่อ|นามสกุล|สกุล |หรือ |ไม่|ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ|นะ)[\u0e01-\u0e4e.]+){0,2}$/;
const WHITE_SPACE = /\s+/g;
const LABEL = /^(?:ชื่อ ?(?:-|และ|\/) ?(?:นาม)?สกุล|ชื่อ(?:จริง|เต็ม)|ชื่อ(?=[ :])|name ?:) ?:? ?/iu;
const SURNAME_LABEL = / (?:นามสกุล ?:? ?|สกุล ?: ?|สกุล )(?=\S)/u;
const CALLED = / (?:ชื่อเล่น|หรือ|เรียกว่า|ฉายา|aka|a\.k\.a\.) ?:? .*$/iu;
const POLITE = / (?:ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ|นะคะ|นะครับ)$/u;
const NO_SURNAME = / (?:ไม่มี(?:นาม)?(?:สกุล)?|ไม่ระบุ)$/u;
const LIST_NUMBER = /^[0-9๐-๙]{1,4} ?[.)]? ?(?=\p{L})/u;
/** น,ส. was meant as น.ส.: comma and full stop are neighbours on the keyboard. */
const COMMA_FOR_DOT = /(?<=^|[ .])([\u0e01-\u0e2e]),(?=[\u0e01-\u0e2e]{1,2}[.,])/gu;
const TELEPHONE = /(?:โทร|tel)? ?\.? ?:? ?(?<![0-9])[+0๐][0-9๐-๙][0-9๐-๙ -]{6,}[0-9๐-๙]/giu;

const QUOTED_ALL = /^["“”„«»'‘’](.*)["“”„«»'‘’]$/u;
const QUOTED = /["“”„«»][^"“”„«»]*["“”„«»]|(?<=^| )['‘’][^'‘’]*['‘’](?= |$)/gu;
const STRAY_QUOTES = /["“”„«»]|(?<=^| )['‘’]|['‘’](?= |$)/gu;
const LEADING_BRACKET = /^\(([^()]*)\) ?/u;
const BRACKETS = /\(([^()]*)(?:\)|$)/gu;
const TITLE_ADDITION = /^(?:หญิง|พิเศษ|เกียรติคุณ|กิตติคุณ|คลินิก|สบ ?\.? ?[0-9])$/u;
const NAVY = /(?<=[\u0e01-\u0e4e]) ?\(?ร ?\. ?น ?\.?\)?$|(?<=\S \S+) รน\.?$/u;
const LETTERS_AFTER = /(?<=\S \S+) (?:[\u0e01-\u0e2e]{1,4}\.[ ,]?)+[\u0e01-\u0e2e]{0,2}$/u;
/** Services behind an officer's surname: Wong RTN. */
const SERVICES = /,? (?:W?RT(?:N|A|AF|P|MC)|Ret\.?)$/u;
const DEGREES = /,? (?:Ph\.? ?D\.?|M\.?D\.?|MBA|Jr\.?|Sr\.?|I{2,3}|Esq\.?)$/u;

/** The normalised name without symbols, nicknames in brackets, labels, telephone numbers and what follows it. */
export function cleanName(typed: string): string {
  const text = normalize(typed);
  return NOTHING_AROUND.test(text) ? withoutEnd(text) : cleanClosely(typed);
}

function cleanClosely(typed: string): string {
  const text = tidy(
    normalize(typed.replace(SYMBOLS, ' ')).replace(WHITE_SPACE, ' ').replace(DECORATION, ' '),
  );
  const begun = text.replace(LIST_NUMBER, '').replace(COMMA_FOR_DOT, '$1.');
  const named = begun
    .replace(LABEL, '')
    .replace(SURNAME_LABEL, ' ')
    .replace(CALLED, '')
    .replace(POLITE, '')
    .replace(NO_SURNAME, '');
  const plain = tidy(withoutAsides(withoutTelephone(tidy(named))));
  return withoutEnd(plain.replace(SERVICES, '').replace(DEGREES, ''));
}

function withoutEnd(text: string): string {
  if (!text.includes('.') && !text.endsWith('รน')) return text;
  return tidy(text.replace(NAVY, '').replace(LETTERS_AFTER, ''));
}

/** What stands in brackets in a name and is no part of a title: nickname, earlier name, sometimes the surname. */
export function bracketed(typed: string): string[] {
  return [...normalize(typed).matchAll(BRACKETS)].map((found) => (found[1] ?? '').trim()).filter(Boolean);
}

function withoutTelephone(text: string): string {
  const rest = text.replace(TELEPHONE, ' ');
  return /\p{L}/u.test(rest) ? rest : text;
}

function withoutAsides(text: string): string {
  return text
    .replace(QUOTED_ALL, '$1')
    .replace(LEADING_BRACKET, '$1 ')
    .replace(BRACKETS, (aside, content: string) => (TITLE_ADDITION.test(content.trim()) ? aside : ' '))
    .replace(QUOTED, ' ')
    .replace(STRAY_QUOTES, ' ');
}

function tidy(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim();
}
