/** What two people agree on: รับกลับเข้ากลุ่ม และถอนใบเตือนตามที่ระบุ */
import { Invalid } from '../../platform/errors.js';
import { sanctionsAt, type ConductRecord } from '../standing/standing.js';
import type { Strike } from '../standing/strike.js';
import type { Sanction } from '../standing/sanction.js';

/** As kept with the proposal. */
export interface ReinstatementOrder {
  strikeIds: readonly string[];
  /** The removals it is about. */
  sanctionIds: readonly string[];
}

/** The strikes named, which must be the person's and not taken back before. Throws Invalid. */
export function strikesToReverse({ strikes, reversals }: ConductRecord, wanted: readonly string[]): Strike[] {
  const reversed = new Set(reversals.map(({ strikeId }) => strikeId));
  const open = new Map(strikes.filter(({ id }) => !reversed.has(id)).map((strike) => [strike.id, strike]));
  return [...new Set(wanted)].map((id) => {
    const strike = open.get(id);
    if (!strike) throw unknownStrike(id);
    return strike;
  });
}

/** The same when it happens: what was taken back since the proposal needs nothing more. */
export function strikesStillToReverse(record: ConductRecord, wanted: readonly string[]): Strike[] {
  const reversed = new Set(record.reversals.map(({ strikeId }) => strikeId));
  return strikesToReverse(
    record,
    wanted.filter((id) => !reversed.has(id)),
  );
}

/** Removals that hold. */
export const removalsAt = (record: ConductRecord, at: string): Sanction[] =>
  sanctionsAt(record, at).filter(({ kind }) => kind === 'removal');

const unknownStrike = (id: string): Invalid =>
  Invalid.field('/strikeIds', 'STRIKE_UNKNOWN', {
    th: `ไม่พบใบเตือน ${id} ของผู้นี้ที่ยังไม่ถูกถอน ดูรายการที่ GET /v1/sellers/{id}/strikes`,
    en: `${id} is no strike of this person that still stands; see GET /v1/sellers/{id}/strikes.`,
  });
