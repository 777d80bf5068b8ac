import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import { Journal } from '../../journal/journal.service.js';
import type { Settled } from '../../platform/database/group.js';
import { AppError, Conflict } from '../../platform/errors.js';
import {
  alreadyRegistered,
  Registrations,
  type Enrolment,
  type Registered,
} from '../../sellers/registration.service.js';
import { SellerCourse } from '../../sellers/seller-course.service.js';
import type { Correction } from '../../sellers/seller-correction.js';
import { SellerDesk } from '../../sellers/seller-desk.service.js';
import { sellerSteps } from '../../sellers/seller-status.js';
import type { Seller } from '../../sellers/seller.js';
import type { ChunkMemory, ReadRow } from './chunk-memory.js';
import { applicationOf, correctionOf, type RowContext } from './row-application.js';
import { isRefusal, issueOfRow, rowRefused } from './row-isolation.js';
import type { FormRow } from '../reading/form-row.js';
import type { RowVerdict } from './row-verdict.js';

type Updated = Extract<RowVerdict, { outcome: 'updated' }>;

/** A verdict to be carried out. */
export interface Planned {
  row: FormRow;
  verdict: RowVerdict;
  /** The seller as it will be; absent where nothing is made or changed. */
  seller?: Seller;
  /** For a new seller. */
  enrolment?: Enrolment;
  /** For a known one. */
  correction?: Correction;
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

  /** What a verdict is going to do; what the registry would refuse is rejected. */
  plan(run: RowContext, read: ReadRow, judged: RowVerdict, memory: ChunkMemory): Planned {
    try {
      return this.foresee(run, read, judged, memory);
    } catch (error) {
      return { row: read.row, verdict: refusalOf(error, read.row) };
    }
  }

  private foresee(run: RowContext, read: ReadRow, judged: RowVerdict, memory: ChunkMemory): Planned {
    const verdict = this.ofMember(judged);
    const { row } = read;
    const { answer } = row;
    if (verdict.outcome === 'created') {
      const cooperative = this.directory.current().get(verdict.cooperativeId)!;
      const application = applicationOf(answer, verdict.person, cooperative, run);
      const keys = memory.freeKeys(read, verdict.person);
      const enrolment = { ...this.registrations.enrolmentOf(application, keys), unknown: keys !== undefined };
      return { row, verdict, enrolment, seller: enrolment.draft };
    }
    if (verdict.outcome !== 'updated') return { row, verdict };
    const correction = correctionOf(verdict.diff, answer);
    const before = memory.seller(verdict.sellerId);
    const after = before && this.desk.foresee(before, correction);
    const other = after && memory.otherThan(after);
    if (other !== undefined) throw alreadyRegistered(other);
    const seller = after && verdict.reopen ? { ...after, status: sellerSteps.reopening.to } : after;
    return { row, verdict, correction, seller };
  }

  /** New sellers first, then changes of known ones in order. */
  async carryOut(planned: readonly Planned[]): Promise<Done[]> {
    const orders = planned.flatMap(({ verdict, correction }) =>
      correction && 'sellerId' in verdict ? [{ id: verdict.sellerId!, correction }] : [],
    );
    // Asked together, before anything is written: whoever asks later waits until all of that has been done.
    const [registered, ground] = await Promise.all([
      this.registrations.enrolAll(planned.flatMap(({ enrolment }) => enrolment ?? [])),
      this.desk.layGround(
        orders.map(({ id }) => id),
        planned.flatMap(({ correction, seller }) => (correction && seller ? seller : [])),
      ),
    ]);
    this.recordAll(registered);
    const enrolled = registered.flatMap((each) => ('value' in each ? each.value.seller : []));
    const corrected = await this.desk.correctAll(orders, ground, enrolled);
    const done: Done[] = [];
    for (const { row, verdict, enrolment, correction } of planned) {
      const { sellerId } = verdict as { sellerId?: string };
      if (enrolment) done.push(outcomeOf(row, verdict, registered.shift()!));
      else if (correction) done.push(await this.afterCorrection(row, verdict as Updated, corrected.shift()!));
      else done.push({ verdict, sellerId });
    }
    return done;
  }

  /** No new seller registers with a cooperative that has left the federation. */
  private ofMember(verdict: RowVerdict): RowVerdict {
    if (verdict.outcome !== 'created') return verdict;
    if (this.directory.get(verdict.cooperativeId)?.status === 'active') return verdict;
    return { outcome: 'needs_review', reason: 'inactive_cooperative', candidates: [] };
  }

  private async afterCorrection(row: FormRow, verdict: Updated, settled: Settled<Seller>): Promise<Done> {
    if ('error' in settled) return { verdict: refusalOf(settled.error, row) };
    const { id: sellerId, username } = settled.value;
    if (!verdict.reopen) return { verdict, sellerId, username };
    const reason = 'ลงทะเบียนใหม่ผ่านแบบฟอร์ม';
    const reopened = await this.course.take('reopening', sellerId, { reason });
    return { verdict, sellerId, username: reopened.username };
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
function outcomeOf(row: FormRow, verdict: RowVerdict, settled: Settled<Registered>): Done {
  if ('error' in settled) return { verdict: refusalOf(settled.error, row) };
  const { id, username } = settled.value.seller;
  return { verdict, sellerId: id, username };
}

/** What the registry refuses: another seller in the way is for a person to look at, anything else is told. */
function refusalOf(error: unknown, row: FormRow): RowVerdict {
  if (!(error instanceof AppError) || !isRefusal(error)) throw error;
  if (error instanceof Conflict && 'sellerId' in error.data) return reviewOf(error);
  return { outcome: 'rejected', issues: [...row.issues, issueOfRow(row.row, rowRefused(error))] };
}

function reviewOf({ code, data }: AppError): RowVerdict {
  const reason = code === 'SELLER_REMOVED_BEFORE' ? 'removed_before' : 'same_person_other_details';
  return {
    outcome: 'needs_review',
    reason,
    candidates: [{ type: 'seller', sellerId: String(data['sellerId']), reason: 'same_person' }],
  };
}
