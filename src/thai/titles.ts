/**
 * All titles that stand before a name, as words (พันตำรวจตรี) and as abbreviations without dots (พตต).
 */
import {
  ACTING,
  CIVIL,
  FOREIGN,
  LATIN,
  LATIN_PARTS,
  NICKNAME,
  OCCUPATION,
  POSITION,
} from './titles.everyday.js';
import { AIR_FORCE, ARMY, NAVY, POLICE } from './titles.forces.js';
import { RELIGIOUS, ROYAL_OR_HONOUR } from './titles.honours.js';
import { ACADEMIC, MEDICAL } from './titles.learned.js';

export type TitleKind =
  | 'civil'
  | 'acting'
  | 'army'
  | 'navy'
  | 'airforce'
  | 'police'
  | 'academic'
  | 'medical'
  | 'royal_or_honour'
  | 'religious'
  | 'position'
  | 'occupation'
  | 'foreign'
  | 'nickname'
  | 'unknown';

/** In this order an abbreviation that several services share (ร.ต.) gets its kind from the first. */
const TABLES: [TitleKind, string][] = [
  ['civil', CIVIL],
  ['acting', ACTING],
  ['army', ARMY],
  ['police', POLICE],
  ['navy', NAVY],
  ['airforce', AIR_FORCE],
  ['academic', ACADEMIC],
  ['medical', MEDICAL],
  ['royal_or_honour', ROYAL_OR_HONOUR],
  ['religious', RELIGIOUS],
  ['position', POSITION],
  ['occupation', OCCUPATION],
  ['foreign', FOREIGN],
  ['nickname', NICKNAME],
];

/** Whole words; the kind of each. */
export const TITLE_WORDS: ReadonlyMap<string, TitleKind> = collect((line) => line.slice(0, 1));
/** Abbreviations, dots taken out: `รตอ` for ร.ต.อ. */
export const TITLE_ABBREVIATIONS: ReadonlyMap<string, TitleKind> = collect((line) =>
  line.slice(1).map((abbreviation) => abbreviation.replaceAll('.', '')),
);
/** Latin titles in lower case without dots. */
export const LATIN_TITLES: ReadonlySet<string> = new Set(LATIN.trim().split(/\s+/));
/** Latin words that are a title only together with others or with a dot. */
export const LATIN_TITLE_PARTS: ReadonlySet<string> = new Set(LATIN_PARTS.trim().split(/\s+/));

const LONGEST_FIRST = [...TITLE_WORDS.keys()].sort((a, b) => b.length - a.length);
const WORDS_BY_INITIAL = new Map(
  [...new Set(LONGEST_FIRST.map((word) => word.charAt(0)))].map((initial) => [
    initial,
    LONGEST_FIRST.filter((word) => word.startsWith(initial)),
  ]),
);

/** Every title word a text begins with at an offset, longest first. */
export function titleWordsAt(text: string, offset: number): string[] {
  return (WORDS_BY_INITIAL.get(text.charAt(offset)) ?? []).filter((word) => text.startsWith(word, offset));
}

function collect(spellings: (line: string[]) => string[]): Map<string, TitleKind> {
  const kinds = new Map<string, TitleKind>();
  for (const [kind, table] of TABLES) {
    for (const line of table.trim().split('\n')) {
      for (const spelling of spellings(line.trim().split(/\s+/))) {
        if (!kinds.has(spelling)) kinds.set(spelling, kind);
      }
    }
  }
  return kinds;
}
