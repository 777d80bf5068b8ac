/**
 * What people said a cooperative's name means: สหกรณ์ออมทรัพย์ครูอุดร was said to be 101234, so the next row that says so is
 * that cooperative. Consulted only where the directory itself is in doubt.
 */
import { matchKey } from '../../cooperatives/cooperative-name.js';
import type { DirectoryIndex } from '../../cooperatives/directory-index.js';
import { MOST_REMEMBERED, type CooperativeMatch, type CooperativeMatcher } from './cooperative-match.js';
import type { RegistrationNumberReading } from './registration-number.js';

/** What a text was said to mean, and the decision that says so. */
export interface Meaning {
  valueDecisionId: string;
  cooperativeId: string;
}

/** The cooperative a text was said to mean, by the key of name and number; undefined if nobody said. */
export type CooperativeMemory = (key: string) => Meaning | undefined;

/** Equal for equal names and numbers, however spelt: สอ.ครูอุดร and สหกรณ์ออมทรัพย์ครูอุดร จำกัด. */
export function cooperativeKey(name: string, number: RegistrationNumberReading): string {
  return JSON.stringify([name === '' ? '' : matchKey(name), number.written ?? number.typed ?? '']);
}

/** A doubtful match becomes a clear one where a person has decided; a clear one stays as it is. */
export function withMemory(
  match: CooperativeMatcher,
  directory: DirectoryIndex,
  memory: CooperativeMemory,
): CooperativeMatcher {
  const settled = new Map<string, CooperativeMatch>();
  return (name, number) => {
    const found = match(name, number);
    if (!found.doubt || (name === '' && number.written === undefined && number.typed === undefined))
      return found;
    const key = cooperativeKey(name, number);
    const known = settled.get(key);
    if (known) return known;
    // A number that lacks digits says too little to contradict the name.
    const meant = memory(key) ?? (number.written ? undefined : memory(cooperativeKey(name, {})));
    const cooperative = meant && directory.get(meant.cooperativeId);
    if (!cooperative) return found;
    const { candidates } = found;
    const remembered: CooperativeMatch = { cooperative, candidates, remembered: meant.valueDecisionId };
    if (settled.size >= MOST_REMEMBERED) settled.clear();
    settled.set(key, remembered);
    return remembered;
  };
}
