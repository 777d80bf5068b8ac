import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Decisions } from '../decisions/decisions.service.js';
import { Subjects } from '../subjects/subjects.service.js';
import { Policies } from './policies.service.js';
import { changedPolicy } from './policy-change.js';
import type { Policy } from './policy.js';
import type { PolicyChangeDto, SimulatedPersonDto, SimulationDto } from './policy.dto.js';
import { asItWas, asItWouldBe } from './simulation.js';

/** People looked at in one go. */
const atOnce = 200;
/** People listed; the numbers count everybody. */
const mostListed = 1_000;

/** Replays what was decided under a proposed policy; changes nothing. */
@Injectable()
export class PolicySimulation {
  constructor(
    private readonly policies: Policies,
    private readonly decisions: Decisions,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** Throws Invalid for a policy that could not be published. */
  async run(change: PolicyChangeDto): Promise<SimulationDto> {
    const { policy } = await this.policies.inForce();
    const proposed = changedPolicy(policy, change);
    const result: SimulationDto = { decisions: 0, people: 0, changed: 0, items: [] };
    for (let after = ''; ;) {
      const ids = await this.decisions.subjectsAfter(after, atOnce);
      if (ids.length === 0) return result;
      for (const id of ids) await this.add(result, id, proposed);
      after = ids.at(-1)!;
      await nextTurn();
    }
  }

  private async add(result: SimulationDto, subjectId: string, proposed: Policy): Promise<void> {
    const subject = (await this.subjects.findAll([subjectId])).get(subjectId);
    if (!subject) return;
    const { subjectIds, sellerId } = await this.subjects.personOf(subjectId);
    const violations = await this.decisions.standingViolations(subjectIds);
    // A person with several names is counted under the first of them that was ever judged.
    if (violations[0]?.subjectId !== subjectId) return;
    const at = this.clock.now();
    const [before, after] = [asItWas(violations, at), asItWouldBe(violations, proposed, at)];
    result.people++;
    result.decisions += violations.length;
    if (before.points === after.points && before.step === after.step) return;
    result.changed++;
    const person: SimulatedPersonDto = { subjectId, sellerId, nickname: subject.nickname, before, after };
    if (result.items.length < mostListed) result.items.push(person);
  }
}
