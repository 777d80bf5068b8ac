/**
 * Whether a word stands at a place of a text, letter by letter: as written, with letters that look like it (รัu), with
 * letters repeated (การเมืองงง) or with something between them (ก.า.ร.เ.มื.อ.ง). A mark behind it makes another word:
 * กู้ is not in กู้ๆ's neighbour กู้้, and วัด is not in วัดุ.
 */
import {
  BREAK,
  canonical,
  isConsonant,
  isLatinOrDigit,
  isThai,
  isTone,
  isVowelBefore,
  isVowelBehind,
  looseClasses,
  plainClasses,
  readsAs,
  SKIP,
  type Classes,
} from './letters.js';

/** A word of the lexicon as it is compared: its letters and the tone marks each carries. */
export interface Spelling {
  letters: number[];
  tones: string[];
  /** As the lexicon has it, and where its last run of one letter begins. */
  text: string;
  lastRun: number;
  /** Changes of class among the letters, plus one: of plain and of loose classes. */
  runs: { plain: number; loose: number };
  /** Another tone mark than the right one, or none, is taken for a slip; only in long words. */
  lenient: boolean;
}

/** Where a word stands in a text. */
export interface Place {
  start: number;
  end: number;
  /** Not written plainly: look-alikes, or something between the letters. */
  disguised: boolean;
}

/** Letters of a text around a hit, with where they stand. */
interface Piece extends Pick<Spelling, 'letters' | 'tones'> {
  starts: number[];
  ends: number[];
}

/** Repetitions that are looked at on either side of a word. */
const MOST_REPEATED = 6;
const SARA_AM = 0x0e33;
const SARA_AA = 0x0e32;
const SARA_E = 0x0e40;
const SARA_AE = 0x0e41;
const NIKHAHIT = '\u0e4d';
const LONG = 5;

export function spellingOf(word: string, lenient: boolean): Spelling {
  const { letters, tones, starts } = piece(word, 0, word.length);
  const runs = ({ of }: Classes) =>
    letters.filter((each, i) => i === 0 || of[each] !== of[letters[i - 1]!]).length;
  let last = letters.length - 1;
  while (last > 0 && canonical[letters[last - 1]!] === canonical[letters[last]!]) last--;
  return {
    ...{ letters, tones, text: word, lastRun: starts[last] ?? 0 },
    runs: { plain: runs(plainClasses), loose: runs(looseClasses) },
    lenient: lenient && letters.length >= LONG,
  };
}

/** The word's place if it ends, as written or nearly so, with the run of letters that begins at `at`. */
export function placeOf(word: Spelling, text: string, at: number): Place | undefined {
  const start = at - word.lastRun;
  if (start >= 0 && text.startsWith(word.text, start)) {
    const end = start + word.text.length;
    const own = { start, end, disguised: false };
    return isTone(text.charCodeAt(end)) || belongsElsewhere(word, text, own) ? undefined : own;
  }
  return searched(word, text, at, false);
}

/** The same for a word in disguise, by separators or by look-alikes; undefined where it is written plainly. */
export function disguisedPlaceOf(word: Spelling, text: string, at: number): Place | undefined {
  return searched(word, text, at, true);
}

function searched(word: Spelling, text: string, at: number, across: boolean): Place | undefined {
  const classOf = (across ? looseClasses : plainClasses).of;
  const runs = across ? word.runs.loose : word.runs.plain;
  const around = piece(text, beginning(text, at, runs, across, classOf), ending(text, at, across, classOf));
  // From the back, so that no letter of the word before is taken for a repetition.
  for (let first = around.letters.length - 1; first >= 0; first--) {
    if (!readsAs(around.letters[first]!, word.letters[0]!) && word.letters[0] !== SARA_AE) continue;
    const last = matchedTo(word, around, first);
    if (last < 0) continue;
    const place = judged(word, text, around, first, last);
    if (place && (!across || isDisguise(text, around, first, last, place))) return place;
  }
  return undefined;
}

/** Goes back over as many runs of one class as the word has. */
function beginning(text: string, at: number, runs: number, across: boolean, classOf: Uint8Array): number {
  let [from, last, repeated] = [at, classOf[text.charCodeAt(at)]!, 0];
  for (let i = at - 1; i >= 0; i--) {
    const each = classOf[text.charCodeAt(i)]!;
    if (each === SKIP) continue;
    if (each === BREAK) {
      if (!across) break;
      continue;
    }
    if (each === last) repeated++;
    else [last, repeated, runs] = [each, 0, runs - 1];
    if (runs === 0 || (runs === 1 && repeated > MOST_REPEATED)) break;
    from = i;
  }
  return from;
}

/** Goes on to the end of the run, marks included. */
function ending(text: string, at: number, across: boolean, classOf: Uint8Array): number {
  const own = classOf[text.charCodeAt(at)]!;
  let [end, more] = [at + 1, 0];
  for (let i = end; i < text.length && i <= end + MOST_REPEATED && more <= MOST_REPEATED; i++) {
    const each = classOf[text.charCodeAt(i)]!;
    if (each === own) more++;
    else if (each !== SKIP && !(across && each === BREAK)) break;
    if (each === own || (each === SKIP && end === i)) end = i + 1;
  }
  return end;
}

function piece(text: string, from: number, to: number): Piece {
  const found: Piece = { letters: [], tones: [], starts: [], ends: [] };
  let carrier = -1;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    const last = found.letters.length - 1;
    if (isTone(unit) && carrier >= 0) {
      if (!found.tones[carrier]!.includes(text[at]!)) found.tones[carrier] += text[at]!;
      found.ends[last] = at + 1;
    } else if (looseClasses.of[unit] === BREAK) carrier = -1;
    else if (looseClasses.of[unit]! > SKIP) {
      const am = unit === SARA_AA && carrier >= 0 && found.tones[carrier]!.includes(NIKHAHIT);
      if (am) found.tones[carrier] = found.tones[carrier]!.replace(NIKHAHIT, '');
      found.letters.push(am ? SARA_AM : unit);
      found.tones.push('');
      found.starts.push(at);
      found.ends.push(at + 1);
      if (!isVowelBehind(unit)) carrier = last + 1;
    }
  }
  return found;
}

/** Index behind the last letter of the word if it begins with letter `first`, else -1. */
function matchedTo(word: Spelling, around: Piece, first: number): number {
  let at = first;
  for (let i = 0; i < word.letters.length; i++) {
    let taken = lettersTaken(word, i, around, at);
    while (
      taken === 0 &&
      i > 0 &&
      at < around.letters.length &&
      readsAs(around.letters[at]!, word.letters[i - 1]!)
    ) {
      at++;
      taken = lettersTaken(word, i, around, at);
    }
    if (taken === 0 || !(word.lenient || sameTones(word.tones[i]!, around.tones[at]!))) return -1;
    at += taken;
  }
  return at;
}

function sameTones(wanted: string, found: string): boolean {
  return (
    wanted === found || (wanted.length === found.length && [...found].every((tone) => wanted.includes(tone)))
  );
}

/** How many letters of the text are letter `i` of the word: แ may be written เเ. */
function lettersTaken(word: Spelling, i: number, around: Piece, at: number): number {
  const letter = word.letters[i]!;
  const unit = around.letters[at];
  if (unit === undefined) return 0;
  if (readsAs(unit, letter)) return 1;
  const next = around.letters[at + 1];
  const doubled = letter === SARA_AE && next !== undefined;
  return doubled && readsAs(unit, SARA_E) && readsAs(next, SARA_E) ? 2 : 0;
}

function judged(word: Spelling, text: string, around: Piece, first: number, last: number): Place | undefined {
  const start = around.starts[first]!;
  const end = around.ends[last - 1]!;
  if (word.tones.at(-1) === '' && around.tones[last - 1] !== '') return undefined;
  if (belongsElsewhere(word, text, { start, end })) return undefined;
  let strangers = 0;
  for (let i = first; i < last; i++) if (!isThai(around.letters[i]!)) strangers++;
  const thaiWord = isThai(word.letters[0]!);
  // u, n and o alone are English.
  if (thaiWord && strangers > 0 && strangers * 2 > last - first) return undefined;
  return { start, end, disguised: (thaiWord && strangers > 0) || end - start > 2 * word.letters.length + 8 };
}

/** Whether the letters at the borders are part of the neighbouring words. */
function belongsElsewhere(
  word: Spelling,
  text: string,
  { start, end }: Pick<Place, 'start' | 'end'>,
): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const begins = word.letters[0]!;
  const ends = word.letters.at(-1)!;
  if (isLatinOrDigit(begins) && isLatinOrDigitUnit(before)) return true;
  if (isLatinOrDigit(ends) && isLatinOrDigitUnit(after)) return true;
  if (isConsonant(begins) && (isVowelBefore(before) || before === 0x0e31)) return true;
  return isThai(ends) && isVowelBehind(after) && after !== ends;
}

const isLatinOrDigitUnit = (unit: number) => unit < 0x80 && isLatinOrDigit(unit | 0x20) && unit > 0x2f;

/**
 * Look-alikes within, or cut up on purpose: nearly every letter apart, something other than a space between, or one
 * space in a long word.
 */
function isDisguise(text: string, around: Piece, first: number, last: number, place: Place): boolean {
  let [gaps, spaces] = [0, 0];
  for (let i = first + 1; i < last; i++) {
    const between = text.slice(around.ends[i - 1], around.starts[i]);
    if (between === '' || [...between].every((char) => looseClasses.of[char.charCodeAt(0)] === SKIP))
      continue;
    gaps++;
    if (between.includes(' ')) spaces++;
  }
  const letters = last - first;
  if (gaps === 0) return place.disguised;
  return gaps * 2 >= letters - 1 || (letters >= 4 && spaces === 0) || (letters >= LONG && gaps <= 2);
}

/** A word as it is compared: words spelt alike are one entry (ฝาก-ถอน and ฝาก ถอน). */
export function spelt(word: string): string {
  const { letters, tones } = spellingOf(word, false);
  return letters.map((letter, i) => String.fromCharCode(canonical[letter]!) + tones[i]!).join('');
}
