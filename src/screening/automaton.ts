/**
 * Finds all words of a list in one walk over a text: after each letter, one look into a table says how far the words
 * that could still end here have come. A letter written several times (การเมืองงง) is one step.
 */
import { FEWEST, tableSteps, type Table } from './automaton-table.js';
import { BREAK, isThai, SKIP, type Classes } from './letters.js';
import { finished, type Steps } from './steps.js';

/** What a walk found, and where: pairs of a state and the place of the letter that led to it. Used again and again. */
export class Hits {
  readonly pairs: number[] = [];
  count = 0;

  add(row: number, at: number): void {
    this.pairs[this.count] = row;
    this.pairs[this.count + 1] = at;
    this.count += 2;
  }
}

/** Bits of what a walk saw. */
export const PLAIN = 0;
/** A word may be disguised by separators or Latin letters, so that {@link Automaton.across} is worth a walk. */
export const DISGUISED = 1;
export const DIGITS = 2;

/** Separators in a row that may stand between two letters of a word. */
const MOST_BETWEEN = 5;
const LINE_FEED = 10;
/** Letters after which a word that breaks off is more than chance. */
const UNDER_WAY = 3;
/** Units that are no word but letters: ก า ร. */
const SHORT_PIECE = 2;

export class Automaton {
  private constructor(
    private readonly table: Table,
    private readonly classes: Classes,
  ) {}

  /** @param cuttable words that are worth a second look when a separator breaks them off */
  static *steps(
    words: readonly string[],
    classes: Classes,
    cuttable: (word: number) => boolean = () => true,
  ): Steps<Automaton> {
    return new Automaton(yield* tableSteps(words, classes, cuttable), classes);
  }

  static of(words: readonly string[], classes: Classes): Automaton {
    return finished(Automaton.steps(words, classes));
  }

  /**
   * Walks over the text as it is written.
   * @returns bits: {@link DISGUISED}, {@link DIGITS}
   */
  scan(text: string, hits: Hits): number {
    const { next } = this.table;
    const { of: classOf, digits, latin } = this.classes;
    let [state, seen, lastBreak, wasShort] = [0, PLAIN, -1, false];
    for (let at = 0; at < text.length; at++) {
      const each = classOf[text.charCodeAt(at)]!;
      if (each === BREAK) {
        if (at - lastBreak > 1) {
          const isShort = at - lastBreak <= SHORT_PIECE + 1;
          if ((isShort && wasShort) || this.goesOn(text, at, state, isShort)) seen |= DISGUISED;
          wasShort = isShort && !isDigit(text.charCodeAt(at - 1));
        }
        lastBreak = at;
        state = 0;
        continue;
      }
      if (each >= digits) seen |= each < latin ? DIGITS : besideThai(text, at);
      state = next[state + each]!;
      if (state < 0) {
        state = ~state;
        hits.add(state, at);
      }
    }
    return seen;
  }

  /** Walks over the text as if nothing stood between its letters, within a line. */
  across(text: string, hits: Hits): void {
    const { next } = this.table;
    const { of: classOf } = this.classes;
    let [state, between] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const each = classOf[unit]!;
      if (each === BREAK) {
        if (unit === LINE_FEED || ++between > MOST_BETWEEN) state = 0;
        continue;
      }
      if (each === SKIP) continue;
      between = 0;
      state = next[state + each]!;
      if (state < 0) {
        state = ~state;
        hits.add(state, at);
      }
    }
  }

  /** Whether a word that a separator has broken off may go on behind it (การ.เมือง). */
  private goesOn(text: string, at: number, row: number, isShort: boolean): boolean {
    const { next, reach } = this.table;
    const { of: classOf, count, digits } = this.classes;
    if (row === 0 && !isShort) return false;
    let [behind, each] = [at + 1, BREAK];
    for (; behind < text.length && behind <= at + MOST_BETWEEN && each <= SKIP; behind++) {
      if (text.charCodeAt(behind - 1) === LINE_FEED) return false;
      each = classOf[text.charCodeAt(behind)]!;
    }
    if (each <= SKIP) return false;
    if (each >= digits) return reach[row / count]! >= UNDER_WAY;
    const target = next[row + each]!;
    const come = reach[(target < 0 ? ~target : target) / count]!;
    return come > UNDER_WAY || (isShort && come >= FEWEST);
  }

  /** Words that end in the state of a hit, by their place in the list. */
  wordsOf(row: number): Int32Array {
    const { from, words } = this.table;
    const state = row / this.classes.count;
    return words.subarray(from[state]!, from[state + 1]!);
  }
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** รัu: Latin within Thai. */
const besideThai = (text: string, at: number) =>
  isThai(text.charCodeAt(at - 1)) || isThai(text.charCodeAt(at + 1)) ? DISGUISED : PLAIN;
