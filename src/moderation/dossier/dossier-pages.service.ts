import { Injectable } from '@nestjs/common';
import { dossierPage } from './dossier-page.js';
import { dossierStyle } from './dossier-style.service.js';
import { Dossiers } from './dossiers.service.js';

/** Dossiers as pages to print. */
@Injectable()
export class DossierPages {
  constructor(private readonly dossiers: Dossiers) {}

  async ofSeller(sellerId: string): Promise<string> {
    return dossierPage(await this.dossiers.ofSeller(sellerId), dossierStyle);
  }

  async ofSubject(subjectId: string): Promise<string> {
    return dossierPage(await this.dossiers.ofSubject(subjectId), dossierStyle);
  }
}
