import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { newId } from '../../platform/ids.js';
import { currentActor } from '../../platform/request-context.js';
import type { Decision } from '../decisions/decision.js';
import { AppealBook } from './appeal-book.service.js';
import { AppealHold } from './appeal-hold.service.js';
import { appealRefusal } from './appeal-right.js';
import type { Appeal, Appellant } from './appeal.js';
import { AppealTexts } from './appeal-texts.service.js';

/** What somebody asks, as staff write it down. */
export interface Application {
  decisionId: string;
  appellant: Appellant;
  statement: string;
  newEvidence?: string;
}

/** Takes appeals. Needs a transaction. */
@Injectable()
export class AppealFiling {
  constructor(
    private readonly hold: AppealHold,
    private readonly texts: AppealTexts,
    private readonly book: AppealBook,
  ) {}

  /** Throws NotFound, or Conflict with the reason why there is no appeal. */
  async file({ decisionId, appellant, statement, newEvidence }: Application): Promise<Appeal> {
    const { decision, matter, earlier, toldAt, now } = await this.hold.takeDecision(decisionId);
    const hasNewEvidence = newEvidence !== undefined;
    const refusal = appealRefusal({ decision, toldAt, earlier, hasNewEvidence }, now);
    if (refusal) throw refusal;
    const kept = await this.texts.keepApplication(matter, decision, statement, newEvidence);
    const appeal = newAppeal(decision, numberOf(decision, earlier), appellant, kept, now);
    await this.book.add(appeal);
    return appeal;
  }
}

/** Withdrawn ones have a number, too. */
const numberOf = ({ id }: Decision, earlier: readonly Appeal[]): number =>
  earlier.filter(({ decisionId }) => decisionId === id).length + 1;

function newAppeal(
  { id: decisionId, caseId, subjectId }: Decision,
  number: number,
  appellant: Appellant,
  kept: Pick<Appeal, 'statementTextId' | 'newEvidenceTextId'>,
  filedAt: string,
): Appeal {
  return {
    ...{ id: newId(), decisionId, caseId, subjectId, number, status: 'filed', appellant },
    ...{ filedBy: actorRef(currentActor()), filedAt, ...kept, claimedBy: null, claimedUntil: null },
    ...{ outcome: null, decidedAt: null, updatedAt: filedAt, version: 1 },
  };
}
