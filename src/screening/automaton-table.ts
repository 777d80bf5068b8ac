/**
 * The table by which an automaton walks: the words as a tree of letters (การเมือง and การบ้าน part after การ), completed
 * by where the walk goes on when a letter fits no branch.
 */
import { SKIP, type Classes } from './letters.js';
import type { Steps } from './steps.js';

export interface Table {
  /** Row of a state, column of a class: the next state's row, its bits flipped if words end there. */
  next: Int32Array;
  /** By state: how many letters of a cuttable word have come; 0 where it belongs to none. */
  reach: Uint8Array;
  /** Words that end in a state, from `from[state]` to before `from[state + 1]`: longer ones first, then as given. */
  from: Int32Array;
  words: Int32Array;
}

interface Trie {
  /** A row of states for each, as long as there are classes; 0 where there is none yet. */
  next: Int32Array;
  reach: Uint8Array;
  /** By state: the class of the letter that leads to it. */
  letter: Uint8Array;
  states: number;
  /** By word: the state it ends in; 0 for words that are too short. */
  endOf: Int32Array;
}

/** With fewer different letters a word would be found at every step. */
export const FEWEST = 2;
const WORDS_A_STEP = 250;
const STATES_A_STEP = 1_000;

/** Classes of a word's letters, without repetitions. */
export function classesOf(word: string, { of: classOf }: Classes): number[] {
  const classes: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const each = classOf[word.charCodeAt(at)]!;
    if (each > SKIP && each !== classes.at(-1)) classes.push(each);
  }
  return classes;
}

/** @param cuttable words that are worth a second look when a separator breaks them off */
export function* tableSteps(
  words: readonly string[],
  { count, ...classes }: Classes,
  cuttable: (word: number) => boolean,
): Steps<Table> {
  const trie = yield* growTrie(words, { count, ...classes }, cuttable);
  const { order, suffix } = yield* followSuffixes(trie, count);
  const { from, words: ending } = endings(trie, order, suffix);
  const { next, reach, states } = trie;
  for (let state = 0; state < states; state++) {
    for (let cell = state * count; cell < (state + 1) * count; cell++) {
      const target = next[cell]!;
      const stays = target === state;
      next[cell] = from[target] === from[target + 1] || stays ? target * count : ~(target * count);
    }
    if (state % STATES_A_STEP === 0) yield;
  }
  return { next, reach: reach.slice(0, states), from, words: ending };
}

function* growTrie(
  words: readonly string[],
  classes: Classes,
  cuttable: (word: number) => boolean,
): Steps<Trie> {
  const most = 1 + words.reduce((sum, { length }) => sum + length, 0);
  const [next, reach, letter] = [
    new Int32Array(most * classes.count),
    new Uint8Array(most),
    new Uint8Array(most),
  ];
  const endOf = new Int32Array(words.length);
  let states = 1;
  for (let word = 0; word < words.length; word++) {
    const path = classesOf(words[word]!, classes);
    if (path.length < FEWEST) continue;
    const isCuttable = cuttable(word);
    let state = 0;
    for (let i = 0; i < path.length; i++) {
      const cell = state * classes.count + path[i]!;
      if (next[cell] === 0) {
        letter[states] = path[i]!;
        next[cell] = states++;
      }
      state = next[cell]!;
      if (isCuttable) reach[state] = Math.min(i + 1, 255);
    }
    endOf[word] = state;
    if (word % WORDS_A_STEP === 0) yield;
  }
  return { next: next.slice(0, states * classes.count), reach, letter, states, endOf };
}

/**
 * Completes the rows by what the longest suffix that is in the tree would do; a repeated letter, or one that is read
 * over, changes nothing. Answers the states from short to long, and the longest suffix of each.
 */
function* followSuffixes(
  { next, letter, states }: Trie,
  count: number,
): Steps<{ order: Int32Array; suffix: Int32Array }> {
  const [order, suffix] = [new Int32Array(states), new Int32Array(states)];
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const state = order[head]!;
    const fallback = suffix[state]! * count;
    for (let each = SKIP + 1; each < count; each++) {
      const cell = state * count + each;
      const target = next[cell]!;
      const otherwise = state === 0 ? 0 : next[fallback + each]!;
      if (target === 0) next[cell] = otherwise;
      else {
        suffix[target] = otherwise;
        order[tail++] = target;
      }
    }
    next[state * count + SKIP] = state;
    if (state > 0) next[state * count + letter[state]!] = state;
    if (head % STATES_A_STEP === 0) yield;
  }
  return { order, suffix };
}

/** The words that end in each state: its own, and those of its longest suffix. */
function endings(
  { endOf, states }: Trie,
  order: Int32Array,
  suffix: Int32Array,
): Pick<Table, 'from' | 'words'> {
  const counts = new Int32Array(states);
  for (const state of endOf) if (state > 0) counts[state]!++;
  const own = counts.slice();
  for (const state of order) if (state > 0) counts[state]! += counts[suffix[state]!]!;
  const from = new Int32Array(states + 1);
  for (let state = 0; state < states; state++) from[state + 1] = from[state]! + counts[state]!;
  const words = new Int32Array(from[states]!);
  const filled = from.slice();
  endOf.forEach((state, word) => {
    if (state > 0) words[filled[state]!++] = word;
  });
  for (const state of order) {
    const shorter = suffix[state]!;
    if (state > 0)
      words.copyWithin(from[state]! + own[state]!, from[shorter]!, from[shorter]! + counts[shorter]!);
  }
  return { from, words };
}
