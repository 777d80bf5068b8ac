import { Injectable } from '@nestjs/common';
import type { Message } from '../../platform/message.js';
import type { Proposal, ProposalKind } from './proposal.js';

/** Something a confirmed proposal made. */
export interface Created {
  type: string;
  id: string;
}

/** How proposals of one kind are carried out. Person and case are locked when these are called. */
export interface ProposalDeed {
  /** What the proposal would do, for who is asked to confirm it. */
  readonly consequence: Message;
  /** Does it, by the facts of now; throws Conflict if they have moved so that it would be something else. */
  confirm(proposal: Proposal, confirmedBy: string): Promise<Created[]>;
  /** Nothing comes of it. */
  drop(proposal: Proposal): Promise<void>;
}

/** Knows the deed of each kind of proposal; each is registered by who does it. */
@Injectable()
export class ProposalDeeds {
  private readonly deeds = new Map<ProposalKind, ProposalDeed>();

  register(kind: ProposalKind, deed: ProposalDeed): void {
    this.deeds.set(kind, deed);
  }

  of(kind: ProposalKind): ProposalDeed {
    const deed = this.deeds.get(kind);
    if (!deed) throw new Error(`no deed for proposals of ${kind}`);
    return deed;
  }
}
