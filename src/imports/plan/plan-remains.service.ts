import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { SellerRehearsals } from '../../sellers/seller-rehearsals.service.js';
import { ImportsRepository } from '../imports.repository.js';
import { RehearsedRowsRepository } from './rehearsed-rows.repository.js';

/** Rows a step deletes at most, so that nobody waits long behind one. */
const atOnce = 500;

/** Takes away what plans leave behind: once they are carried out, made again, given up or too old. */
@Injectable()
export class PlanRemains {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly rehearsed: RehearsedRowsRepository,
    private readonly sellers: SellerRehearsals,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Forgets some of the plan, its rows last; 0 once nothing is left. */
  async forgetSome(importId: string): Promise<number> {
    return (await this.forgetRehearsal(importId)) || this.rehearsed.discardSome(importId, atOnce);
  }

  /** Forgets some of the sellers, usernames and keys; the rows stay, to be compared with what becomes of them. */
  async forgetRehearsal(importId: string): Promise<number> {
    const sellers = await this.sellers.discardSome(importId, atOnce);
    return sellers + (await this.rehearsed.discardKeys(importId, atOnce));
  }

  /** Ends plans that nobody confirmed, whose originals may go then; answers how many. */
  async expireSome(before: string): Promise<number> {
    const old = await this.repository.plansBefore(before);
    for (const id of old) {
      const change = { status: 'expired' as const, failure: JSON.stringify(notConfirmed) };
      await this.repository.update(id, { ...change, finishedAt: this.clock.now() });
      this.journal.record({ action: 'import.expired', subject: { type: 'import', id } });
    }
    return old.length;
  }

  /** Forgets some of the plans of imports that are over, however they ended; 0 once nothing is left. */
  async sweepSome(): Promise<number> {
    const importId = await this.repository.findOverWithPlan();
    return importId === undefined ? 0 : this.forgetSome(importId);
  }
}

const notConfirmed = {
  code: 'PLAN_EXPIRED',
  message: {
    th: 'ไม่มีผู้ยืนยันแผนนี้ภายในเวลาเก็บข้อมูล ระบบจึงลบไฟล์และแผนแล้ว ยังไม่มีการนำเข้าแถวใด กรุณาอัปโหลดไฟล์อีกครั้ง',
    en: 'Nobody confirmed this plan within the retention time, so file and plan were deleted. No row was taken in; upload the file again.',
  },
};
