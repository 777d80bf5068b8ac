/**
 * A username as it was typed beside its normal form, so that a fault can be shown where it stands: the space in
 * `A1650 ออมทรัพย์สอ.อยู่ดีกินดี` is at 5, although the normal form has none.
 */
import { THAI_BASES, THAI_MARKS, TONE_MARKS, UNSEEN } from '../thai/marks.js';
import { normalize } from '../thai/normalize.js';

export type BlemishCode = 'WHITESPACE' | 'INVISIBLE_CHARACTER' | 'NOT_NORMALIZED';

/** Offsets in UTF-16 units; `end` is behind the last one. */
export interface Span {
  start: number;
  end: number;
}

/** A span of the original. */
export interface Blemish extends Span {
  code: BlemishCode;
  /** Its place in the normal form. */
  at: number;
}

export class TypedText {
  private constructor(
    readonly original: string,
    /** Normalised, without white space. */
    readonly text: string,
    readonly blemishes: readonly Blemish[],
    /** Where each unit of `text` comes from; `undefined` if both texts are equal. */
    private readonly sources: readonly Span[] | undefined,
  ) {}

  static of(original: string): TypedText {
    if (!SPACE.test(original) && !ANY_UNSEEN.test(original) && normalize(original) === original) {
      return new TypedText(original, original, [], undefined);
    }
    const sources: Span[] = [];
    const blemishes: Blemish[] = [];
    let text = '';
    for (const chunk of chunksOf(original)) {
      const span = { start: chunk.start, end: chunk.start + chunk.text.length };
      const plain = PLAIN.test(chunk.text);
      const normal = plain ? chunk.text : normalize(chunk.text.replace(UNSEENS, '')).replace(SPACES, '');
      if (!plain)
        for (const code of blemishesOf(chunk.text)) blemishes.push({ code, ...span, at: text.length });
      for (let i = 0; i < normal.length; i++) sources.push(span);
      text += normal;
    }
    return new TypedText(original, text, blemishes, sources);
  }

  /** Where a part of `text` stands in the original. */
  toOriginal({ start, end }: Span): Span {
    if (this.sources === undefined) return { start, end };
    if (start === end) {
      const place = this.sources[start]?.start ?? this.original.length;
      return { start: place, end: place };
    }
    return { start: this.sources[start]!.start, end: this.sources[end - 1]!.end };
  }
}

/** One letter that normalising leaves as it is, with at most one mark. */
const PLAIN = new RegExp(
  `^(?:[\\u0021-\\u007e\\u0e32\\u0e33${THAI_BASES}]|[${THAI_BASES}][${TONE_MARKS}]|[\\u0e40-\\u0e44])$`,
);
const SPACE = /\s/u;
const SPACES = /\s+/gu;
const UNSEENS = new RegExp(`[${UNSEEN}]`, 'gu');
const ANY_UNSEEN = new RegExp(`[${UNSEEN}]`, 'u');
/** What belongs to the letter before it when the text is normalised: marks, า, ำ, ๅ and what nobody sees. */
const JOINS = new RegExp(`[\\p{M}${THAI_MARKS}\\u0e32\\u0e33\\u0e45${UNSEEN}]`, 'u');
const SARA_E = 'เ';

/** Cuts where nothing that normalising touches is torn: before every letter that stands on its own. */
function* chunksOf(original: string): Generator<{ text: string; start: number }> {
  let start = 0;
  let text = '';
  for (const char of original) {
    const joins = JOINS.test(char) || (char === SARA_E && text.replace(UNSEENS, '') === SARA_E);
    if (!joins && text !== '') {
      yield { text, start };
      start += text.length;
      text = '';
    }
    text += char;
  }
  if (text !== '') yield { text, start };
}

function blemishesOf(chunk: string): BlemishCode[] {
  const codes: BlemishCode[] = [];
  const seen = chunk.replace(UNSEENS, '');
  if (seen !== chunk) codes.push('INVISIBLE_CHARACTER');
  if (SPACE.test(seen)) codes.push('WHITESPACE');
  if (normalize(seen).replace(SPACES, '') !== seen.replace(SPACES, '')) codes.push('NOT_NORMALIZED');
  return codes;
}
