import { hash } from 'node:crypto';

/**
 * Every audit entry seals the one before it: change one, and all that follow no longer fit.
 * ตัวอย่าง: แก้บันทึกที่ 5 แล้ว ค่าลายเซ็นของบันทึกที่ 6 เป็นต้นไปจะไม่ตรงกัน
 */
export interface AuditFacts {
  /** Place in the chain, from 1, without gaps. */
  seq: number;
  id: string;
  at: string;
  actorType: string;
  actorId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  requestId: string;
  /** JSON text; never personal data. */
  payload: string;
}

/** The hash before the first entry. */
export const genesisHash = '0'.repeat(64);

/** SHA-256 (64 hex digits) over the facts and the hash of the entry before. */
export function hashEntry(facts: AuditFacts, previousHash: string): string {
  const { seq, id, at, actorType, actorId, action, subjectType, subjectId, requestId, payload } = facts;
  const sealed = [
    seq,
    id,
    at,
    actorType,
    actorId,
    action,
    subjectType,
    subjectId,
    requestId,
    payload,
    previousHash,
  ];
  return hash('sha256', JSON.stringify(sealed), 'hex');
}

/** Where and why a chain is broken. */
export interface ChainBreak {
  seq: number;
  reason: 'missing' | 'changed' | 'tail_missing';
}

/** Checks entries in order, beginning after `from`. Answers the last good link, or the first break. */
export function verifyLinks(
  entries: readonly (AuditFacts & { hash: string })[],
  from: { seq: number; hash: string },
): { seq: number; hash: string } | ChainBreak {
  let last = from;
  for (const entry of entries) {
    if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, reason: 'missing' };
    if (hashEntry(entry, last.hash) !== entry.hash) return { seq: entry.seq, reason: 'changed' };
    last = { seq: entry.seq, hash: entry.hash };
  }
  return last;
}
