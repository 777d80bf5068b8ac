import { Injectable } from '@nestjs/common';
import { actorRef } from '../../platform/actor.js';
import { Journal } from '../../journal/journal.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Invalid } from '../../platform/errors.js';
import { currentActor } from '../../platform/request-context.js';
import { FormConsentRepository } from './form-consent.repository.js';
import { formIdPattern, notAFormId } from '../form-id.js';
import type { ConsentBasisDto, FormConsentDto } from './form-responses.dto.js';
import { limitedKey } from '../../platform/limited-key.js';

/** Staff state once per form how people consent where the form does not ask; on record for ever. */
@Injectable()
export class FormConsent {
  constructor(
    private readonly database: Database,
    private readonly repository: FormConsentRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  declare(formId: string, { textVersion, statedBy }: ConsentBasisDto): Promise<FormConsentDto> {
    if (!formIdPattern.test(formId)) throw Invalid.field('/formId', notAFormId.code, notAFormId.message);
    const actor = currentActor();
    if (actor.cooperativeIds) throw limitedKey();
    return this.database.transaction(async () => {
      const declared = { declaredBy: actorRef(actor), declaredAt: this.clock.now() };
      const basis = { formId, textVersion, statedBy, ...declared };
      await this.repository.put(basis);
      this.journal.record({
        action: 'form.consent_basis_declared',
        subject: { type: 'form', id: formId },
        payload: { textVersion },
      });
      return basis;
    });
  }
}
