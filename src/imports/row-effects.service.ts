import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { Journal } from '../journal/journal.service.js';
import type { Settled } from '../platform/database/group.js';
import { Conflict, type AppError } from '../platform/errors.js';
import { Registrations, type Registered } from '../sellers/registration.service.js';
import { SellerCourse } from '../sellers/seller-course.service.js';
import { SellerDesk } from '../sellers/seller-desk.service.js';
import type { FormAnswer } from './form-row.js';
import { applicationOf, correctionOf } from './row-application.js';
import type { RowVerdict } from './row-verdict.js';

/** A verdict to be carried out. */
export interface Judged {
  answer: FormAnswer;
  verdict: RowVerdict;
}

/** A verdict carried out; it differs from the one judged where the registry knew better. */
export interface Done {
  verdict: RowVerdict;
  sellerId?: string;
  username?: string | null;
}

/** Carries verdicts out in the running transaction. */
@Injectable()
export class RowEffects {
  constructor(
    private readonly registrations: Registrations,
    private readonly desk: SellerDesk,
    private readonly course: SellerCourse,
    private readonly directory: CooperativeDirectory,
    private readonly journal: Journal,
  ) {}

  async carryOut(
    run: { id: string; consentTextVersion: string },
    verdicts: readonly Judged[],
  ): Promise<Done[]> {
    const judged = verdicts.map((each) => ({ ...each, verdict: this.ofMember(each.verdict) }));
    const applications = judged.flatMap(({ answer, verdict }) => {
      if (verdict.outcome !== 'created') return [];
      const cooperative = this.directory.current().get(verdict.cooperativeId)!;
      return [applicationOf(answer, verdict.person, cooperative, run)];
    });
    const registered = await this.registrations.registerAll(applications);
    this.recordAll(registered);
    const done: Done[] = [];
    for (const each of judged) {
      if (each.verdict.outcome === 'created') done.push(outcomeOf(each.verdict, registered.shift()!));
      else if (each.verdict.outcome === 'updated') done.push(await this.update(each.verdict, each.answer));
      else
        done.push({
          verdict: each.verdict,
          sellerId: 'sellerId' in each.verdict ? each.verdict.sellerId : undefined,
        });
    }
    return done;
  }

  /** No new seller registers with a cooperative that has left the federation. */
  private ofMember(verdict: RowVerdict): RowVerdict {
    if (verdict.outcome !== 'created') return verdict;
    if (this.directory.get(verdict.cooperativeId)?.status === 'active') return verdict;
    return { outcome: 'needs_review', reason: 'inactive_cooperative', candidates: [] };
  }

  private async update(
    verdict: Extract<RowVerdict, { outcome: 'updated' }>,
    answer: FormAnswer,
  ): Promise<Done> {
    const { sellerId, reopen, diff } = verdict;
    try {
      const { username } = await this.desk.correct(sellerId, correctionOf(diff, answer));
      if (!reopen) return { verdict, sellerId, username };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return { verdict: reviewOf(error) };
    }
    const reason = 'ลงทะเบียนใหม่ผ่านแบบฟอร์ม';
    const { username } = await this.course.take('reopening', sellerId, { reason });
    return { verdict, sellerId, username };
  }

  private recordAll(registered: readonly Settled<Registered>[]): void {
    for (const outcome of registered) {
      if ('error' in outcome) continue;
      const { id, status, cooperativeId, importId } = outcome.value.seller;
      this.journal.record({
        action: outcome.value.reopened ? 'seller.reopened' : 'seller.registered',
        subject: { type: 'seller', id },
        payload: { after: status, cooperativeId, source: 'import', importId },
      });
    }
  }
}

/** Somebody registered the same person in the meantime: then a person looks. */
function outcomeOf(verdict: RowVerdict, settled: Settled<Registered>): Done {
  if ('error' in settled) return { verdict: reviewOf(settled.error) };
  const { id, username } = settled.value.seller;
  return { verdict, sellerId: id, username };
}

function reviewOf({ code, data }: AppError): RowVerdict {
  const reason = code === 'SELLER_REMOVED_BEFORE' ? 'removed_before' : 'same_person_other_details';
  return {
    outcome: 'needs_review',
    reason,
    candidates: [{ type: 'seller', sellerId: String(data['sellerId']) }],
  };
}
