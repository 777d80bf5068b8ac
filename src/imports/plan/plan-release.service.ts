import { Injectable } from '@nestjs/common';
import { FormMemory } from '../columns/form-memory.service.js';
import type { ImportRunEntity } from '../import.entity.js';
import { ImportPlanner } from './import-planner.service.js';

/** Somebody has read a plan and confirmed it, and with it the columns; before that a wrong mapping teaches nothing. */
@Injectable()
export class PlanRelease {
  constructor(
    private readonly planner: ImportPlanner,
    private readonly forms: FormMemory,
  ) {}

  /** Needs a transaction, as does `planAgain`. */
  async release(run: ImportRunEntity, planHash: string): Promise<void> {
    await this.forms.remember(run);
    await this.planner.release(run.id, planHash);
  }

  /** The facts have moved: it begins by itself if the plan proves the same. */
  async planAgain(run: ImportRunEntity, planHash: string): Promise<void> {
    await this.forms.remember(run);
    await this.planner.planAgain(run.id, planHash);
  }
}
