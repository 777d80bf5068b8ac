/**
 * A username says where its seller belongs: area, last four digits of the cooperative's number, name, สอ. and the
 * cooperative's short name, as in A1650ออมทรัพย์สอ.อยู่ดีกินดี.
 */
import type { RegionCode } from '../cooperatives/regions.js';
import { skeleton } from '../thai/lookalikes.js';
import { normalize } from '../thai/normalize.js';

/** Stands in usernames of every kind of cooperative, since the federation's letter knows no other. */
export const MARKER = 'สอ.';

/** What a username takes from its cooperative. */
export interface CooperativeOfUsername {
  regionCode: RegionCode;
  registrationNumber: string;
  /** Without marker and white space. */
  shortName: string;
}

/** The username of a seller who is called `sellerName` in it: first name, without title and white space. */
export function composeUsername(cooperative: CooperativeOfUsername, sellerName: string): string {
  const { regionCode, registrationNumber, shortName } = cooperative;
  return `${regionCode}${lastFourDigits(registrationNumber)}${sellerName}${MARKER}${shortName}`;
}

/** Leading zeros belong to them: 100045 gives 0045. */
export function lastFourDigits(registrationNumber: string): string {
  return registrationNumber.slice(-4);
}

/**
 * The ladder of names a seller may carry, endless, best first: ออมทรัพย์, ออมทรัพย์ใจดี, ออมทรัพย์ใจดี2, ….
 * The first rung whose username nobody else holds is taken.
 */
export function* sellerNames(firstName: string, lastName: string): Generator<string, never> {
  const first = squeezed(firstName);
  const whole = first + squeezed(lastName);
  yield first;
  if (whole !== first) yield whole;
  for (let n = 2; ; n++) yield `${whole}${n}`;
}

/**
 * What decides whether two usernames are the same: normalised, without white space, Latin in lower case.
 * Look-alikes stay different here; see `usernameSkeleton`.
 */
export function usernameKey(text: string): string {
  return squeezed(text).toLowerCase();
}

/** What two usernames share that a hurried reader would mix up; not unique. */
export function usernameSkeleton(text: string): string {
  return skeleton(text);
}

function squeezed(text: string): string {
  return normalize(text).replace(/\s+/gu, '');
}
