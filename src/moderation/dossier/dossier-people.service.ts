import { Injectable } from '@nestjs/common';
import { may } from '../../platform/actor.js';
import { currentActor } from '../../platform/request-context.js';
import { SellerSearch } from '../../sellers/seller-search.service.js';
import { SellerView } from '../../sellers/seller-view.service.js';
import { Reservations } from '../../usernames/reservation.service.js';
import type { Person, Subject } from '../subjects/subject.js';
import { Subjects } from '../subjects/subjects.service.js';
import type { DossierFacts } from './dossier.js';
import type { DossierPersonDto } from './dossier.dto.js';

interface Known {
  person: DossierPersonDto;
  facts: Pick<DossierFacts, 'registeredAt' | 'usernames' | 'subjects'>;
}

/** Who a dossier is about, and every name they carry or carried. */
@Injectable()
export class DossierPeople {
  constructor(
    private readonly subjects: Subjects,
    private readonly sellers: SellerSearch,
    private readonly view: SellerView,
    private readonly reservations: Reservations,
  ) {}

  /** Throws NotFound for a seller out of the caller's reach. */
  async of({ sellerId, subjectIds }: Person): Promise<Known> {
    const found = await this.subjects.findAll(subjectIds);
    const subjects = subjectIds.flatMap((id) => found.get(id) ?? []);
    const nicknames = subjects.map(({ id, nickname }) => ({ id, nickname, sellerId }));
    if (sellerId === null) return { ...unregistered(subjects), person: { ...nobody, nicknames } };
    const actor = currentActor();
    const seller = this.view.summary(await this.sellers.find(sellerId), actor);
    const { title, firstName, lastName, username, status, cooperative, registeredAt } = seller;
    const usernames = await this.reservations.historyOf(sellerId);
    return {
      person: {
        ...{ sellerId, username, status, cooperative, usernames, nicknames },
        name: may(actor, 'sellers:read') ? `${title}${firstName} ${lastName}`.trim() : null,
      },
      facts: { registeredAt, usernames, subjects },
    };
  }
}

const nobody = { sellerId: null, username: null, status: null, cooperative: null, name: null, usernames: [] };

const unregistered = (subjects: readonly Subject[]) => ({
  facts: { registeredAt: null, usernames: [], subjects },
});
