import { Injectable } from '@nestjs/common';
import type { AllowedAction } from '../allowed-action.js';
import type { Decision } from './decision.js';

type Contributor = (decision: Decision) => Promise<AllowedAction[]>;

/** Collects what may be done about a decision; what is built on decisions adds its own. */
@Injectable()
export class DecisionActions {
  private readonly contributors: Contributor[] = [];

  contribute(contributor: Contributor): void {
    this.contributors.push(contributor);
  }

  async of(decision: Decision): Promise<AllowedAction[]> {
    return (await Promise.all(this.contributors.map((contributor) => contributor(decision)))).flat();
  }
}
