import { Injectable } from '@nestjs/common';
import { Conduct } from '../standing/conduct.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import { DecisionActions } from './decision-actions.service.js';
import type { DecisionDto } from './decision.dto.js';
import type { Decision } from './decision.js';

type Traces = Pick<
  DecisionDto,
  'noticeDeliveredAt' | 'strikeId' | 'sanctionId' | 'taskIds' | 'allowedActions'
>;

/** What a decision left behind, and what may be done about it. */
@Injectable()
export class DecisionTraces {
  constructor(
    private readonly conduct: Conduct,
    private readonly tasks: Tasks,
    private readonly actions: DecisionActions,
  ) {}

  async of(decision: Decision): Promise<Traces> {
    const { id } = decision;
    return {
      noticeDeliveredAt: await this.tasks.noticeDeliveredAt(id),
      strikeId: (await this.conduct.strikeOf(id))?.id ?? null,
      sanctionId: (await this.conduct.sanctionOf(id))?.id ?? null,
      taskIds: (await this.tasks.ofCause('decision', id)).map((task) => task.id),
      allowedActions: await this.actions.of(decision),
    };
  }
}
