/**
 * Takes a correct username apart, and nothing else: in A1650สอสอ.ครูตาก the name is สอ, since names hold no full stop
 * and so the first `สอ.` behind at least one letter is the marker.
 */
import type { DirectoryCooperative, DirectoryIndex } from '../cooperatives/directory-index.js';
import { normalize } from '../thai/normalize.js';
import { readSellerName } from './seller-name.js';
import { MARKER } from './username.js';

export interface UsernameParts {
  sellerName: string;
  /** Area and number are its own. */
  cooperative: DirectoryCooperative;
}

const HEAD = /^(NE|[NSEWABC])([0-9]{4})/;

/** The parts of a username that is exactly as it should be, or `undefined`. */
export function exactUsername(text: string, directory: DirectoryIndex): UsernameParts | undefined {
  const head = HEAD.exec(text);
  if (head === null) return undefined;
  const nameAt = head[0].length;
  const markerAt = text.indexOf(MARKER, nameAt + 1);
  if (markerAt < 0) return undefined;
  const [, regionCode, digits] = head;
  const shortName = text.slice(markerAt + MARKER.length);
  const cooperative = directory
    .withLastFour(digits!)
    .find((each) => each.regionCode === regionCode && each.shortName === shortName);
  if (cooperative === undefined) return undefined;
  const sellerName = text.slice(nameAt, markerAt);
  if (normalize(sellerName) !== sellerName) return undefined;
  const { name, title } = readSellerName(sellerName);
  if (name !== sellerName || title !== undefined) return undefined;
  return { sellerName, cooperative };
}
