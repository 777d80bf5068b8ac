import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { actorRef } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Conflict, NotFound, Stale } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { asSystem, currentActor } from '../../platform/request-context.js';
import type { PolicyVersionEntity } from './policy-version.entity.js';
import { graduated, type Policy, type PolicyInForce } from './policy.js';
import { PoliciesRepository } from './policies.repository.js';

/** A policy with who made it, when and why. */
export interface PolicyVersion extends PolicyInForce {
  note: string | null;
  createdBy: string;
  createdAt: string;
}

/** Points and ladder in force, and those of before. */
@Injectable()
export class Policies {
  constructor(
    private readonly database: Database,
    private readonly repository: PoliciesRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async inForce(): Promise<PolicyVersion> {
    return versionOf(await this.repository.findNewest());
  }

  async ofNumber(number: number): Promise<PolicyVersion> {
    return versionOf(await this.repository.findNumber(number));
  }

  /** The newest first. */
  async versions(): Promise<PolicyVersion[]> {
    return (await this.repository.all()).map(versionOf);
  }

  /** Puts a policy in force; throws Stale if another one was meanwhile, Conflict if nothing would change. */
  publish(policy: Policy, note: string | null, expectedNumber?: number): Promise<PolicyVersion> {
    return this.database.transaction(async () => {
      const current = await this.inForce();
      if (expectedNumber !== undefined && expectedNumber !== current.number) throw new Stale(current.number);
      if (policyJson(policy) === policyJson(current.policy)) throw unchanged(current.number);
      return this.add(current.number + 1, policy, note);
    });
  }

  /** Writes the first policy if there is none; of copies that start at once one does. */
  async seed(): Promise<void> {
    if (await this.repository.findNewest()) return;
    await asSystem('first-policy', () =>
      this.database.transaction(async () => {
        if (!(await this.repository.findNewest())) await this.add(1, graduated, null);
      }),
    );
  }

  private async add(number: number, policy: Policy, note: string | null): Promise<PolicyVersion> {
    const row: PolicyVersionEntity = {
      ...{ id: newId(), number, contents: policyJson(policy), note },
      ...{ createdBy: actorRef(currentActor()), createdAt: this.clock.now() },
    };
    await this.repository.insert(row);
    const payload = { number, profile: policy.profile };
    this.journal.record({ action: 'policy.published', subject: { type: 'policy', id: row.id }, payload });
    return versionOf(row);
  }
}

/** The members in one order, so that equal policies are equal texts. */
function policyJson({ profile, rules, ladder }: Policy): string {
  const codes = Object.keys(graduated.rules) as (keyof Policy['rules'])[];
  const ordered = codes.map((code) => {
    const { points, firstTimePoints, days } = rules[code];
    return [code, { points, firstTimePoints, days }];
  });
  const { warning, final_warning, removal } = ladder;
  return JSON.stringify({
    ...{ profile, rules: Object.fromEntries(ordered) as object },
    ladder: { warning, final_warning, removal },
  });
}

function versionOf(row: PolicyVersionEntity | undefined): PolicyVersion {
  if (!row) throw new NotFound();
  const { number, contents, note, createdBy, createdAt } = row;
  return { number, policy: JSON.parse(contents) as Policy, note, createdBy, createdAt };
}

const unchanged = (number: number): Conflict =>
  new Conflict(
    'POLICY_UNCHANGED',
    {
      th: 'ค่าที่ส่งมาเหมือนกับเกณฑ์ฉบับปัจจุบันทุกประการ จึงไม่ได้สร้างฉบับใหม่',
      en: 'The policy is exactly so already; no new version was made.',
    },
    { number },
  );
