import { Injectable } from '@nestjs/common';
import { CooperativeDirectory } from '../../cooperatives/cooperative-directory.service.js';
import type { MatchReason } from '../../cooperatives/directory-index.js';
import { maskPhone } from '../../sellers/masking.js';
import type { Seller } from '../../sellers/seller.js';
import { cooperativeWhy, nameWhy, sellerWhy, withDistance } from './candidate-texts.js';
import type { CandidateDto, CandidateSellerDto } from '../rows/import-rows.dto.js';
import type { Candidate } from '../judging/row-verdict.js';

type Described = Omit<CandidateDto, 'number'>;

/** What a waiting row may be: who or which it is, why it is proposed, and how far it is from what was written. */
@Injectable()
export class CandidateView {
  constructor(private readonly directory: CooperativeDirectory) {}

  all(candidates: readonly Candidate[], sellers: ReadonlyMap<string, Seller>, open: boolean): CandidateDto[] {
    return candidates.map((candidate, i) => ({ number: i + 1, ...this.one(candidate, sellers, open) }));
  }

  private one(candidate: Candidate, sellers: ReadonlyMap<string, Seller>, open: boolean): Described {
    if (candidate.type === 'seller') return sellerCandidate(candidate, sellers.get(candidate.sellerId), open);
    if (candidate.type === 'cooperative') return this.cooperative(candidate);
    const { title, firstName, lastName } = candidate.name;
    const parts = [title && `คำนำหน้า ${title}`, `ชื่อ ${firstName}`, lastName && `นามสกุล ${lastName}`];
    return { type: 'name', label: open ? parts.filter(Boolean).join(' ') : 'ชื่อ (ปิดบัง)', why: nameWhy };
  }

  private cooperative({
    type,
    cooperativeId,
    reason,
    edits,
  }: Extract<Candidate, { type: 'cooperative' }>): Described {
    const known = this.directory.get(cooperativeId);
    const why = withDistance(cooperativeWhy[reason as MatchReason] ?? cooperativeWhy.chosen, edits);
    const candidate = { type, cooperativeId, reason, why, edits };
    if (!known) return { ...candidate, label: cooperativeId };
    const { id, registrationNumber, fullName, shortName, province, regionCode, status } = known;
    return {
      ...{ ...candidate, label: `${fullName} (${registrationNumber})` },
      cooperative: {
        ...{ id, registrationNumber, fullName, shortName, province, regionCode, member: status === 'active' },
      },
    };
  }
}

function sellerCandidate(
  { type, sellerId, reason = 'same_person', edits }: Extract<Candidate, { type: 'seller' }>,
  seller: Seller | undefined,
  open: boolean,
): Described {
  const candidate = { type, sellerId, reason, edits, why: withDistance(sellerWhy[reason], edits) };
  if (!seller) return { ...candidate, label: `ผู้ขาย ${sellerId}` };
  const shown = shownSeller(seller, open);
  const label = [shown.name, shown.username, shown.phone].filter(Boolean).join(' · ');
  return { ...candidate, label: `${label || sellerId} (${seller.status})`, seller: shown };
}

function shownSeller(seller: Seller, open: boolean): CandidateSellerDto {
  const { id, title, firstName, lastName, username, status, phone } = seller;
  return {
    ...{ id, name: open ? `${title}${firstName} ${lastName}`.trim() : null, username, status },
    phone: open ? phone : phone && maskPhone(phone),
  };
}
