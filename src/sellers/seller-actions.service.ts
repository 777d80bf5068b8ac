import { Injectable } from '@nestjs/common';
import { may, type Actor, type Scope } from '../platform/actor.js';
import type { Message } from '../platform/message.js';
import type { ShownSeller } from './seller.js';

/** Something that may be done with a seller now, and what will follow. */
export interface AllowedAction {
  action: string;
  method: string;
  path: string;
  requires: Scope;
  consequence: Message;
}

type Contributor = (seller: ShownSeller) => readonly AllowedAction[];

/** Collects what a caller may do with a seller; modules on upper floors add theirs. */
@Injectable()
export class SellerActions {
  private readonly contributors: Contributor[] = [];

  contribute(contributor: Contributor): void {
    this.contributors.push(contributor);
  }

  /** What the actor may not do is not offered to them. */
  of(seller: ShownSeller, actor: Actor): AllowedAction[] {
    const possible = this.contributors.flatMap((contributor) => contributor(seller));
    return possible.filter(({ requires }) => may(actor, requires));
  }
}
