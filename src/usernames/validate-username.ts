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
import { composeUsername, MARKER } from './username.js';

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
  return withLength(parts ? exact(input, parts) : faulty(input, directory), limit);
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
  const held = {
    input,
    valid: true,
    canonical: input,
    sellerName,
    segments,
    issues: [],
    cooperative,
    candidates: [],
  };
  return withLength(held, limit);
}

type Unmeasured = Omit<UsernameVerdict, 'length' | 'displayName'>;

function exact(input: string, { regionCode, digits, sellerName, cooperative }: UsernameParts): Unmeasured {
  let start = 0;
  const segment = (kind: UsernameSegment['kind'], text: string): UsernameSegment => ({
    kind,
    text,
    start,
    end: (start += text.length),
  });
  return {
    input,
    valid: true,
    canonical: input,
    sellerName,
    segments: [
      segment('region', regionCode),
      segment('number', digits),
      segment('name', sellerName),
      segment('marker', MARKER),
      segment('cooperative', cooperative.shortName),
    ],
    issues: [],
    cooperative,
    candidates: [],
  };
}

function faulty(input: string, directory: DirectoryIndex): Unmeasured {
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
    cooperative: reading.resolution.cooperative,
    candidates: reading.resolution.cooperative ? [] : reading.resolution.candidates,
  };
}

/** What is proposed must itself be a correct username. */
function knownCanonical({ canonical }: UsernameReading, directory: DirectoryIndex): string | undefined {
  return canonical !== undefined && exactUsername(canonical, directory) ? canonical : undefined;
}

function withLength(verdict: Unmeasured, limit: NicknameLimit): UsernameVerdict {
  const username = verdict.canonical ?? verdict.input;
  const length = usernameLength(username, limit);
  if (length.fitsOpenChat !== false) return { ...verdict, length };
  const max = `${limit.nicknameMax} (${limit.nicknameUnit})`;
  return {
    ...verdict,
    issues: [...verdict.issues, usernameIssue('TOO_LONG', 'whole', { max })],
    length,
    displayName: displayName(username, shorterForms(verdict), limit),
  };
}

function shorterForms({ cooperative, sellerName }: Unmeasured): string[] {
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
