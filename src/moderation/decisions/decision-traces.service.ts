import { Injectable } from '@nestjs/common';
import { Conduct } from '../standing/conduct.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { DecisionDto } from './decision.dto.js';

/** What a decision left behind. */
@Injectable()
export class DecisionTraces {
  constructor(
    private readonly conduct: Conduct,
    private readonly tasks: Tasks,
  ) {}

  async of(
    decisionId: string,
  ): Promise<Pick<DecisionDto, 'noticeDeliveredAt' | 'strikeId' | 'sanctionId' | 'taskIds'>> {
    return {
      noticeDeliveredAt: await this.tasks.noticeDeliveredAt(decisionId),
      strikeId: (await this.conduct.strikeOf(decisionId))?.id ?? null,
      sanctionId: (await this.conduct.sanctionOf(decisionId))?.id ?? null,
      taskIds: (await this.tasks.ofCause('decision', decisionId)).map(({ id }) => id),
    };
  }
}
