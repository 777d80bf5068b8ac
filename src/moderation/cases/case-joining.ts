/**
 * Which case a report belongs to. สติกเกอร์อรุณสวัสดิ์ที่ส่งซ้ำหลังวินิจฉัยแล้วเป็นเรื่องใหม่ แต่การแจ้งข้อความเดิมช้าไปอยู่กับเรื่องเดิม: a
 * message posted before a decision about it was decided with it; one posted afterwards is a new matter.
 */
import { isUndecided } from './case-course.js';
import type { Case } from './case.js';

/** A case of the same person about the same words. */
export interface KnownCase {
  case: Case;
  /** Of its first decision. */
  decidedAt: string | null;
}

/** The case that takes a report of a message posted then (null: nobody knows); undefined if a new one has to. */
export function caseThatTakes(known: readonly KnownCase[], postedAt: string | null): Case | undefined {
  const decided = known
    .filter(({ decidedAt }) => decidedAt !== null)
    .sort((a, b) => (a.decidedAt! < b.decidedAt! ? -1 : 1));
  const withIt = postedAt === null ? undefined : decided.find(({ decidedAt }) => postedAt <= decidedAt!);
  if (withIt) return withIt.case;
  const undecided = known.find((each) => isUndecided(each.case.status));
  if (undecided) return undecided.case;
  return postedAt === null ? decided.at(-1)?.case : undefined;
}

export const openKeyOf = (subjectId: string, fingerprint: string): string => `${subjectId}:${fingerprint}`;
