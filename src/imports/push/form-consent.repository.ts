import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { formConsentBases, type FormConsentBasisEntity } from '../import.entity.js';

const columns = formConsentBases.columns.join(', ');

/** How consent is given in forms that do not ask for it. */
@Injectable()
export class FormConsentRepository {
  constructor(private readonly database: Database) {}

  find(formId: string): Promise<FormConsentBasisEntity | undefined> {
    return this.database.one(`SELECT ${columns} FROM form_consent_basis WHERE formId = ?`, [formId]);
  }

  async put(basis: FormConsentBasisEntity): Promise<void> {
    await this.database.run('DELETE FROM form_consent_basis WHERE formId = ?', [basis.formId]);
    await this.database.insert(formConsentBases, [basis]);
  }
}
