/**
 * Whom a matter is about: somebody in the group by their nickname (ชื่อที่ใช้ในกลุ่ม), registered or not. Strikes and
 * sanctions belong to the subject. Two subjects with one seller are one person.
 */
export interface Subject {
  id: string;
  nickname: string;
  /** Normalised as usernames are; unique. */
  nicknameKey: string;
  /** What look-alike nicknames share; not unique. */
  skeleton: string;
  sellerId: string | null;
  /** The seller's; null while nobody knows who it is. */
  cooperativeId: string | null;
  createdAt: string;
  version: number;
}

/** One person: the seller, if known, and every subject that is theirs, in the order of their ids. */
export interface Person {
  sellerId: string | null;
  subjectIds: readonly string[];
}
