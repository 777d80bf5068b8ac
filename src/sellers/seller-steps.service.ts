import { Injectable } from '@nestjs/common';
import { SellerCourse, type StepOptions } from './seller-course.service.js';
import { SellerListeners } from './seller-listeners.service.js';
import type { SellerStep } from './seller-status.js';
import type { Seller } from './seller.js';

/** Steps that staff take one by one, with what upper modules do about them. Each needs a transaction. */
@Injectable()
export class SellerSteps {
  constructor(
    private readonly course: SellerCourse,
    private readonly listeners: SellerListeners,
  ) {}

  async take(step: SellerStep, id: string, options: StepOptions): Promise<Seller> {
    if (step === 'approval')
      await this.listeners.approving(await this.course.lock(id, options.expectedVersion));
    const seller = await this.course.take(step, id, options);
    if (step === 'approval') await this.listeners.activated(seller);
    if (step === 'withdrawal') await this.listeners.withdrawn(seller);
    return seller;
  }

  async reissueUsername(id: string, options: StepOptions): Promise<Seller> {
    const { username } = await this.course.lock(id, options.expectedVersion);
    const seller = await this.course.reissueUsername(id, options);
    if (username !== null) await this.listeners.renamed(seller, username);
    return seller;
  }
}
