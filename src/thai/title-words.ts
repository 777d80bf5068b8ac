/**
 * Whole-word titles, often glued to the name: นายสมชาย is นาย and สมชาย, but คุณากร is one name.
 */
import {
  ENDINGS_OF_KHUN,
  NAMES_LIKE_TITLES,
  NAMES_OR_TITLES,
  NAMES_WITH_SAO,
  NEVER_NAMES,
  TITLE_WORDS_AS_NAMES,
} from './known-names.js';
import { dottedOptions } from './title-abbreviations.js';
import {
  latinBegins,
  longEnough,
  NAME_BEGINS,
  nameCanBegin,
  skipBetween,
  wordAt,
  wordsFrom,
  type TitleOptions,
  type TitlePlace,
  type TitleStep,
} from './title-step.js';
import { TITLE_WORDS, titleWordsAt, type TitleKind } from './titles.js';

const DASH = /[-–]/;
/** Glued to a name they are stripped only by a person's word. */
const WARY_WORDS = new Set([
  'พระ',
  'เณร',
  'หะยี',
  'ฮัจยี',
  'ฮัจญี',
  'หัจยี',
  'มิส',
  'ท่าน',
  'ภราดา',
  'พ่อหลวง',
  'แม่หลวง',
]);

/** คุณหมอนชัย may be คุณหมอ and นชัย or คุณ and หมอนชัย. */
const CIVIL_BEGINNING = /^(?:คุณ|นาย)(?=.)/;

/** Options at a place where one or more title words begin; none if no title is meant. */
export function titleWordOptions(place: TitlePlace): TitleOptions {
  const { text, at } = place;
  const glued = wordAt(text, at);
  if (NAMES_LIKE_TITLES.has(glued)) return [];
  for (const word of titleWordsAt(text, at)) {
    const step = { end: at + word.length, kind: TITLE_WORDS.get(word) ?? 'unknown' };
    const apart = glued === word || DASH.test(text.charAt(step.end));
    const options = apart ? apartOptions(place, word, step) : gluedOptions(place, word, step);
    if (options.length > 0) return options;
  }
  return [];
}

/** The title stands by itself: นาย สมชาย, นาย.สมชาย, พลเอก ใจดี. */
function apartOptions({ text, before }: TitlePlace, word: string, step: TitleStep): TitleOptions {
  const next = skipBetween(text, step.end);
  const following = wordsFrom(text, next);
  const isName = TITLE_WORDS_AS_NAMES.has(word);
  if (following === 0) return isNameAlone(word, step.kind, before) ? [] : [step];
  if (text.charAt(step.end) === '.') return [step];
  if (before && isName) return following > 1 && !isCivil(before) ? [step] : [];
  if (word === 'นายดาบ' && following === 1) return [civilStep(step.end - 'ดาบ'.length), step];
  if (step.kind === 'occupation' && following === 1) return before ? [] : [step, NAME_BEGINS];
  return isName && following === 1 ? [NAME_BEGINS, step] : [step];
}

/** Nobody is called นาย or คุณ, whatever stands before it; พลเอก and, behind a title, กำนัน may be a name. */
function isNameAlone(word: string, kind: TitleKind, before: TitleKind | undefined): boolean {
  if (NEVER_NAMES.has(word)) return false;
  return TITLE_WORDS_AS_NAMES.has(word) || (before !== undefined && kind !== 'civil' && kind !== 'foreign');
}

/** The title is joined to what follows: นายสมชาย, นางนวล, หมอนชัย. */
function gluedOptions(place: TitlePlace, word: string, step: TitleStep): TitleOptions {
  const { text, before } = place;
  if (latinBegins(text, step.end) || dottedOptions({ text, at: step.end }).length > 0) return [step];
  if (!nameCanBegin(text, step.end)) return [];
  const rest = wordAt(text, step.end);
  const whole = wordAt(text, place.at);
  if (NAMES_OR_TITLES.has(whole)) return before ? [] : [NAME_BEGINS, step];
  const civilPart = CIVIL_BEGINNING.exec(word)?.[0];
  if (step.kind === 'nickname' && civilPart) {
    return before ? [] : [step, civilStep(place.at + civilPart.length)];
  }
  if (step.kind === 'occupation') return before ? [] : [step, NAME_BEGINS];
  const wary = step.kind === 'nickname' || WARY_WORDS.has(word);
  if (!longEnough(rest))
    return wary || (before && isCivil(before)) || rest.length < 2 ? [] : [step, NAME_BEGINS];
  if (before && (isCivil(before) || step.kind === 'nickname')) return afterCivil(before, word, step);
  if (wary) return before ? [] : [NAME_BEGINS, step];
  if (word === 'คุณ' && ENDINGS_OF_KHUN.has(rest)) return before ? [] : [NAME_BEGINS, step];
  if (word === 'นางสาว' && NAMES_WITH_SAO.has(`สาว${rest}`)) {
    return [civilStep(place.at + 'นาง'.length), step];
  }
  return [step];
}

/** After นาย another title word is nearly always the name: นายหมอนชัย. The same title twice is a slip. */
function afterCivil(before: TitleKind, word: string, step: TitleStep): TitleOptions {
  if (before !== 'civil') return [];
  if (step.kind === 'civil') return word === 'คุณ' ? [] : [step, NAME_BEGINS];
  return ['nickname', 'religious', 'position', 'occupation'].includes(step.kind) || word.length < 5
    ? []
    : [step];
}

function isCivil(kind: TitleKind): boolean {
  return kind === 'civil';
}

function civilStep(end: number): TitleStep {
  return { end, kind: 'civil' };
}
