/**
 * Where a username may be cut into name, marker and cooperative. Not at the first สอ: สอาด and คำสอน are names, and
 * A1650สอสอ.ครูตาก belongs to a seller called สอ; so every place is offered and the directory decides.
 */
import { lengthOfSlippedSavings } from '../cooperatives/cooperative-name.js';
import type { Span } from './typed-text.js';

export interface UsernameSplit {
  /** Empty where the marker is missing. */
  marker: Span;
  /** A marker that can be nothing else: with a full stop, or the kind in full. Names like สอาด hold none. */
  plain: boolean;
  /** Where the full stop was typed in Thai layout (สอใ), all of them were. */
  stopsAreAi: boolean;
}

/** สอ., its variants, the kind in full, and common slips of the keys beside. */
const MARKERS = /สหกรณ์(?:ออมทรัพย์?)?|สหก?\.|ส\.?อ[.ใ,。・…]{0,3}|[ศซษห]อ\.|อส\.|สฮ\.|สค\./y;
/** Kinds that stay in the cooperative's short name, so that no marker was typed before them. */
const OTHER_KINDS = /(?:ร้าน|ชุมนุม|ชุมชน)สหกรณ์(?:ออมทรัพย์)?/y;

/** Enough for every honest username; a text of nothing but markers is cut short. */
const MAX_MARKERS = 16;

/** Every marker from `start` on, in order. */
export function splitsAtMarkers(text: string, start: number): UsernameSplit[] {
  const splits: UsernameSplit[] = [];
  for (let i = start; i < text.length && splits.length < MAX_MARKERS; i++) {
    const otherKind = matchAt(OTHER_KINDS, text, i);
    if (otherKind !== '') {
      splits.push({ ...emptyMarker(i), plain: true });
      i += otherKind.length - 1;
      continue;
    }
    const slipped = text.startsWith('สห', i) ? lengthOfSlippedSavings(text.slice(i, i + 20)) : 0;
    const found = slipped > 0 ? text.slice(i, i + slipped) : matchAt(MARKERS, text, i);
    if (found === '') continue;
    const plain = found.endsWith('.') || found.startsWith('สห');
    splits.push({ marker: { start: i, end: i + found.length }, plain, stopsAreAi: found.endsWith('ใ') });
  }
  return splits;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Neither marker nor cooperative. */
export function splitAtEnd(text: string): UsernameSplit {
  return emptyMarker(text.length);
}

/** Between two letters. */
export function emptyMarker(at: number): UsernameSplit {
  return { marker: { start: at, end: at }, plain: false, stopsAreAi: false };
}
