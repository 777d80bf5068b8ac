/**
 * Names that would lead to two cooperatives: an alias ครูตาก of one that is the short name of another tells neither.
 */
import { compact, matchKey, readCooperativeName } from './cooperative-name.js';
import type { CooperativeFacts } from './cooperative.js';
import { factProblems, type FactIssue } from './fact-problems.js';

type Names = Pick<CooperativeFacts, 'registrationNumber' | 'fullName' | 'shortName' | 'aliases'>;

/** Warnings only: two cooperatives may really be called the same. */
export function sharedNames(facts: Names, others: readonly Names[]): FactIssue[] {
  const key = matchKey(facts.fullName);
  const sameShort = others.find(({ shortName }) => shortName === facts.shortName);
  const sameFull = others.find(
    ({ fullName }) => compact(fullName) === compact(facts.fullName) || matchKey(fullName) === key,
  );
  return [
    ...(readCooperativeName(facts.fullName).kind ? [] : [factProblems.fullNameWithoutKind()]),
    ...(sameShort ? [factProblems.nameShared(sameShort.registrationNumber)] : []),
    ...(sameFull ? [factProblems.fullNameShared(sameFull.registrationNumber)] : []),
    ...facts.aliases.flatMap((alias, index) => {
      const other = others.find((each) => namesOf(each).includes(matchKey(alias)));
      return other ? [factProblems.aliasShared(alias, other.registrationNumber, index)] : [];
    }),
  ];
}

const namesOf = ({ fullName, shortName, aliases }: Names): string[] =>
  [fullName, shortName, ...aliases].map(matchKey);
