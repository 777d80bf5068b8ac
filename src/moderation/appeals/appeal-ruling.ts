/**
 * What follows from the end of an appeal: ยกเลิกคำวินิจฉัย = ใบเตือนถูกถอน มาตรการของเรื่องนั้นสิ้นสุด และเชิญกลับหากถูกนำออกไปแล้ว.
 * Exactly the strike and the sanction of the decision end, nothing that another decision caused.
 */
import type { TaskKind } from '../tasks/task.js';
import type { Sanction } from '../standing/sanction.js';
import { sanctionsAt, type ConductRecord } from '../standing/standing.js';
import type { Strike } from '../standing/strike.js';
import type { AppealOutcome } from './appeal.js';

export interface RulingFacts {
  at: string;
  outcome: AppealOutcome;
  decisionId: string;
  /** Of the whole person. */
  record: ConductRecord;
  /** Whether somebody took the person out of the group in LINE because of this decision. */
  wasTakenOut: boolean;
  /** The finding in place of the old one removes the person, too. */
  removesAgain: boolean;
  /** The latest other decision that leads to removal by itself, though the person was removed already. */
  successor: { decisionId: string; subjectId: string } | null;
}

export interface Ruling {
  strikes: readonly Strike[];
  sanctions: readonly Sanction[];
  /** Sanctions of other decisions that begin now, since the one before them has ended. */
  successors: readonly Omit<Sanction, 'id'>[];
  /** The removal ends, and none holds any longer: the seller is a seller again. */
  returns: boolean;
  tasks: readonly TaskKind[];
}

export function ruleOn(facts: RulingFacts): Ruling {
  const { at, outcome, decisionId, record, wasTakenOut, removesAgain, successor } = facts;
  if (outcome === 'upheld')
    return { strikes: [], sanctions: [], successors: [], returns: false, tasks: ['deliver_notice'] };
  const reversed = new Set(record.reversals.map(({ strikeId }) => strikeId));
  const own = (fact: { decisionId: string }) => fact.decisionId === decisionId;
  const holding = sanctionsAt(record, at);
  const sanctions = holding.filter(own);
  const wasRemoved = sanctions.some(({ kind }) => kind === 'removal');
  const removedByOthers = holding.some((sanction) => sanction.kind === 'removal' && !own(sanction));
  const goesOn = wasRemoved && !removedByOthers && !removesAgain;
  const returns = goesOn && successor === null;
  return {
    // One that has expired is taken back, too: it was wrong.
    strikes: record.strikes.filter((strike) => own(strike) && !reversed.has(strike.id)),
    sanctions,
    successors: goesOn && successor ? [{ ...successor, kind: 'removal', startedAt: at }] : [],
    returns,
    tasks: ['deliver_notice', ...(returns && wasTakenOut ? (['lift_ban', 'invite'] as const) : [])],
  };
}

/** The record as it is once the ruling is carried out. */
export function recordAfter(
  record: ConductRecord,
  { strikes, sanctions }: Ruling,
  at: string,
): ConductRecord {
  const ended = { at, cause: 'appeal', causeId: '', endedBy: '' } as const;
  return {
    ...record,
    reversals: [
      ...record.reversals,
      ...strikes.map(({ id, subjectId }) => ({ strikeId: id, subjectId, ...ended })),
    ],
    ends: [
      ...record.ends,
      ...sanctions.map(({ id, subjectId }) => ({ sanctionId: id, subjectId, ...ended })),
    ],
  };
}
