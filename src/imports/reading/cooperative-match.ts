/**
 * Which cooperative a row means, by number and name together: `ครูสุรินร์` with 100901 is ครูสุรินทร์, while a name
 * and a number that say two different things are for a person to settle.
 */
import { matchKey } from '../../cooperatives/cooperative-name.js';
import type {
  DirectoryCooperative,
  DirectoryIndex,
  DirectoryMatch,
} from '../../cooperatives/directory-index.js';
import { ownText } from './own-text.js';
import type { RegistrationNumberReading } from './registration-number.js';

export type MatchDoubt = 'unknown_cooperative' | 'ambiguous_cooperative' | 'number_name_disagree';

export interface CooperativeMatch {
  cooperative?: DirectoryCooperative;
  doubt?: MatchDoubt;
  /** What it may be, best first, at most ten; also where one was found. */
  candidates: readonly DirectoryMatch[];
  /** The name in the file is a slip of the cooperative's own; worth a warning. */
  misspelt?: boolean;
  /** The decision of a person who said so of the same name before; worth a warning. */
  remembered?: string;
}

export type CooperativeMatcher = (name: string, number: RegistrationNumberReading) => CooperativeMatch;

const MOST_CANDIDATES = 10;
/** A shorter name with a slip may well be another cooperative's, one the directory does not know. */
const LONG_ENOUGH_FOR_A_SLIP = 8;
export const MOST_REMEMBERED = 5_000;

/** A matcher that remembers its answers: a form of 10,000 rows names a few hundred cooperatives. */
export function cooperativeMatcher(directory: DirectoryIndex): CooperativeMatcher {
  const remembered = new Map<string, CooperativeMatch>();
  return (name, number) => {
    const key = `${number.written ?? ''}|${number.restored ?? ''}|${name}`;
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const match = matchCooperative(directory, name, number);
    remembered.set(ownText(key), match);
    return match;
  };
}

/** `name` may be empty; neither given is `unknown_cooperative`. Never guesses between two. */
function matchCooperative(
  directory: DirectoryIndex,
  name: string,
  number: RegistrationNumberReading,
): CooperativeMatch {
  const numbered = withNumber(directory, number);
  if (name === '') return byNumberAlone(numbered, number);
  const named = directory.named(name);
  const matches = (named.length > 0 ? named : directory.nearly(name)).slice(0, MOST_CANDIDATES);
  const agreeing = matches.filter(({ cooperative }) => numbered.includes(cooperative));
  if (agreeing.length === 1) return found(agreeing[0]!, matches);
  // A number as written that says something else, or nothing, is a contradiction; a patched-up one is not.
  if (number.written !== undefined && matches.length > 0) {
    return doubt('number_name_disagree', [...numbered.map(byNumber), ...matches]);
  }
  if (matches.length === 0) return doubt('unknown_cooperative', numbered.map(byNumber));
  if (matches.length > 1) return doubt('ambiguous_cooperative', matches);
  return isSure(matches[0]!, name) ? found(matches[0]!, matches) : doubt('unknown_cooperative', matches);
}

/** One slip in a long name with no rival; everything else with a slip is for a person. */
function isSure({ edits }: DirectoryMatch, name: string): boolean {
  return edits === 0 || (edits === 1 && matchKey(name).length >= LONG_ENOUGH_FOR_A_SLIP);
}

function withNumber(directory: DirectoryIndex, number: RegistrationNumberReading): DirectoryCooperative[] {
  const { written, restored, lastFour } = number;
  const whole = directory.withNumber(written ?? restored ?? '');
  return whole.length > 0 || !lastFour ? [...whole] : [...directory.withLastFour(lastFour)];
}

/** A number alone must be as written; one that lost digits is only a proposal. */
function byNumberAlone(
  numbered: DirectoryCooperative[],
  { written }: RegistrationNumberReading,
): CooperativeMatch {
  const candidates = numbered.map(byNumber);
  if (candidates.length > 1) return doubt('ambiguous_cooperative', candidates);
  return written && candidates[0]
    ? found(candidates[0], candidates)
    : doubt('unknown_cooperative', candidates);
}

function found(match: DirectoryMatch, candidates: readonly DirectoryMatch[]): CooperativeMatch {
  return { cooperative: match.cooperative, candidates, ...(match.edits > 0 && { misspelt: true }) };
}

function doubt(reason: MatchDoubt, candidates: readonly DirectoryMatch[]): CooperativeMatch {
  const once = new Map(candidates.map((match) => [match.cooperative.id, match]));
  return { doubt: reason, candidates: [...once.values()].slice(0, MOST_CANDIDATES) };
}

const byNumber = (cooperative: DirectoryCooperative): DirectoryMatch => ({
  cooperative,
  reason: 'registration_number',
  edits: 0,
});
