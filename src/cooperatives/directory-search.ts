/**
 * What a person types to find a cooperative: a number or its end (101650, 1650), a name in any form, a name with a
 * slip, a name with a word too few, or just a part of it (ครู finds every teachers' cooperative).
 */
import { toAsciiDigits } from '../thai/digits.js';
import { compact, matchKey } from './cooperative-name.js';
import type { DirectoryCooperative, DirectoryIndex, DirectoryMatch } from './directory-index.js';

/** Shorter texts stand in too many names by chance. */
const LONG_ENOUGH = 8;

/** Best first, never more than one per cooperative. An empty query finds nothing. */
export function searchDirectory(directory: DirectoryIndex, query: string): DirectoryMatch[] {
  const text = compact(query);
  if (text === '') return [];
  const digits = toAsciiDigits(text);
  const found = /^\d+$/.test(digits)
    ? byNumber(directory, digits)
    : [...directory.named(text), ...directory.nearly(text), ...containing(directory, text)];
  const seen = new Set<string>();
  return found.filter(({ cooperative }) => !seen.has(cooperative.id) && seen.add(cooperative.id));
}

function byNumber(directory: DirectoryIndex, digits: string): DirectoryMatch[] {
  const whole = directory.withNumber(digits);
  const ending = directory.cooperatives.filter(({ registrationNumber }) =>
    registrationNumber.endsWith(digits),
  );
  const starting = directory.cooperatives.filter(({ registrationNumber }) =>
    registrationNumber.startsWith(digits),
  );
  return [
    ...whole.map((cooperative) => ({ cooperative, reason: 'registration_number' as const, edits: 0 })),
    ...[...ending, ...starting].map(contains),
  ];
}

function containing(directory: DirectoryIndex, text: string): DirectoryMatch[] {
  const key = matchKey(text);
  return namesIn(directory)
    .filter(({ names }) => names.some((name) => holds(name, text, key)))
    .map(({ cooperative }) => contains(cooperative));
}

function holds(name: ComparableName, text: string, key: string): boolean {
  return name.text.includes(text) || (key !== '' && hasAll(name.key, key));
}

interface ComparableName {
  text: string;
  key: string;
}

interface NamesOfOne {
  cooperative: DirectoryCooperative;
  names: readonly ComparableName[];
}

/** Made ready once per directory: reading thousands of names anew for each query would take ten times as long. */
const ready = new WeakMap<DirectoryIndex, readonly NamesOfOne[]>();

function namesIn(directory: DirectoryIndex): readonly NamesOfOne[] {
  const known = ready.get(directory);
  if (known !== undefined) return known;
  const names = directory.cooperatives.map((cooperative) => {
    const { fullName, shortName, aliases } = cooperative;
    const own = [fullName, shortName, ...aliases].map(compact);
    return { cooperative, names: own.map((text) => ({ text, key: matchKey(text) })) };
  });
  ready.set(directory, names);
  return names;
}

/** `part` stands in `whole`, or becomes `whole` by putting one missing word back somewhere in its middle. */
function hasAll(whole: string, part: string): boolean {
  if (whole.includes(part)) return true;
  if (part.length < LONG_ENOUGH || part.length > whole.length) return false;
  let front = 0;
  while (front < part.length && part[front] === whole[front]) front++;
  return whole.endsWith(part.slice(front));
}

function contains(cooperative: DirectoryCooperative): DirectoryMatch {
  return { cooperative, reason: 'contains', edits: 0 };
}
