import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { BatchItem, Novelty, Settled } from '../platform/database/group.js';
import { JsonText } from '../platform/json-text.js';
import { currentActor } from '../platform/request-context.js';
import { Applications } from './applications.service.js';
import { Registrations } from './registration.service.js';
import type { Application } from './registration-rules.js';
import type { RegisterSellerDto } from './seller-input.dto.js';
import { SellerView } from './seller-view.service.js';

/** One person registers, or is registered by staff or a partner. */
@Injectable()
export class SellerRegister {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly registrations: Registrations,
    private readonly view: SellerView,
  ) {}

  /** Answers an InvitedSellerDto. Throws Invalid, or Conflict for a person who is registered already. */
  async register(typed: RegisterSellerDto): Promise<JsonText> {
    const application = this.applications.read(typed, currentActor());
    return this.database.batch(this.registerTogether, application);
  }

  private readonly registerTogether = async (
    items: readonly BatchItem<Application>[],
    novelty: Novelty,
  ): Promise<Settled<JsonText>[]> => {
    const settled = await this.registrations.registerEach(items, novelty);
    return settled.map((outcome, i) =>
      'error' in outcome
        ? outcome
        : { value: new JsonText(this.view.invited(outcome.value, items[i]!.context.actor)) },
    );
  };
}
