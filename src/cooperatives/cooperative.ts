/**
 * A member cooperative as the directory keeps it. Usernames carry its area, the last four digits of its number and
 * its short name (A1650…สอ.อยู่ดีกินดี), so only a change of these three would make them read differently.
 */
import type { CooperativeKind } from './cooperative-name.js';
import type { DirectoryCooperative } from './directory-index.js';

export const COOPERATIVE_STATUSES = ['active', 'inactive'] as const;

export type CooperativeStatus = (typeof COOPERATIVE_STATUSES)[number];

export interface Cooperative extends DirectoryCooperative {
  /** Thai name of the province of the head office, such as บุรีรัมย์. */
  province: string | null;
  kind: CooperativeKind | null;
  /** Sellers register only with active ones. */
  status: CooperativeStatus;
  /** Counts changes from 1. */
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** What people say about a cooperative; the rest is the directory's own. */
export type CooperativeFacts = Omit<Cooperative, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

export const FACTS = [
  'registrationNumber',
  'fullName',
  'shortName',
  'regionCode',
  'province',
  'kind',
  'status',
  'aliases',
] as const satisfies readonly (keyof CooperativeFacts)[];

export type FactName = (typeof FACTS)[number];

/** Which facts differ, in the order of {@link FACTS}. */
export function changedFacts(before: CooperativeFacts, after: CooperativeFacts): FactName[] {
  return FACTS.filter((fact) =>
    fact === 'aliases' ? !sameList(before.aliases, after.aliases) : before[fact] !== after[fact],
  );
}

/** Whether usernames composed before and after would differ. */
export function altersUsernames(before: CooperativeFacts, after: CooperativeFacts): boolean {
  return (
    before.regionCode !== after.regionCode ||
    before.registrationNumber.slice(-4) !== after.registrationNumber.slice(-4) ||
    before.shortName !== after.shortName
  );
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}
