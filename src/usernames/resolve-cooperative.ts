/**
 * Which cooperative a typed username means, by weighing name, number and area: two that agree outvote the third, and
 * a name that could be two (บ้านรีทอง: บ้านสีทอง or บ้านศรีทอง?) is settled by the number or not at all.
 */
import { distance } from 'fastest-levenshtein';
import { spellings } from '../cooperatives/cooperative-name.js';
import type {
  DirectoryCooperative,
  DirectoryIndex,
  DirectoryMatch,
} from '../cooperatives/directory-index.js';
import { slipsBetween } from '../cooperatives/near-spelling.js';
import type { RegionCode } from '../cooperatives/regions.js';
import { lastFourDigits } from './username.js';

/** What was typed. */
export interface CooperativeClues {
  /** Without marker; may be empty. */
  name: string;
  digits: string;
  regionCode: RegionCode | undefined;
}

export interface Resolution {
  cooperative: DirectoryCooperative | undefined;
  /** All that it could be, best first, whether or not one was chosen. */
  candidates: readonly DirectoryMatch[];
  /** The name says one cooperative, number and area another. */
  conflict?: boolean;
  /** How far the typed name is from the chosen cooperative's own: 0 exact, more is worse. */
  cost: number;
}

/** A name hardly like the cooperative's, or none, but backed by number and area. */
export const PARTLY = 4;
const NAMELESS = 5;
const UNRESOLVED = 8;

/** Longer than any cooperative's full name. */
const MAX_NAME = 110;

/** By the letters of the name, and by slips of it where the number says whose name is meant. Quick. */
export function resolveByName(directory: DirectoryIndex, clues: CooperativeClues): Resolution | undefined {
  const { name } = clues;
  if (name.length > MAX_NAME) return undefined;
  const numbered = cooperativesWithDigits(directory, clues.digits);
  if (name === '') return byNumberAlone(numbered, clues.regionCode);
  const named = directory.named(name);
  if (named.length > 0) return choose(named, numbered, clues);
  return byNumberAndSlip(directory, clues);
}

/** By slips of the name among all cooperatives. */
export function resolveBySlip(directory: DirectoryIndex, clues: CooperativeClues): Resolution | undefined {
  const near = clues.name.length > MAX_NAME ? [] : directory.nearly(clues.name);
  const nearest = near.filter(({ edits }) => edits === near[0]!.edits);
  return near.length === 0
    ? undefined
    : choose(nearest, cooperativesWithDigits(directory, clues.digits), clues);
}

/** Nothing tells; the number's cooperatives are offered. */
export function unresolved(directory: DirectoryIndex, clues: CooperativeClues): Resolution {
  const numbered = cooperativesWithDigits(directory, clues.digits);
  const candidates =
    inRegion(numbered, clues.regionCode).length > 0 ? inRegion(numbered, clues.regionCode) : numbered;
  return { cooperative: undefined, candidates: candidates.map(byNumber), cost: UNRESOLVED };
}

function choose(
  named: readonly DirectoryMatch[],
  numbered: readonly DirectoryCooperative[],
  { regionCode, digits }: CooperativeClues,
): Resolution {
  const cost = costOf(named[0]!);
  const agreeing = named.filter(({ cooperative }) => numbered.includes(cooperative));
  const left = agreeing.length > 0 ? agreeing : named;
  const here = left.filter(({ cooperative }) => cooperative.regionCode === regionCode);
  const exact = cost <= 1;
  const chosen =
    left.length === 1 ? left[0] : here.length === 1 && (agreeing.length > 0 || exact) ? here[0] : undefined;
  if (chosen === undefined) return { cooperative: undefined, candidates: left, cost: cost + 2 };
  // The name says one thing, number and area together another: that is for a person to tell.
  const others = inRegion(numbered, regionCode);
  if (
    agreeing.length === 0 &&
    digits.length >= 4 &&
    others.length > 0 &&
    chosen.cooperative.regionCode !== regionCode
  ) {
    const candidates = [...named, ...others.map(byNumber)];
    return { cooperative: undefined, candidates, conflict: true, cost: cost + 2 };
  }
  return { cooperative: chosen.cooperative, candidates: left, cost };
}

function byNumberAndSlip(directory: DirectoryIndex, clues: CooperativeClues): Resolution | undefined {
  const { name, regionCode } = clues;
  const typed = spellings(name);
  const judged = cooperativesWithDigits(directory, clues.digits)
    .map((cooperative) => ({ cooperative, cost: likeness(typed, directory.spellingsOf(cooperative)) }))
    .filter(
      ({ cost, cooperative }) => cost < PARTLY || (cost === PARTLY && cooperative.regionCode === regionCode),
    )
    .sort((a, b) => a.cost - b.cost);
  const [first, second] = judged;
  if (first === undefined) return undefined;
  const candidates = judged.map(({ cooperative, cost }) => ({
    cooperative,
    reason: 'near_miss' as const,
    edits: cost < PARTLY ? cost - 1 : 0,
  }));
  const alone = second === undefined || second.cost > first.cost;
  return {
    cooperative: alone ? first.cooperative : undefined,
    candidates,
    cost: alone ? first.cost : first.cost + 2,
  };
}

function byNumberAlone(
  numbered: readonly DirectoryCooperative[],
  regionCode: RegionCode | undefined,
): Resolution | undefined {
  const here = inRegion(numbered, regionCode);
  if (here.length === 0) return undefined;
  const cooperative = here.length === 1 ? here[0] : undefined;
  return { cooperative, candidates: here.map(byNumber), cost: cooperative ? NAMELESS : NAMELESS + 2 };
}

/** 1 plus slips, `PARTLY` for a beginning, a name with an ending too much, or a distant likeness, else infinite. */
function likeness(typed: readonly string[], registered: readonly string[]): number {
  let best = Infinity;
  for (const one of typed) {
    for (const other of registered) {
      const slips = slipsBetween(one, other);
      if (slips !== undefined) best = Math.min(best, 1 + slips);
      else if (best > PARTLY && isPartly(one, other)) best = PARTLY;
    }
  }
  return best;
}

function isPartly(typed: string, key: string): boolean {
  if (typed.length < 2 || key.length < 2) return false;
  if (key.startsWith(typed) || typed.startsWith(key) || (typed.length > 3 && key.endsWith(typed)))
    return true;
  const atMost = Math.min(typed.length, key.length) * 0.4;
  return Math.abs(typed.length - key.length) <= atMost && distance(typed, key) <= atMost;
}

/** One lost leading zero is put back; of a whole registration number the last four count. */
export function cooperativesWithDigits(
  directory: DirectoryIndex,
  digits: string,
): readonly DirectoryCooperative[] {
  return digits.length < 2 ? [] : directory.withLastFour(lastFourDigits(digits.padStart(4, '0')));
}

function inRegion(
  cooperatives: readonly DirectoryCooperative[],
  regionCode: RegionCode | undefined,
): readonly DirectoryCooperative[] {
  return cooperatives.filter((cooperative) => cooperative.regionCode === regionCode);
}

function byNumber(cooperative: DirectoryCooperative): DirectoryMatch {
  return { cooperative, reason: 'registration_number', edits: 0 };
}

function costOf({ reason, edits }: DirectoryMatch): number {
  if (reason === 'short_name') return 0;
  if (reason === 'near_miss') return 1 + edits;
  return reason === 'short_form' ? 1.5 : 1;
}
