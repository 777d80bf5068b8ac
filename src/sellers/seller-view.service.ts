import { Inject, Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../cooperatives/cooperative-directory.service.js';
import { cooperativeOf } from './known-cooperative.js';
import { may, type Actor } from '../platform/actor.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { textLength } from '../thai/graphemes.js';
import { maskEmail, maskLineId, maskPhone } from './masking.js';
import { inviteMessageOf, nextStepsOf, type MarketLinks } from './next-steps.js';
import { pendingReasons, type PendingReason } from './registration-rules.js';
import { SellerActions } from './seller-actions.service.js';
import type { OfferingDto } from './seller-input.dto.js';
import type { InvitationDto, InvitedSellerDto, SellerDto, SellerSummaryDto } from './seller.dto.js';
import type { ShownSeller } from './seller.js';

/** Sellers as callers see them: personal details only with the scope for them. */
@Injectable()
export class SellerView {
  private readonly links: MarketLinks;

  constructor(
    private readonly directory: CooperativeDirectory,
    private readonly actions: SellerActions,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const { OPENCHAT_URL: openChatUrl, FORM_URL: formUrl, HELP_CONTACT: helpContact } = settings;
    this.links = { openChatUrl, formUrl, helpContact };
  }

  /** For lists. Members are written out one by one: this runs for every seller of every page. */
  summary(seller: ShownSeller, actor: Actor): SellerSummaryDto {
    const open = may(actor, 'sellers:read-personal');
    const { phone, email, lineId } = seller;
    return {
      id: seller.id,
      username: seller.username,
      proposedUsername: seller.proposedUsername,
      status: seller.status,
      pendingReasons: seller.status === 'pending' ? reasonsOf(seller) : [],
      statusReason: seller.statusReason,
      cooperative: this.cooperativeOf(seller),
      title: seller.title,
      firstName: seller.firstName,
      lastName: seller.lastName,
      phone: open ? phone : phone && maskPhone(phone),
      email: open ? email : email && maskEmail(email),
      lineId: open ? lineId : lineId && maskLineId(lineId),
      offerings: JSON.parse(seller.offerings) as OfferingDto[],
      publicListingConsent: seller.publicListingConsent === 1,
      externalReference: seller.externalReference,
      source: seller.source,
      registeredAt: seller.registeredAt,
      updatedAt: seller.updatedAt,
      version: seller.version,
    };
  }

  whole(seller: ShownSeller, actor: Actor): SellerDto {
    const { username } = seller;
    const whole = this.summary(seller, actor) as SellerDto;
    whole.length = username === null ? null : textLength(username);
    whole.allowedActions = this.actions.of(seller, actor);
    return whole;
  }

  /** With what the seller has to be told now. */
  invited(seller: ShownSeller, actor: Actor): InvitedSellerDto {
    return Object.assign(this.whole(seller, actor), { nextSteps: nextStepsOf(seller, this.links) });
  }

  invitation(seller: ShownSeller): InvitationDto {
    return { nextSteps: nextStepsOf(seller, this.links), inviteMessage: inviteMessageOf(seller, this.links) };
  }

  private cooperativeOf({ cooperativeId }: ShownSeller): SellerDto['cooperative'] {
    const { id, registrationNumber, shortName, regionCode } = cooperativeOf(this.directory, cooperativeId);
    return { id, registrationNumber, shortName, regionCode };
  }
}

const reasonsOf = ({ pendingReasons: codes }: ShownSeller) =>
  (JSON.parse(codes) as PendingReason[]).map((code) => ({ code, message: pendingReasons[code] }));
