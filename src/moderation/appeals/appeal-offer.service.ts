import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { bangkokDate, buddhistDate } from '../../thai/buddhist-date.js';
import type { AllowedAction } from '../allowed-action.js';
import { DecisionActions } from '../decisions/decision-actions.service.js';
import type { Decision } from '../decisions/decision.js';
import { Tasks } from '../tasks/tasks.service.js';
import { appealableUntil, appealRefusal } from './appeal-right.js';
import { AppealsRepository } from './appeals.repository.js';

const lastMoment = (end: string): string => new Date(Date.parse(end) - 1).toISOString();

/** Tells with each decision whether, and until when, it may be appealed. */
@Injectable()
export class AppealOffer implements OnModuleInit {
  constructor(
    private readonly actions: DecisionActions,
    private readonly repository: AppealsRepository,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.actions.contribute((decision) => this.of(decision));
  }

  private async of(decision: Decision): Promise<AllowedAction[]> {
    const earlier = await this.repository.ofCase(decision.caseId);
    const toldAt = await this.tasks.noticeDeliveredAt(decision.id);
    const facts = { decision, earlier, toldAt, hasNewEvidence: true };
    if (appealRefusal(facts, this.clock.now())) return [];
    const until = appealableUntil(facts);
    const [th, en] = until
      ? [`ได้ถึงวันที่ ${buddhistDate(lastMoment(until))}`, `until ${bangkokDate(lastMoment(until))}`]
      : ['ได้ (ยังไม่เริ่มนับเวลา เพราะยังไม่ได้แจ้งเจ้าตัว)', '(no time runs: the person was not told yet)'];
    return [
      {
        ...{ action: 'appeal', method: 'POST', path: '/v1/moderation/appeals', requires: 'moderation:write' },
        // The words are the appellant's: nobody else's stand there.
        body: { decisionId: decision.id, appellant: 'seller', statement: '' },
        consequence: {
          th: `อุทธรณ์${th} ผู้ดูแลคนอื่นจะพิจารณาใหม่ และตอบเป็นลายลักษณ์อักษร${earlier.length > 0 ? ' ครั้งนี้ต้องมีหลักฐานใหม่ (newEvidence)' : ''}`,
          en: `May be appealed ${en}; another moderator looks at it again and answers in writing.${earlier.length > 0 ? ' New evidence is needed this time (newEvidence).' : ''}`,
        },
      },
    ];
  }
}
