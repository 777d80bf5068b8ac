/**
 * Titles are taken off the front one after the other: from ว่าที่ ร.ต. ดร.สมชาย remains สมชาย.
 */
import { dotlessOptions, dottedOptions } from './title-abbreviations.js';
import { latinOptions } from './title-latin.js';
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
import { titleWordOptions } from './title-words.js';
import type { TitleKind } from './titles.js';

/** One way to part a text into titles and the rest. */
export interface TitleReading {
  /** The titles as typed, with single spaces; empty if there is none. */
  title: string;
  rest: string;
}

const MOST_READINGS = 4;
const MOST_TITLES = 8;
const BRACKETED = / ?\((?:หญิง|พิเศษ|เกียรติคุณ|กิตติคุณ|คลินิก|จุลจอมเกล้า|สบ ?\.? ?[0-9])\)/y;
const BARE = / ?(?:หญิง|พิเศษ|เกียรติคุณ|กิตติคุณ|คลินิก|จุลจอมเกล้า)/y;
const FORCES: TitleKind[] = ['army', 'navy', 'airforce', 'police'];
const PROFESSOR = /(?:ศาสตราจารย์|ศ ?\. ?)$/u;
const TAKE_WOMAN: TitleKind[] = [...FORCES, 'medical', 'royal_or_honour', 'religious', 'acting'];
const TAKE_SPECIAL: TitleKind[] = [...FORCES, 'academic'];

/** All sensible ways, the likeliest first; one only when there is no doubt. `text` is normalised. */
export function readTitles(text: string): TitleReading[] {
  const readings = titleEnds({ text, at: 0 }, MOST_TITLES).map((end) => ({
    title: text.slice(0, end).trim(),
    rest: text.slice(end === 0 ? 0 : skipBetween(text, end)).trim(),
  }));
  return readings.slice(0, MOST_READINGS);
}

function titleEnds(place: TitlePlace, left: number): number[] {
  const { text, at, before } = place;
  const start = at === 0 ? 0 : skipBetween(text, at);
  const options = left > 0 ? optionsAt({ text, at: start, before }) : [];
  if (options.length === 0) return [at];
  return options.flatMap((option) =>
    option === NAME_BEGINS
      ? [at]
      : withAddition(text, option).flatMap(({ end, kind }) =>
          titleEnds({ text, at: end, before: kind }, left - 1),
        ),
  );
}

function optionsAt(place: TitlePlace): TitleOptions {
  for (const read of [dottedOptions, titleWordOptions, dotlessOptions, latinOptions]) {
    const options = read(place);
    if (options.length > 0) return options;
  }
  return [];
}

/** หญิง, (พิเศษ) and the like behind a title belong to it: พ.ต.ท.หญิง, ผศ. (พิเศษ). */
function withAddition(text: string, step: TitleStep): TitleStep[] {
  const bracketed = matchAt(BRACKETED, text, step.end);
  if (bracketed) return withAddition(text, { ...step, end: step.end + bracketed.length });
  const bare = matchAt(BARE, text, step.end);
  if (!bare || !takes(step.kind, bare.trim(), text.slice(0, step.end))) return [step];
  const longer = { ...step, end: step.end + bare.length };
  if (wordAt(text, longer.end) !== '') {
    if (!nameCanBegin(text, longer.end)) return [step];
    return longEnough(wordAt(text, longer.end)) ? withAddition(text, longer) : [longer, step];
  }
  const following = wordsFrom(text, longer.end);
  if (following === 0) return [step];
  return following === 1 ? [longer, step] : withAddition(text, longer);
}

function takes(kind: TitleKind, addition: string, titles: string): boolean {
  if (addition === 'หญิง') return TAKE_WOMAN.includes(kind);
  if (addition === 'พิเศษ') return TAKE_SPECIAL.includes(kind);
  return addition === 'จุลจอมเกล้า' ? kind === 'army' : PROFESSOR.test(titles);
}
