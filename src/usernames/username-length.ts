/**
 * OpenChat is said to refuse long nicknames: A1650ออมทรัพย์สอ.อยู่ดีกินดี has 28 UTF-16 units but 21 letters, so every
 * way of counting is told, and a shorter name to show where the limit is set and passed.
 */
import { cutAtGrapheme, textLength, type LengthUnit, type TextLength } from '../thai/graphemes.js';

/** The settings OPENCHAT_NICKNAME_MAX and OPENCHAT_NICKNAME_UNIT. */
export interface NicknameLimit {
  /** `undefined` where no limit is set. */
  nicknameMax: number | undefined;
  nicknameUnit: LengthUnit;
}

export interface UsernameLength extends TextLength {
  /** Only where a limit is set. */
  fitsOpenChat?: boolean;
}

export function usernameLength(
  username: string,
  { nicknameMax, nicknameUnit }: NicknameLimit,
): UsernameLength {
  const length = textLength(username);
  return nicknameMax === undefined
    ? length
    : { ...length, fitsOpenChat: length[nicknameUnit] <= nicknameMax };
}

/**
 * What to show where a username is too long: the first that fits of `shorter` (built from the cooperative's aliases),
 * else the username cut between two letters.
 */
export function displayName(
  username: string,
  shorter: readonly string[],
  limit: NicknameLimit,
): string | undefined {
  const { nicknameMax, nicknameUnit } = limit;
  if (nicknameMax === undefined || textLength(username)[nicknameUnit] <= nicknameMax) return undefined;
  const fitting = shorter.find((candidate) => textLength(candidate)[nicknameUnit] <= nicknameMax);
  return fitting ?? cutAtGrapheme(username, nicknameMax, nicknameUnit);
}
