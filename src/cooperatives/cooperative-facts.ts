/**
 * Reads what people say about a cooperative into the form the directory keeps: number `๑๐๑๖๕๐` as 101650, names with
 * equal-looking Thai made equal, province จ.บุรีรัมย์ as บุรีรัมย์, and a short name proposed where none is given.
 */
import { toAsciiDigits } from '../thai/digits.js';
import { normalize } from '../thai/normalize.js';
import { textIssues } from '../thai/text-issues.js';
import { compact, proposeShortName, readCooperativeName, type CooperativeKind } from './cooperative-name.js';
import type { CooperativeFacts, CooperativeStatus, FactName } from './cooperative.js';
import { factProblems, type FactIssue } from './fact-problems.js';
import { findProvince, PROVINCES, type Province } from './provinces.js';
import type { RegionCode } from './regions.js';

/** Facts as typed; what is left out is found by rule. */
export interface GivenFacts {
  registrationNumber: string;
  fullName: string;
  shortName?: string;
  /** May be left out where the province tells it. */
  regionCode?: RegionCode;
  province?: string | null;
  kind?: CooperativeKind | null;
  status?: CooperativeStatus;
  aliases?: readonly string[];
}

export const LONGEST_FULL_NAME = 200;
export const LONGEST_SHORT_NAME = 100;
export const MOST_ALIASES = 50;

/** Letters with their marks, numbers, punctuation and spaces, and at least one letter or number. */
const NAME = /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\p{P} ]+$/u;

/** The facts as they are kept, or none if an issue is an error. */
export function readFacts(given: GivenFacts): { facts?: CooperativeFacts; issues: FactIssue[] } {
  const fullName = tidyName(given.fullName);
  const shortName = given.shortName === undefined ? proposeShortName(fullName) : compact(given.shortName);
  const province = readProvince(given.province ?? '');
  const regionCode = given.regionCode ?? usualRegion(province);
  const registrationNumber = readNumber(given.registrationNumber);
  const aliases = readAliases(given.aliases ?? [], [fullName, shortName]);
  const fullNameIssues = nameIssues('fullName', fullName, LONGEST_FULL_NAME);
  // What is wrong with a full name need not be said again of the short name made of it.
  const judged = given.shortName !== undefined || fullNameIssues.length === 0;
  const issues = [
    ...numberIssues(registrationNumber),
    ...fullNameIssues,
    ...(fullNameIssues.length === 0 && lettersIn(fullName) < FEWEST_LETTERS
      ? [factProblems.fullNameTooShort()]
      : []),
    ...(judged ? nameIssues('shortName', shortName, LONGEST_SHORT_NAME) : []),
    ...aliasIssues(aliases),
    ...(shortName.startsWith('สอ.') ? [factProblems.shortNameHasMarker(shortName)] : []),
    ...placeIssues(regionCode, province, given.province ?? ''),
  ];
  if (regionCode === undefined || issues.some(({ severity }) => severity === 'error')) return { issues };
  const kind = given.kind === undefined ? (readCooperativeName(fullName).kind ?? null) : given.kind;
  const status = given.status ?? 'active';
  const names = { registrationNumber, fullName, shortName };
  return { facts: { ...names, regionCode, province: province?.th ?? null, kind, status, aliases }, issues };
}

/** No cooperative is called by less. */
const FEWEST_LETTERS = 4;
const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const latinKey = (text: string) => text.replace(/[\s-]+/g, '').toLowerCase();
const BY_ENGLISH: ReadonlyMap<string, Province> = new Map(PROVINCES.map((each) => [latinKey(each.en), each]));

/** The province meant by `บุรีรัมย์`, `จ.บุรีรัมย์`, `โคราช`, `กทม.` or `Buri Ram`. */
function readProvince(text: string): Province | undefined {
  const thai = normalize(text);
  return findProvince(thai) ?? findProvince(thai.replaceAll('.', '')) ?? BY_ENGLISH.get(latinKey(thai));
}

/** The area of most provinces; none where only the federation can tell. */
function usualRegion(province: Province | undefined): RegionCode | undefined {
  return province?.ambiguous ? undefined : province?.defaultRegion;
}

/** Equal-looking text made equal, white space reduced to single spaces. */
export function tidyName(text: string): string {
  return normalize(text).replace(/\s+/gu, ' ').trim();
}

/** Digits as ASCII, without white space; six of them if all is well. */
export function readNumber(text: string): string {
  return toAsciiDigits(compact(text));
}

/** Tidy, each once, and none that says only what full and short name say. */
function readAliases(typed: readonly string[], names: readonly string[]): string[] {
  const seen = new Set(names.map(compact));
  return typed.map(tidyName).filter((alias) => {
    const key = compact(alias);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function numberIssues(number: string): FactIssue[] {
  if (/^\d{6}$/.test(number)) return [];
  const padded = /^\d{3,5}$/.test(number) ? number.padStart(6, '0') : undefined;
  return [factProblems.numberInvalid(number, padded)];
}

function nameIssues(field: FactName, name: string, longest: number, index?: number): FactIssue[] {
  if (name === '') return [factProblems.nameMissing(field)];
  if (name.length > longest) return [factProblems.nameTooLong(field, longest, index)];
  const flaws = textIssues(name).map(({ code, message }) => factProblems.text(field, code, message, index));
  if (flaws.length === 0 && !NAME.test(name)) return [factProblems.nameInvalid(field, index)];
  return flaws;
}

function aliasIssues(aliases: readonly string[]): FactIssue[] {
  if (aliases.length > MOST_ALIASES) return [factProblems.tooManyAliases(MOST_ALIASES)];
  return aliases.flatMap((alias, index) => nameIssues('aliases', alias, LONGEST_FULL_NAME, index));
}

/** The area is the federation's to tell, but one far from the province's is worth a second look. */
function placeIssues(
  regionCode: RegionCode | undefined,
  province: Province | undefined,
  typedProvince: string,
): FactIssue[] {
  if (province === undefined && typedProvince.trim() !== '')
    return [factProblems.provinceUnknown(typedProvince)];
  const inBangkok = province?.ambiguous === true && province.defaultRegion === undefined;
  if (regionCode === undefined)
    return [inBangkok ? factProblems.bangkokNeedsArea() : factProblems.regionNeeded(province?.th)];
  const usual = inBangkok ? (['A', 'B'] as const) : [usualRegion(province) ?? regionCode];
  const isUsual = usual.some((code) => code === regionCode);
  return isUsual ? [] : [factProblems.regionUnusual(regionCode, province!.th, usual)];
}
