import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import type { Page } from '../../platform/http/page.dto.js';
import { SellerSearch } from '../../sellers/seller-search.service.js';
import { Policies } from '../policy/policies.service.js';
import type { Person } from '../subjects/subject.js';
import { Subjects } from '../subjects/subjects.service.js';
import { Conduct } from './conduct.service.js';
import { standingReport } from './standing-report.js';
import { sanctionView, strikeView } from './standing-view.js';
import type { StandingDto, StrikeDto } from './standing.dto.js';

/** How sellers and others in the group stand, at any moment. */
@Injectable()
export class StandingDesk {
  constructor(
    private readonly conduct: Conduct,
    private readonly policies: Policies,
    private readonly sellers: SellerSearch,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound for a seller out of the caller's reach. */
  async ofSeller(sellerId: string, at?: string): Promise<StandingDto> {
    await this.sellers.find(sellerId);
    return this.of(await this.subjects.personOfSeller(sellerId), at);
  }

  async ofSubject(subjectId: string, at?: string): Promise<StandingDto> {
    return this.of(await this.subjects.personOf(subjectId), at);
  }

  /** All of them, the newest first. */
  async strikesOfSeller(sellerId: string): Promise<Page<StrikeDto>> {
    return { items: (await this.ofSeller(sellerId)).strikes, nextCursor: null };
  }

  private async of(person: Person, moment?: string): Promise<StandingDto> {
    const at = moment === undefined ? this.clock.now() : new Date(moment).toISOString();
    const { number: policyNumber, policy } = await this.policies.inForce();
    const report = standingReport(await this.conduct.recordOf(person), policy, at);
    const { activePoints, step, nextStep, removed, clearAt, strikes, sanctions } = report;
    return {
      ...{ at, sellerId: person.sellerId, subjectIds: [...person.subjectIds] },
      ...{ activePoints, step, nextStep, removed, clearAt, policyNumber },
      ...{ strikes: strikes.map(strikeView), sanctions: sanctions.map(sanctionView) },
    };
  }
}
