/**
 * Abbreviated titles: one with a dot is always a title (ร.ต.ต., น.ส., ดร.), one without is when it is no word (นส).
 */
import { ABBREVIATIONS_AS_NAMES, COMMON_FIRST_NAMES, NAMES_LIKE_TITLES } from './known-names.js';
import {
  longEnough,
  matchAt,
  NAME_BEGINS,
  nameCanBegin,
  skipBetween,
  wordAt,
  wordsFrom,
  type TitleOptions,
  type TitlePlace,
  type TitleStep,
} from './title-step.js';
import { TITLE_ABBREVIATIONS, type TitleKind } from './titles.js';

const DOTTED_GROUP = /[\u0e01-\u0e2e]{1,4} ?\. ?/y;
const SPELLED_OUT = /(?:[\u0e01-\u0e2e] ){2,4}/y;
const CONSONANTS = /[\u0e01-\u0e2e]{1,3}/y;
/** ทพ, ตก, ญพ and the like begin no name: in พ.ต.ทพร the ท is the title's. */
const NO_CLUSTER = /^[ตทญ][\u0e01-\u0e2e\u0e40-\u0e44](?<![รวลนมศยฤอต])/;
const LONGEST = 6;
const WOMAN = 'หญิง';
/** No Thai word begins with these, so glued to a name they can only be the title. */
const NO_WORD_BEGINS = new Set(
  'นส ดช ดญ ผศ ภญ พญ ทพญ สพญ ทนพ ทนพญ มรว รตต รตท รตอ พตต พตท พตอ สตต สตท สตอ จสต จสท จสอ ดต ผญบ พลตต พลตท พลตอ พลรต พลรท พลรอ พลอต พลอท พลออ ผศดร รศดร ศดร'.split(
    ' ',
  ),
);

/** Options for an abbreviation with dots: น.ส. and น.ส, ร.ต.ต. and ร. ต. ต., also one nobody listed. */
export function dottedOptions(place: TitlePlace): TitleOptions {
  const { text, at } = place;
  const groups = dottedGroups(text, at);
  const last = groups.at(-1);
  if (!last) return [];
  for (const group of groups.toReversed()) {
    const kind = TITLE_ABBREVIATIONS.get(group.letters);
    if (kind)
      return group === last ? withLostDot(text, group, { end: group.end, kind }) : [{ end: group.end, kind }];
  }
  const lost = lostDot(text, last);
  if (lost) return [lost];
  return unlisted(place, groups[0] ?? last);
}

interface DottedGroup {
  /** All letters from the first group to this one. */
  letters: string;
  end: number;
}

function dottedGroups(text: string, at: number): DottedGroup[] {
  const groups: DottedGroup[] = [];
  let end = at;
  let letters = '';
  while (groups.length < LONGEST) {
    const group = matchAt(DOTTED_GROUP, text, end);
    if (group === '') return groups;
    end += group.length;
    letters += group.replace(/[ .]/g, '');
    groups.push({ letters, end: text.charAt(end - 1) === ' ' ? end - 1 : end });
  }
  return groups;
}

/** ร.ต.อ สมชาย is ร.ต.อ.; ร.ต.อนันต์ is ร.ต.; of ร.ต.อสมชาย a person must tell. */
function withLostDot(text: string, group: DottedGroup, step: TitleStep): TitleOptions {
  if (step.kind === 'civil') return [step];
  const start = skipBetween(text, group.end);
  for (let length = 3; length >= 1; length--) {
    const longer = abbreviationAt(text, start, length, group.letters);
    if (!longer) continue;
    const rest = wordAt(text, longer.end);
    if (rest === '' && wordsFrom(text, longer.end) > 0 && start === group.end) return [longer];
    if (nameCanBegin(text, longer.end) && NO_CLUSTER.test(wordAt(text, start))) return [longer, step];
    if (COMMON_FIRST_NAMES.has(rest) && !COMMON_FIRST_NAMES.has(wordAt(text, start))) return [longer, step];
  }
  return [step];
}

/** น.ส สมหญิง, น.สสมหญิง: a listed abbreviation whose last dot was left out, glued ones as short as may be. */
function lostDot(text: string, group: DottedGroup): TitleStep | undefined {
  const steps = [1, 2, 3]
    .map((length) => abbreviationAt(text, group.end, length, group.letters))
    .filter((step) => step !== undefined && wordsFrom(text, step.end) > 0);
  const apart = steps.find((step) => step && wordAt(text, step.end) === '');
  return (
    apart ?? steps.find((step) => step && nameCanBegin(text, step.end) && wordAt(text, step.end).length > 1)
  );
}

function abbreviationAt(text: string, at: number, length: number, before: string): TitleStep | undefined {
  const letters = matchAt(CONSONANTS, text, at).slice(0, length);
  const kind = letters.length === length ? TITLE_ABBREVIATIONS.get(before + letters) : undefined;
  return kind && { end: at + length, kind };
}

function unlisted({ text, before }: TitlePlace, group: DottedGroup): TitleOptions {
  if (wordsFrom(text, group.end) === 0 || COMMON_FIRST_NAMES.has(group.letters)) return [];
  const step = { end: group.end, kind: 'unknown' as const };
  if (group.letters.length <= 2) return [step];
  return before ? [NAME_BEGINS, step] : [step, NAME_BEGINS];
}

/** Options for an abbreviation without any dot: นส สมหญิง ใจดี, น ส สมหญิง ใจดี, นสสมหญิง ใจดี. */
export function dotlessOptions(place: TitlePlace): TitleOptions {
  const { text, at } = place;
  const spelled = matchAt(SPELLED_OUT, text, at);
  const spelledKind = TITLE_ABBREVIATIONS.get(spelled.replaceAll(' ', ''));
  if (spelledKind) return [{ end: at + spelled.length - 1, kind: spelledKind }];
  const word = wordAt(text, at);
  const kind = TITLE_ABBREVIATIONS.get(word);
  if (kind) return apartOptions(place, word, { end: at + word.length, kind });
  return NAMES_LIKE_TITLES.has(word) ? [] : gluedOptions(place, word);
}

function apartOptions({ text, before }: TitlePlace, word: string, step: TitleStep): TitleOptions {
  const following = wordsFrom(text, step.end);
  if (following === 0) return [];
  if (!ABBREVIATIONS_AS_NAMES.has(word)) return [step];
  if (before && !isAwaited(before, word, following)) return [];
  return following === 1 ? [NAME_BEGINS, step] : [step];
}

function gluedOptions({ text, at, before }: TitlePlace, word: string): TitleOptions {
  if (before) return before === 'civil' ? [] : awaitedOptions(text, at, word, before);
  for (let length = LONGEST; length >= 2; length--) {
    const letters = word.slice(0, length);
    const kind = TITLE_ABBREVIATIONS.get(letters);
    if (!kind || !nameCanBegin(text, at + length)) continue;
    const rest = word.slice(length);
    const step = { end: at + length, kind };
    if (rest.startsWith(WOMAN)) return [step, NAME_BEGINS];
    const common = COMMON_FIRST_NAMES.has(rest) && !COMMON_FIRST_NAMES.has(word);
    if (NO_WORD_BEGINS.has(letters) ? longEnough(rest) : common) return [step, NAME_BEGINS];
  }
  return [];
}

/** ว่าที่ รตสมชาย and ผศ ดรสมชาย: the first title makes one wait for the second. */
function awaitedOptions(text: string, at: number, word: string, before: TitleKind): TitleOptions {
  return [4, 3, 2].flatMap((length) => {
    const letters = word.slice(0, length);
    const kind = TITLE_ABBREVIATIONS.get(letters);
    const fits = kind && isAwaited(before, letters, 2) && nameCanBegin(text, at + length);
    return fits && longEnough(word.slice(length)) ? [{ end: at + length, kind }] : [];
  });
}

function isAwaited(before: TitleKind, letters: string, following: number): boolean {
  return before === 'acting' || (letters === 'ดร' && following > 1);
}
