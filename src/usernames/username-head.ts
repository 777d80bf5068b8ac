/**
 * The front of a username, area and number, in all the ways people miss it: `a1650`, `А1650` (Cyrillic), `A๑๖๕๐`,
 * `A-1650`, `1650A`, `A101650`, or no number at all.
 */
import { isRegionCode, type RegionCode } from '../cooperatives/regions.js';
import { toAsciiDigits } from '../thai/digits.js';
import { foldLatinLookalikes } from '../thai/lookalikes.js';
import type { Span } from './typed-text.js';

export interface UsernameHead {
  region: Span;
  /** The area that is meant, if the typed letters mean one. */
  regionCode: RegionCode | undefined;
  regionFaults: readonly ('REGION_LOOKALIKE' | 'LOWERCASE_REGION')[];
  number: Span;
  /** ASCII digits, as many as were typed. */
  digits: string;
  arabic: boolean;
  /** Separators and other strange characters before the name. */
  strange: readonly Span[];
  /** Where the name begins. */
  end: number;
}

const RIGHT = /^()(NE|[NSEWABC])()([0-9]{4})()(?![0-9]|[^\p{L}\p{N}\p{M}])/u;
const USUAL =
  /^([^\p{L}\p{N}]{0,3})([A-Za-z]{0,4})([^\p{L}\p{N}]{0,3})([0-9๐-๙]{1,8})([^\p{L}\p{N}\p{M}]{0,3})/u;
/** The letters O and l among the digits, as in A165O. */
const WITH_LETTERS =
  /^()([A-Za-z]{1,2})()((?=[OoIl]{0,2}[0-9][OoIl]{0,2}[0-9])[0-9OoIl]{4})()(?![0-9A-Za-z])/u;
const SWAPPED = /^()()()([0-9๐-๙]{4,6})([A-Za-z]{1,2})(?=[\u0e01-\u0e2e\u0e40-\u0e44])/u;
const WITHOUT_NUMBER = /^([^\p{L}\p{N}]{0,3})([A-Za-z]{1,2})([^\p{L}\p{N}\p{M}]{0,3})()()(?![A-Za-z0-9])/u;
/** AJohn: an area, or the first letter of a name? Both are offered. */
const BEFORE_LATIN_NAME = /^()(NE|[NSEWABC])()()()(?=[A-Z])/u;
const NUMBER_WITHIN = /^()([^0-9๐-๙]{1,24}?)()([0-9๐-๙]{4,6})()/u;

/** Every reading of the front of a normal form, likeliest first; the last one has neither area nor number. */
export function readHeads(text: string): UsernameHead[] {
  const [right] = readHead(text, text, RIGHT);
  if (right !== undefined) return [right];
  const latin = foldLatinLookalikes(text.slice(0, 40));
  const heads = [WITH_LETTERS, SWAPPED, USUAL, WITHOUT_NUMBER].flatMap((pattern) =>
    readHead(text, latin, pattern),
  );
  const [best] = heads;
  if (best !== undefined && (best.digits !== '' || best.regionCode !== undefined)) return [best];
  const unsure = [NUMBER_WITHIN, BEFORE_LATIN_NAME].flatMap((pattern) => readHead(text, latin, pattern));
  return [...unsure, ...heads, nothing()];
}

function readHead(text: string, latin: string, pattern: RegExp): UsernameHead[] {
  const found = pattern.exec(latin);
  if (!found) return [];
  const [lead, letters, gap, number, tail] = spans(found);
  const swapped = pattern === SWAPPED;
  const region = swapped ? tail : letters;
  const typedDigits = latin.slice(number.start, number.end);
  const head = {
    ...regionFrom(text.slice(region.start, region.end), latin.slice(region.start, region.end)),
    region,
    number,
    digits: toAsciiDigits(typedDigits).replace(/[Oo]/g, '0').replace(/[Il]/g, '1'),
    arabic: /^[0-9]*$/.test(text.slice(number.start, number.end)),
    strange: (swapped ? [lead, gap] : [lead, gap, tail]).filter(({ start, end }) => end > start),
    end: tail.end,
  };
  if (pattern === SWAPPED && head.regionCode === undefined) return [];
  return pattern === WITHOUT_NUMBER && head.regionCode === undefined ? [] : [head];
}

function regionFrom(typed: string, latin: string): Pick<UsernameHead, 'regionCode' | 'regionFaults'> {
  const code = latin.toUpperCase();
  if (!isRegionCode(code)) return { regionCode: undefined, regionFaults: [] };
  const regionFaults: UsernameHead['regionFaults'][number][] = [];
  if (typed !== latin) regionFaults.push('REGION_LOOKALIKE');
  if (latin !== code) regionFaults.push('LOWERCASE_REGION');
  return { regionCode: code, regionFaults };
}

function nothing(): UsernameHead {
  const none = { start: 0, end: 0 };
  return {
    region: none,
    regionCode: undefined,
    regionFaults: [],
    number: none,
    digits: '',
    arabic: true,
    strange: [],
    end: 0,
  };
}

function spans(found: RegExpExecArray): [Span, Span, Span, Span, Span] {
  let start = 0;
  return found.slice(1, 6).map((part) => ({ start, end: (start += part.length) })) as [
    Span,
    Span,
    Span,
    Span,
    Span,
  ];
}
