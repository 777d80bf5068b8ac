/**
 * A slip changes one or two letters, but ครูระยอง and ครูระนอง are two provinces, ที่22 and ที่23 two units, มก. and
 * มน. two universities: names that differ in province or number, or are too short, are never taken for slips.
 */
import { distance } from 'fastest-levenshtein';
import { PROVINCES } from './provinces.js';

export const MAX_EDITS = 2;

/** Letters added, dropped or changed between two match keys, or `undefined` where that is no slip of one name. */
export function slipsBetween(typed: string, registered: string): number | undefined {
  if (Math.abs(typed.length - registered.length) > MAX_EDITS) return undefined;
  const edits = distance(typed, registered);
  if (edits === 0) return 0;
  if (edits > allowedEdits(typed, registered)) return undefined;
  return digitsIn(typed) === digitsIn(registered) ? edits : undefined;
}

function allowedEdits(typed: string, registered: string): number {
  const length = Math.min(typed.length, registered.length);
  const province = provinceEnding(typed);
  const other = provinceEnding(registered);
  if (province === undefined || other === undefined) return length < 4 ? 0 : atMost(length);
  // The slip must then lie before the province, and is measured against that part alone: ตรภ. is not ครู.
  return province === other ? atMost(length - province.length) : 0;
}

function atMost(length: number): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : MAX_EDITS;
}

function digitsIn(text: string): string {
  return text.replace(/\D/g, '');
}

const ENDINGS: ReadonlyMap<string, readonly string[]> = PROVINCES.reduce((byLast, { th }) => {
  const last = th.slice(-2);
  return byLast.set(
    last,
    [...(byLast.get(last) ?? []), th].sort((a, b) => b.length - a.length),
  );
}, new Map<string, string[]>());

function provinceEnding(key: string): string | undefined {
  return ENDINGS.get(key.slice(-2))?.find((province) => key.endsWith(province));
}
