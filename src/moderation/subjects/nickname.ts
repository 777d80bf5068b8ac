/**
 * A name somebody carries in the group (ชื่อที่ใช้ในกลุ่ม), as far as it can tell people apart:
 * "A1650 ออมทรัพย์ สอ.อยู่ดีกินดี" is the same as without blanks.
 */
import { usernameKey, usernameSkeleton } from '../../usernames/username.js';

/** As long as the columns that keep it. */
const longest = 300;

export interface NicknameKeys {
  key: string;
  skeleton: string;
}

/** What nicknames are compared by; undefined for one that says nothing or is endless. */
export function nicknameKeys(nickname: string): NicknameKeys | undefined {
  const key = usernameKey(nickname);
  if (key === '' || key.length > longest || nickname.length > longest) return undefined;
  return { key, skeleton: usernameSkeleton(key).slice(0, longest) };
}
