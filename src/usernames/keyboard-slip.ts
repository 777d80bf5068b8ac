/**
 * A username typed with the wrong keyboard layout on is read as it was meant: ฤๅุถจออมทรัพย์… as A1650ออมทรัพย์…, and
 * A1650vv,miyrpN… as A1650ออมทรัพย์….
 */
import { fromThaiLayout, toThaiLayout } from '../thai/keyboard.js';

export interface Untangled {
  /** As long as the text typed, so that offsets stay. */
  text: string;
  /** Which part was typed in the wrong layout. */
  part: 'head' | 'tail';
}

const HEAD = /^(?:NE|[NSEWABC])[0-9]{4}/i;
/** Area and number as few or as many as people type; see `headInThaiLayout`. */
const MEANT = [/^(?:NE|[NSEWABC])?[0-9]{4}/i, /^(?:NE|[NSEWABC])[0-9]{6}/i];
const THAI = /[\u0e00-\u0e7f]/g;
const KEYS_ONLY = /^[\u0021-\u007e ]{6,}$/;

/** Texts that could have been meant, beside the one that was typed. Needs the text as typed. */
export function untangleKeyboard(original: string): Untangled[] {
  return HEAD.test(original) ? tailInEnglishLayout(original) : headInThaiLayout(original);
}

function headInThaiLayout(original: string): Untangled[] {
  // Somebody before us may have turned ๅ, the key of 1, into the า it looks like.
  const keys = fromThaiLayout(original.slice(0, 8).replaceAll('\u0e32', '\u0e45'));
  return MEANT.flatMap((pattern) => {
    const head = pattern.exec(keys)?.[0] ?? '';
    const thaiKeys = original.slice(0, head.length).match(THAI)?.length ?? 0;
    return thaiKeys < 2 ? [] : [{ text: head + original.slice(head.length), part: 'head' as const }];
  });
}

function tailInEnglishLayout(original: string): Untangled[] {
  const head = HEAD.exec(original)?.[0];
  const tail = original.slice(head?.length);
  if (head === undefined || !KEYS_ONLY.test(tail)) return [];
  return [{ text: head + toThaiLayout(tail), part: 'tail' }];
}
