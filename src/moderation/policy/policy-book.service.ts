import { Injectable } from '@nestjs/common';
import { ActorNames } from '../../platform/actor-names.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/errors.js';
import { ruleCodes } from '../../screening/rule-codes.js';
import { changedPolicy } from './policy-change.js';
import type { PoliciesDto, PolicyChangeDto, PolicyDto } from './policy.dto.js';
import { Policies, type PolicyVersion } from './policies.service.js';

/** Points and ladder as callers of the API read and set them. */
@Injectable()
export class PolicyBook {
  constructor(
    private readonly database: Database,
    private readonly policies: Policies,
    private readonly names: ActorNames,
  ) {}

  async inForce(): Promise<PolicyDto> {
    return (await this.shown([await this.policies.inForce()]))[0]!;
  }

  async versions(): Promise<PoliciesDto> {
    return { items: await this.shown(await this.policies.versions()) };
  }

  async version(number: string): Promise<PolicyDto> {
    if (!/^[1-9]\d{0,8}$/.test(number)) throw new NotFound();
    return (await this.shown([await this.policies.ofNumber(Number(number))]))[0]!;
  }

  publish({ note = null, ...change }: PolicyChangeDto, expectedVersion?: number): Promise<PolicyDto> {
    return this.database.transaction(async () => {
      const { policy } = await this.policies.inForce();
      const changed = changedPolicy(policy, change);
      return (await this.shown([await this.policies.publish(changed, note, expectedVersion)]))[0]!;
    });
  }

  private async shown(versions: readonly PolicyVersion[]): Promise<PolicyDto[]> {
    const names = await this.names.of([...new Set(versions.map(({ createdBy }) => createdBy))]);
    return versions.map(({ number, policy: { profile, rules, ladder }, note, createdBy, createdAt }) => ({
      ...{ version: number, profile, note, createdBy: names.get(createdBy) ?? createdBy, createdAt },
      rules: ruleCodes.map((ruleCode) => {
        const { points, firstTimePoints = null, days } = rules[ruleCode];
        return { ruleCode, points, firstTimePoints, days };
      }),
      ladder: { warning: ladder.warning, finalWarning: ladder.final_warning, removal: ladder.removal },
    }));
  }
}
