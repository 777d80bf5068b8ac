/**
 * How long a text is for a reader, and where it may be cut: น้ำ has three code points but is one letter.
 */
import { isThaiMark } from './marks.js';

export type LengthUnit = 'utf16' | 'codePoints' | 'graphemes';

/** One number per way of counting. */
export type TextLength = Record<LengthUnit, number>;

/** Only ASCII letters and Thai: every mark and ำ joins the letter before it, nothing else joins. */
const SIMPLE = /^[\u0020-\u007e\u0e01-\u0e3a\u0e3f-\u0e5b]*$/;
/** Intl.Segmenter is slow (about 1 µs a letter), so it sees no more than this many UTF-16 units of a text. */
const SEGMENTER_LIMIT = 4096;
const JOINING = /\p{M}|\p{Emoji_Modifier}|\u200c|\u200d|\u0e33/u;
const SARA_AM = 0x0e33;

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Length in UTF-16 units, code points and graphemes (what a reader calls letters). */
export function textLength(text: string): TextLength {
  if (SIMPLE.test(text)) {
    return { utf16: text.length, codePoints: text.length, graphemes: simpleGraphemes(text) };
  }
  let graphemes = 0;
  for (const _ of clusters(text)) graphemes++;
  return { utf16: text.length, codePoints: codePoints(text), graphemes };
}

/** The longest beginning of whole graphemes that is at most `max` long in the unit asked for. */
export function cutAtGrapheme(text: string, max: number, unit: LengthUnit = 'utf16'): string {
  if (text.length <= max) return text; // every unit counts at most the UTF-16 units
  let end = 0;
  let used = 0;
  for (const cluster of clusters(text)) {
    used += unit === 'graphemes' ? 1 : unit === 'utf16' ? cluster.length : codePoints(cluster);
    if (used > max) break;
    end += cluster.length;
  }
  return text.slice(0, end);
}

function simpleGraphemes(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) if (joinsInSimpleText(text.charCodeAt(i))) count--;
  return count;
}

function joinsInSimpleText(unit: number): boolean {
  return unit === SARA_AM || isThaiMark(unit);
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function* clusters(text: string): Generator<string> {
  if (SIMPLE.test(text)) return yield* ruledClusters(text);
  const head = text.slice(0, SEGMENTER_LIMIT);
  let end = 0;
  for (const { segment } of segmenter.segment(head)) {
    // The last one may be torn by the limit and is left to the rule below.
    if (head.length < text.length && end + segment.length >= SEGMENTER_LIMIT) break;
    end += segment.length;
    yield segment;
  }
  if (end < text.length) yield* ruledClusters(text.slice(end));
}

/** A letter with all that joins it; exact for Thai and ASCII, near enough behind the limit. */
function* ruledClusters(text: string): Generator<string> {
  let cluster = '';
  for (const char of text) {
    if (cluster !== '' && !JOINING.test(char)) {
      yield cluster;
      cluster = '';
    }
    cluster += char;
  }
  if (cluster !== '') yield cluster;
}
