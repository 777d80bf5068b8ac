import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Database } from '../../platform/database/database.js';
import { Conflict } from '../../platform/errors.js';
import { currentContext, withContext } from '../../platform/request-context.js';
import { PlanRelease } from './plan-release.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import { ImportView } from '../import-view.service.js';
import { ImportReader } from '../import-reader.service.js';
import type { ImportDto } from '../imports.dto.js';
import { ImportsRepository } from '../imports.repository.js';
import { confirmationAnswer, harmless, planOutdated, wrongState } from './plan-confirmation.js';

/** How long a caller waits while a plan is made again; it goes on being made after that. */
const patienceMs = 5_000;
const lookEveryMs = 50;

/** Lets planned imports happen, if the facts still are those of the plan. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly database: Database,
    private readonly repository: ImportsRepository,
    private readonly plans: PlanRelease,
    private readonly journal: Journal,
    private readonly view: ImportView,
    private readonly reader: ImportReader,
  ) {}

  /**
   * Throws Conflict in a wrong state, for another plan's hash and, with the new plan, when the facts moved in a way
   * that concerns this file. A large file is still `planning` in the answer: it begins once the plan proves the same.
   */
  async confirm(id: string, planHash: string): Promise<ImportDto> {
    await this.reader.find(id);
    try {
      return await this.database.transaction(() => this.atOnce(id, planHash));
    } catch (error) {
      if (!(error instanceof FactsMoved)) throw error;
    }
    const { idempotency } = currentContext();
    // The Idempotency-Key belongs to the transaction that knows the answer.
    await withContext({ ...currentContext(), idempotency: undefined }, () =>
      this.database.transaction(() => this.planAgain(id, planHash)),
    );
    await this.untilPlanned(id);
    if (idempotency) idempotency.taken = false;
    return this.database.transaction(() => this.afterwards(id, planHash));
  }

  private async atOnce(id: string, planHash: string): Promise<ImportDto> {
    const run = (await this.repository.lock(id))!;
    const answer = confirmationAnswer(run, planHash);
    if (answer === 'accepted') return this.view.run(run);
    if (answer === 'checking') throw new FactsMoved();
    if (answer === 'wrong_state') throw wrongState(run);
    if (answer === 'another_plan') throw planOutdated(run);
    if (await this.moved(run)) throw new FactsMoved();
    await this.plans.release(run, planHash);
    return this.view.run((await this.repository.find(id))!);
  }

  /** Whether anything happened that may concern the plan. */
  private async moved({ id, planSeq }: ImportRunEntity): Promise<boolean> {
    return (await this.repository.othersRunning(id)) || this.journal.movedSince(Number(planSeq), harmless);
  }

  private async planAgain(id: string, planHash: string): Promise<void> {
    const run = (await this.repository.lock(id))!;
    // Somebody else may have asked for it in the meantime.
    if (confirmationAnswer(run, planHash) === 'as_planned') await this.plans.planAgain(run, planHash);
  }

  private async untilPlanned(id: string): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while ((await this.repository.find(id))?.status === 'planning' && performance.now() < deadline)
      await sleep(lookEveryMs);
  }

  private async afterwards(id: string, planHash: string): Promise<ImportDto> {
    const run = (await this.repository.lock(id))!;
    const answer = confirmationAnswer(run, planHash);
    if (answer === 'accepted' || answer === 'checking') return this.view.run(run);
    throw answer === 'wrong_state' ? wrongState(run) : planOutdated(run);
  }
}

/** Never leaves this file. */
class FactsMoved extends Conflict {
  constructor() {
    super('PLAN_OUTDATED', { th: 'ข้อมูลเปลี่ยนหลังวางแผน', en: 'The facts moved.' });
  }
}
