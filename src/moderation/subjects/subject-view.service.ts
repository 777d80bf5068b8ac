import { Injectable } from '@nestjs/common';
import { mayReach } from '../../platform/actor.js';
import { currentActor } from '../../platform/request-context.js';
import { NicknameHolders, type NicknameHolder } from '../../sellers/nickname-holders.service.js';
import { ShownSellers } from '../../sellers/shown-sellers.service.js';
import type { ShownSeller } from '../../sellers/seller.js';
import { UsernameJudge } from '../../usernames/username-judge.service.js';
import type { SubjectDto, SubjectRefDto, SubjectWarningDto } from './subject.dto.js';
import type { Subject } from './subject.js';
import { warningOf } from './subject-warnings.js';
import { SubjectsRepository } from './subjects.repository.js';

/** People of the group as callers see them. */
@Injectable()
export class SubjectView {
  constructor(
    private readonly repository: SubjectsRepository,
    private readonly sellers: ShownSellers,
    private readonly judge: UsernameJudge,
    private readonly holders: NicknameHolders,
  ) {}

  ref({ id, nickname, sellerId }: Subject): SubjectRefDto {
    return { id, nickname, sellerId };
  }

  async whole(subject: Subject): Promise<SubjectDto> {
    const { id, sellerId, createdAt, version } = subject;
    const seller = sellerId ? await this.sellers.byId(sellerId) : undefined;
    const names = sellerId ? await this.repository.ofSeller(sellerId) : [];
    return {
      ...this.ref(subject),
      seller: seller ? sellerOf(seller) : null,
      alsoKnownAs: names.filter((other) => other.id !== id).map((other) => this.ref(other)),
      warnings: await this.warnings(subject),
      ...{ createdAt, version },
    };
  }

  /** Sellers other than this one whose username, of today or before, this nickname spells wrongly or looks like. */
  private async warnings({ nickname, sellerId }: Subject): Promise<SubjectWarningDto[]> {
    const { canonical, cooperative } = await this.judge.one(nickname);
    const asked = { nickname, canonical, cooperativeId: cooperative?.id ?? null };
    const alike = (await this.holders.of([asked]))[0]!.filter(isTelling).map(({ seller }) => seller.id);
    const others = await this.sellers.byIds(alike.filter((id) => id !== sellerId));
    const own = sellerId === null ? undefined : (await this.sellers.byIds([sellerId])).get(sellerId);
    return [own, ...others.values()].flatMap((seller) => {
      if (!seller || !mayReach(currentActor(), seller.cooperativeId)) return [];
      const warning = warningOf(seller, seller === own);
      return warning ? [{ ...warning, sellerId: seller.id }] : [];
    });
  }
}

/** Some letters away is often just another name: then only who was removed is worth a word. */
const isTelling = ({ likeness, seller }: NicknameHolder): boolean =>
  likeness !== 'near' || seller.status === 'removed';

const sellerOf = ({ id, username, status, cooperativeId }: ShownSeller) => ({
  ...{ id, username, status, cooperativeId },
});
