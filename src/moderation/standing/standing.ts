/**
 * How somebody stands at a moment (สถานะความประพฤติ): the sum of the points of their strikes that count then. Never
 * stored, always counted: ใบเตือน 2 ใบที่ยังไม่หมดอายุ ใบละ 1 คะแนน = 2 คะแนน
 */
import type { Sanction, SanctionEnd } from './sanction.js';
import type { Strike, StrikeReversal } from './strike.js';

export interface ConductRecord {
  strikes: readonly Strike[];
  reversals: readonly StrikeReversal[];
  sanctions: readonly Sanction[];
  ends: readonly SanctionEnd[];
}

/** Strikes that count at `at`: from the decision until the expiry, and until a reversal, which counts from its own time. */
export function strikesAt(
  { strikes, reversals }: Pick<ConductRecord, 'strikes' | 'reversals'>,
  at: string,
): Strike[] {
  const reversedAt = new Map(reversals.map((reversal) => [reversal.strikeId, reversal.at]));
  return strikes.filter(({ id, issuedAt, expiresAt }) => {
    const reversed = reversedAt.get(id);
    return issuedAt <= at && at < expiresAt && !(reversed !== undefined && reversed <= at);
  });
}

export const pointsAt = (record: Pick<ConductRecord, 'strikes' | 'reversals'>, at: string): number =>
  strikesAt(record, at).reduce((sum, { points }) => sum + points, 0);

/** Sanctions that hold at `at`. */
export function sanctionsAt(
  { sanctions, ends }: Pick<ConductRecord, 'sanctions' | 'ends'>,
  at: string,
): Sanction[] {
  const endedAt = new Map(ends.map((end) => [end.sanctionId, end.at]));
  return sanctions.filter(({ id, startedAt }) => {
    const ended = endedAt.get(id);
    return startedAt <= at && !(ended !== undefined && ended <= at);
  });
}

export const isRemovedAt = (record: Pick<ConductRecord, 'sanctions' | 'ends'>, at: string): boolean =>
  sanctionsAt(record, at).some(({ kind }) => kind === 'removal');
