import { Injectable } from '@nestjs/common';
import type { AuditEntryDto } from '../journal/journal.dto.js';
import { JournalReader } from '../journal/journal-reader.service.js';
import { Database } from '../platform/database/database.js';
import type { Page, PageQuery } from '../platform/http/page.dto.js';
import { currentActor } from '../platform/request-context.js';
import type { Correction } from './seller-correction.js';
import type { StepOptions } from './seller-course.service.js';
import { SellerDesk } from './seller-desk.service.js';
import { SellerSteps } from './seller-steps.service.js';
import { SellerSearch } from './seller-search.service.js';
import type { SellerStep } from './seller-status.js';
import type { InvitationDto, InvitedSellerDto } from './seller.dto.js';
import type { Seller } from './seller.js';
import { SellerView } from './seller-view.service.js';

/** The course and the desk as callers of the API see them: the answer is the whole seller. */
@Injectable()
export class SellerProceedings {
  constructor(
    private readonly database: Database,
    private readonly steps: SellerSteps,
    private readonly desk: SellerDesk,
    private readonly search: SellerSearch,
    private readonly view: SellerView,
    private readonly journal: JournalReader,
  ) {}

  correct(id: string, correction: Correction, expectedVersion?: number): Promise<InvitedSellerDto> {
    return this.answer(() => this.desk.correct(id, correction, expectedVersion));
  }

  take(step: SellerStep, id: string, options: StepOptions): Promise<InvitedSellerDto> {
    return this.answer(() => this.steps.take(step, id, options));
  }

  reissueUsername(id: string, options: StepOptions): Promise<InvitedSellerDto> {
    return this.answer(() => this.steps.reissueUsername(id, options));
  }

  /** What to tell the seller. */
  async invitation(id: string): Promise<InvitationDto> {
    return this.view.invitation(await this.search.find(id));
  }

  /** Newest first; a seller out of reach has none. */
  async history(id: string, query: PageQuery): Promise<Page<AuditEntryDto>> {
    await this.search.find(id);
    return this.journal.historyOf({ type: 'seller', id }, query);
  }

  private answer(change: () => Promise<Seller>): Promise<InvitedSellerDto> {
    return this.database.transaction(async () => this.view.invited(await change(), currentActor()));
  }
}
