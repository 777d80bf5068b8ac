/**
 * Judges a username: valid only if it is letter by letter what the directory says it must be; otherwise everything
 * that is wrong, and the username that was meant, as A1650ออมทรัพย์สอ.อยู่ดีกินดี for `a1650 ออมทรัพย์ สอ.อยู่ดีกินดี`.
 */
import type {
  DirectoryCooperative,
  DirectoryIndex,
  DirectoryMatch,
} from '../cooperatives/directory-index.js';
import { exactUsername, type UsernameParts } from './exact-username.js';
import { parseUsername, type UsernameReading } from './parse-username.js';
import { issuesOf, segmentsOf, type UsernameSegment } from './username-findings.js';
import { usernameIssue, type UsernameIssue } from './username-issue.js';
import { displayName, usernameLength, type NicknameLimit, type UsernameLength } from './username-length.js';
import { composeUsername, lastFourDigits, MARKER } from './username.js';

/** In UTF-16 units. Nothing longer is read. */
export const MAX_USERNAME_LENGTH = 200;

export interface UsernameVerdict {
  input: string;
  /** Exactly the canonical username. `TOO_LONG` for OpenChat alone does not make it invalid. */
  valid: boolean;
  /** The username that is meant; `undefined` where that would be a guess. */
  canonical: string | undefined;
  sellerName: string | undefined;
  segments: UsernameSegment[];
  issues: UsernameIssue[];
  /** Of the canonical username, or of the input where none is known. */
  length: UsernameLength;
  cooperative: DirectoryCooperative | undefined;
  /** Where no single cooperative is meant: all that could be, best first. */
  candidates: readonly DirectoryMatch[];
  /** What to show in OpenChat where the username is too long for it. */
  displayName?: string;
}

export function validateUsername(
  input: string,
  directory: DirectoryIndex,
  limit: NicknameLimit,
): UsernameVerdict {
  if (input.length > MAX_USERNAME_LENGTH) return tooLong(input, limit);
  const parts = exactUsername(input, directory);
  return whereTooLong(parts ? exact(input, parts, limit) : faulty(input, directory, limit), limit);
}

/**
 * Whether only the words read as a title stand between this text and validity. Some names begin like one, and a
 * person may have registered such a name: then {@link asHeld} is the verdict.
 */
export function couldBeHeldAsTyped({ issues, cooperative }: UsernameVerdict): boolean {
  const faults = issues.filter(({ code }) => code !== 'TOO_LONG');
  return cooperative !== undefined && faults.length === 1 && faults[0]!.code === 'NAME_HAS_TITLE';
}

/** The verdict on such a text once it is known that it was given to somebody. */
export function asHeld(verdict: UsernameVerdict, limit: NicknameLimit): UsernameVerdict {
  const { input, segments, cooperative } = verdict;
  const sellerName = segments.find(({ kind }) => kind === 'name')?.text;
  const length = usernameLength(input, limit);
  const candidates: DirectoryMatch[] = [];
  const held = {
    input,
    valid: true,
    canonical: input,
    sellerName,
    segments,
    issues: [],
    length,
    cooperative,
  };
  return whereTooLong({ ...held, candidates }, limit);
}

/** The way most usernames go, so written out plainly for speed. */
function exact(
  input: string,
  { sellerName, cooperative }: UsernameParts,
  limit: NicknameLimit,
): UsernameVerdict {
  const number = cooperative.regionCode.length;
  const name = number + 4;
  const marker = name + sellerName.length;
  const end = marker + MARKER.length;
  return {
    input,
    valid: true,
    canonical: input,
    sellerName,
    segments: [
      { kind: 'region', text: cooperative.regionCode, start: 0, end: number },
      { kind: 'number', text: lastFourDigits(cooperative.registrationNumber), start: number, end: name },
      { kind: 'name', text: sellerName, start: name, end: marker },
      { kind: 'marker', text: MARKER, start: marker, end },
      { kind: 'cooperative', text: cooperative.shortName, start: end, end: input.length },
    ],
    issues: [],
    length: usernameLength(input, limit),
    cooperative,
    candidates: [],
  };
}

function faulty(input: string, directory: DirectoryIndex, limit: NicknameLimit): UsernameVerdict {
  const reading = parseUsername(input, directory);
  const canonical = knownCanonical(reading, directory);
  const issues = issuesOf(reading);
  return {
    input,
    valid: false,
    canonical,
    sellerName: reading.nameReading.name,
    segments: segmentsOf(reading, input),
    issues: issues.length > 0 ? issues : [usernameIssue('NOT_NORMALIZED', 'whole')],
    length: usernameLength(canonical ?? input, limit),
    cooperative: reading.resolution.cooperative,
    candidates: reading.resolution.cooperative ? [] : reading.resolution.candidates,
  };
}

/** What is proposed must itself be a correct username. */
function knownCanonical({ canonical }: UsernameReading, directory: DirectoryIndex): string | undefined {
  return canonical !== undefined && exactUsername(canonical, directory) ? canonical : undefined;
}

/** Adds what follows from a username that OpenChat would not take. */
function whereTooLong(verdict: UsernameVerdict, limit: NicknameLimit): UsernameVerdict {
  if (verdict.length.fitsOpenChat !== false) return verdict;
  const username = verdict.canonical ?? verdict.input;
  const max = `${limit.nicknameMax} (${limit.nicknameUnit})`;
  return {
    ...verdict,
    issues: [...verdict.issues, usernameIssue('TOO_LONG', 'whole', { max })],
    displayName: displayName(username, shorterForms(verdict), limit),
  };
}

function shorterForms({ cooperative, sellerName }: UsernameVerdict): string[] {
  if (cooperative === undefined || sellerName === undefined) return [];
  return cooperative.aliases.map((alias) =>
    composeUsername({ ...cooperative, shortName: alias.replace(/^สอ\.|\s+/gu, '') }, sellerName),
  );
}

function tooLong(input: string, limit: NicknameLimit): UsernameVerdict {
  return {
    input,
    valid: false,
    canonical: undefined,
    sellerName: undefined,
    segments: [],
    issues: [usernameIssue('TOO_LONG', 'whole', { max: `${MAX_USERNAME_LENGTH} (utf16)` })],
    length: usernameLength(input, limit),
    cooperative: undefined,
    candidates: [],
  };
}
