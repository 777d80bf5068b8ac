/**
 * Finds the words of a lexicon in a text. A term that an exception covers is not found (ชาติ in รสชาติ), nor is one
 * that a longer term covers (พรรค in พรรคการเมือง).
 */
import { Automaton } from './automaton.js';
import type { Lexicon, LexiconTerm, Strength } from './lexicon.js';
import { looseClasses, plainClasses } from './letters.js';
import { disguisedPlaceOf, placeOf, spellingOf, type Place, type Spelling } from './spelling.js';

/** A term where it stands; offsets are UTF-16 units of the text. */
export interface TermMatch extends Place {
  term: LexiconTerm;
}

export interface SignalMatch {
  /** As the lexicon has it. */
  signal: string;
  strength: Strength;
  start: number;
  end: number;
}

export interface Matches {
  terms: TermMatch[];
  signals: SignalMatch[];
}

type Entry = (
  | { kind: 'term'; term: LexiconTerm }
  | { kind: 'exception' }
  | { kind: 'signal'; text: string; strength: Strength }
) & {
  /** Is also looked for with something between the letters. */
  across: boolean;
  /** An abbreviation, which is none without its dots: กก. in ดอกกุหลาบ. */
  dotted: boolean;
};

const none: Matches = { terms: [], signals: [] };

export class Matcher {
  private readonly entries: Entry[];
  private readonly spellings: Spelling[];
  /** All entries as they are written, and those that are looked for in disguise. */
  private readonly plain: Automaton;
  private readonly loose: Automaton;
  private readonly disguisable: number[];

  constructor(lexicon: Lexicon) {
    const words = [
      ...lexicon.terms.map(({ text }) => text),
      ...lexicon.exceptions,
      ...lexicon.sellingSignals.map(({ text }) => text),
    ];
    this.entries = entriesOf(lexicon);
    this.spellings = words.map((word, i) => spellingOf(word, isStrongTerm(this.entries[i]!)));
    this.plain = new Automaton(words, plainClasses, (word) => {
      const entry = this.entries[word]!;
      return entry.across && entry.kind === 'term';
    });
    this.disguisable = [...words.keys()].filter((word) => this.entries[word]!.across);
    this.loose = new Automaton(
      this.disguisable.map((word) => words[word]!),
      looseClasses,
    );
  }

  find(text: string): Matches {
    let hits: number[] | undefined;
    const disguised = this.plain.scan(text, (word, at) => (hits ??= []).push(word, at));
    const plain = hits?.length ?? 0;
    if (disguised) this.loose.across(text, (word, at) => (hits ??= []).push(this.disguisable[word]!, at));
    return hits === undefined ? none : this.checked(text, hits, plain);
  }

  /** Those hits, in pairs of word and place, that are spelled right; the first `plain` of them as written. */
  private checked(text: string, hits: readonly number[], plain: number): Matches {
    const terms: TermMatch[] = [];
    const exceptions: Place[] = [];
    const signals: SignalMatch[] = [];
    for (let i = 0; i < hits.length; i += 2) {
      const entry = this.entries[hits[i]!]!;
      const find = i < plain ? placeOf : disguisedPlaceOf;
      const place = find(this.spellings[hits[i]!]!, text, hits[i + 1]!);
      if (place === undefined || (entry.dotted && !hasDot(text, place))) continue;
      if (entry.kind === 'exception') exceptions.push(place);
      else if (entry.kind === 'term')
        terms.push({ ...place, disguised: place.disguised || i >= plain, term: entry.term });
      else
        signals.push({
          ...{ signal: entry.text, strength: entry.strength },
          ...{ start: place.start, end: place.end },
        });
    }
    return { terms: uncovered(terms, exceptions), signals: uncovered(signals, exceptions) };
  }
}

function entriesOf({ terms, exceptions, sellingSignals }: Lexicon): Entry[] {
  const ways = (text: string, always: boolean) => ({
    across: always || /[ .]/.test(text),
    dotted: text.includes('.'),
  });
  return [
    ...terms.map((term) => ({ kind: 'term' as const, term, ...ways(term.text, term.strength === 'strong') })),
    ...exceptions.map((text) => ({ kind: 'exception' as const, ...ways(text, true) })),
    ...sellingSignals.map((signal) => ({ kind: 'signal' as const, ...signal, ...ways(signal.text, false) })),
  ];
}

const isStrongTerm = (entry: Entry) => entry.kind === 'term' && entry.term.strength === 'strong';

const hasDot = (text: string, { start, end }: Place) => text.slice(start, end + 1).includes('.');

/** Matches in the order of the text, without those that a longer one or an exception covers. */
function uncovered<T extends { start: number; end: number }>(
  matches: T[],
  exceptions: readonly { start: number; end: number }[],
): T[] {
  if (matches.length === 0) return matches;
  const all = [
    ...exceptions.map((place) => ({ ...place, match: undefined })),
    ...matches.map((match) => ({ start: match.start, end: match.end, match })),
  ];
  // At the same place an exception goes before a term, and of two terms the first in the lexicon.
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: T[] = [];
  let reached = -1;
  for (const { end, match } of all) {
    if (end <= reached) continue;
    reached = end;
    if (match) kept.push(match);
  }
  return kept;
}
