import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  tableOf,
  TextColumn,
} from '../../platform/database/columns.js';
import type { Proposal, ProposalKind, ProposalStatus } from './proposal.js';

const maybe = { nullable: true };

@Entity('moderation_proposal')
@Index('ix_moderation_proposal_status', ['status', 'id'])
@Index('ix_moderation_proposal_subject', ['subjectId', 'id'])
export class ProposalEntity implements Proposal {
  @IdColumn() id: string;
  @TextColumn(16) kind: ProposalKind;
  @TextColumn(16) status: ProposalStatus;
  @TextColumn(26) subjectId: string;
  @TextColumn(26, maybe) sellerId: string | null;
  @TextColumn(26, maybe) caseId: string | null;
  @LongTextColumn() contents: string;
  @TextColumn(26) reasonTextId: string;
  @TextColumn(64) proposedBy: string;
  @InstantColumn() proposedAt: string;
  @TextColumn(64, maybe) endedBy: string | null;
  @InstantColumn(maybe) endedAt: string | null;
  @IntColumn() version: number;
}

export const proposals = tableOf(ProposalEntity);
