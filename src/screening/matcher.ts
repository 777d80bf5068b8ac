/**
 * Finds the words of a lexicon in a text. A term that an exception covers is not found (ชาติ in รสชาติ), nor is one
 * that a longer term covers (พรรค in พรรคการเมือง).
 */
import { Automaton, DIGITS, DISGUISED, Hits } from './automaton.js';
import { entriesOf, uncoverable, type Entry } from './entries.js';
import type { Lexicon, LexiconTerm, Strength } from './lexicon.js';
import { looseClasses, plainClasses } from './letters.js';
import { disguisedPlaceOf, placeOf, spellingOf, type Place, type Spelling } from './spelling.js';
import { finished, type Steps } from './steps.js';

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

/** What one walk is enough to say: surely sells and no term can be there; nothing known is there; look closer. */
export type Glance = 'sells' | 'nothing' | 'unclear';

const WORDS_A_STEP = 250;

export class Matcher {
  private readonly hits = new Hits();
  /** Hits of the last walk that are written plainly. */
  private written = 0;

  /** `loose` looks for the `disguisable` entries; `sure` are the {@link uncoverable} ones. */
  private constructor(
    private readonly entries: readonly Entry[],
    private readonly spellings: readonly Spelling[],
    private readonly plain: Automaton,
    private readonly loose: Automaton,
    private readonly disguisable: readonly number[],
    private readonly sure: Uint8Array,
  ) {}

  static *steps(lexicon: Lexicon): Steps<Matcher> {
    const entries = entriesOf(lexicon);
    const spellings: Spelling[] = [];
    for (const { text, kind, strength } of entries) {
      spellings.push(spellingOf(text, kind === 'term' && strength === 'strong'));
      if (spellings.length % WORDS_A_STEP === 0) yield;
    }
    const texts = entries.map(({ text }) => text);
    const disguisable = [...entries.keys()].filter((word) => entries[word]!.across);
    const isCuttable = (word: number) => entries[word]!.across && entries[word]!.kind === 'term';
    const plain = yield* Automaton.steps(texts, plainClasses, isCuttable);
    const hidden = disguisable.map((word) => texts[word]!);
    const loose = yield* Automaton.steps(hidden, looseClasses);
    return new Matcher(entries, spellings, plain, loose, disguisable, yield* uncoverable(entries));
  }

  static of(lexicon: Lexicon): Matcher {
    return finished(Matcher.steps(lexicon));
  }

  find(text: string): Matches {
    this.walk(text);
    return this.closer(text);
  }

  /** As little as is needed to tell most messages apart; where that is `unclear`, {@link closer} looks on. */
  glance(text: string): Glance {
    const seen = this.walk(text);
    const { pairs, count } = this.hits;
    let glance: Glance = (seen & DIGITS) === 0 ? 'nothing' : 'unclear';
    for (let i = 0; i < count; i += 2) {
      const disguised = i >= this.written;
      for (const each of (disguised ? this.loose : this.plain).wordsOf(pairs[i]!)) {
        const word = disguised ? this.disguisable[each]! : each;
        const isSure = !disguised && this.sure[word] === 1;
        if (glance === 'sells' && this.entries[word]!.kind !== 'term') continue;
        if (!this.placeOf(word, text, pairs[i + 1]!, disguised)) continue;
        if (this.entries[word]!.kind === 'term') return 'unclear';
        glance = isSure ? 'sells' : 'unclear';
      }
    }
    return glance;
  }

  /** What the last walk, which was over this text, found. */
  closer(text: string): Matches {
    const [terms, exceptions, signals]: [TermMatch[], Place[], SignalMatch[]] = [[], [], []];
    const { pairs, count } = this.hits;
    for (let i = 0; i < count; i += 2) {
      const disguised = i >= this.written;
      const words = (disguised ? this.loose : this.plain).wordsOf(pairs[i]!);
      for (const each of words) {
        const word = disguised ? this.disguisable[each]! : each;
        const place = this.placeOf(word, text, pairs[i + 1]!, disguised);
        if (!place) continue;
        const { start, end } = place;
        const entry = this.entries[word]!;
        if (entry.kind === 'exception') exceptions.push(place);
        else if (entry.kind === 'signal')
          signals.push({ signal: entry.text, strength: entry.strength, start, end });
        else terms.push({ start, end, disguised: place.disguised || disguised, term: entry.term });
      }
    }
    return { terms: uncovered(terms, exceptions), signals: uncovered(signals, exceptions) };
  }

  private walk(text: string): number {
    const { hits } = this;
    hits.count = 0;
    const seen = this.plain.scan(text, hits);
    this.written = hits.count;
    if ((seen & DISGUISED) !== 0) this.loose.across(text, hits);
    return seen;
  }

  private placeOf(word: number, text: string, at: number, disguised: boolean): Place | undefined {
    const place = (disguised ? disguisedPlaceOf : placeOf)(this.spellings[word]!, text, at);
    return place && this.entries[word]!.dotted && !hasDot(text, place) ? undefined : place;
  }
}

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
