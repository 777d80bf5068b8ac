/**
 * Finds all words of a list in one walk over a text: after each letter, one look into a table says how far the words
 * that could still end here have come. A letter written several times (การเมืองงง) is one step.
 */
import { BREAK, isThai, SKIP, type Classes } from './letters.js';

/** Told for every word whose classes end at `at`; whether its letters do is for the caller to check. */
export type Found = (word: number, at: number) => void;

/** Separators in a row that may stand between two letters of a word. */
const MOST_BETWEEN = 5;
const LINE_FEED = 10;
/** With fewer different letters a word would be found at every step. */
export const FEWEST = 2;
/** Letters after which a word that breaks off is more than chance. */
const UNDER_WAY = 3;

export class Automaton {
  /** Row of a state, column of a class: the next state's row, its bits flipped if words end there. */
  private readonly next: Int32Array;
  /** 1 where a cuttable word is well under way. */
  private readonly cut: Uint8Array;
  /** Words that end in a state, from `from[state]` to before `from[state + 1]`. */
  private readonly from: Int32Array;
  private readonly words: Int32Array;

  /** @param cuttable words that are worth a second look when a separator breaks them off */
  constructor(
    words: readonly string[],
    private readonly classes: Classes,
    cuttable: (word: number) => boolean = () => true,
  ) {
    const trie = growTrie(words, classes, cuttable);
    const outputs = followSuffixes(trie, classes.count);
    const classCount = classes.count;
    this.cut = Uint8Array.from(trie.cut);
    this.from = new Int32Array(outputs.length + 1);
    outputs.forEach((list, state) => (this.from[state + 1] = this.from[state]! + list.length));
    this.words = Int32Array.from(outputs.flat());
    this.next = trie.next;
    for (let cell = 0; cell < this.next.length; cell++) {
      const state = this.next[cell]!;
      this.next[cell] = outputs[state]!.length > 0 ? ~(state * classCount) : state * classCount;
    }
  }

  /**
   * Walks over the text as it is written.
   * @returns whether a word may be disguised by separators or Latin letters, so that {@link across} is worth a walk
   */
  scan(text: string, found: Found): boolean {
    const { next, cut } = this;
    const { of: classOf, count, latin } = this.classes;
    let [state, last, disguised, lastBreak] = [0, BREAK, false, -1];
    for (let at = 0; at < text.length; at++) {
      const each = classOf[text.charCodeAt(at)]!;
      if (each === last || each === SKIP) continue;
      last = each;
      if (each === BREAK) {
        disguised ||= cut[state / count] === 1 || isShortPiece(text, lastBreak, at);
        lastBreak = at;
        state = 0;
        continue;
      }
      if (each >= latin) disguised ||= isThai(text.charCodeAt(at - 1)) || isThai(text.charCodeAt(at + 1));
      state = next[state + each]!;
      if (state < 0) {
        state = ~state;
        this.tell(state, at, found);
      }
    }
    return disguised;
  }

  /** Walks over the text as if nothing stood between its letters, within a line. */
  across(text: string, found: Found): void {
    const { of: classOf } = this.classes;
    let [state, last, between] = [0, BREAK, 0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const each = classOf[unit]!;
      if (each === BREAK) {
        if (unit !== LINE_FEED && ++between <= MOST_BETWEEN) continue;
        [state, last] = [0, BREAK];
        continue;
      }
      if (each === SKIP) continue;
      between = 0;
      if (each === last) continue;
      last = each;
      state = this.next[state + each]!;
      if (state < 0) {
        state = ~state;
        this.tell(state, at, found);
      }
    }
  }

  private tell(row: number, at: number, found: Found): void {
    const state = row / this.classes.count;
    for (let i = this.from[state]!; i < this.from[state + 1]!; i++) found(this.words[i]!, at);
  }
}

/** ก า ร: no word but a letter. */
const isShortPiece = (text: string, lastBreak: number, at: number) =>
  at - lastBreak <= 3 && at > 0 && isThai(text.charCodeAt(at - 1));

interface Trie {
  /** A row of states for each, as long as there are classes; 0 where there is none yet. */
  next: Int32Array;
  /** 1 where a cuttable word is well under way. */
  cut: number[];
  ending: number[][];
}

/** Classes of a word's letters, without repetitions. */
export function classesOf(word: string, { of: classOf }: Classes): number[] {
  const classes: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const each = classOf[word.charCodeAt(at)]!;
    if (each > SKIP && each !== classes.at(-1)) classes.push(each);
  }
  return classes;
}

function growTrie(words: readonly string[], classes: Classes, cuttable: (word: number) => boolean): Trie {
  const all = words.map((word) => classesOf(word, classes)).map((path) => (path.length < FEWEST ? [] : path));
  const most = 1 + all.reduce((sum, { length }) => sum + length, 0);
  const next = new Int32Array(most * classes.count);
  const [cut, ending]: [number[], number[][]] = [[0], [[]]];
  all.forEach((path, index) => {
    let state = 0;
    path.forEach((each, i) => {
      const cell = state * classes.count + each;
      if (next[cell] === 0) {
        next[cell] = ending.length;
        ending.push([]);
        cut.push(0);
      }
      state = next[cell]!;
      if (i + 1 >= UNDER_WAY && i + 1 < path.length && cuttable(index)) cut[state] = 1;
    });
    if (state > 0) ending[state]!.push(index);
  });
  return { next: next.slice(0, ending.length * classes.count), cut, ending };
}

/** Completes the table by what the longest suffix that is in the trie would do; answers all words by state. */
function followSuffixes({ next, ending }: Trie, classCount: number): number[][] {
  const suffix = new Int32Array(ending.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    const shorter = ending[suffix[state]!]!;
    if (state > 0 && shorter.length > 0) ending[state] = [...ending[state]!, ...shorter];
    for (let each = 0; each < classCount; each++) {
      const cell = state * classCount + each;
      const target = next[cell]!;
      const otherwise = state === 0 ? 0 : next[suffix[state]! * classCount + each]!;
      if (target === 0) next[cell] = otherwise;
      else {
        suffix[target] = otherwise;
        queue.push(target);
      }
    }
  }
  return ending;
}
