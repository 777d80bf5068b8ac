import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Seller } from '../../sellers/seller.js';
import { SellerListeners, type SellerListener } from '../../sellers/seller-listeners.service.js';
import { Subjects } from '../subjects/subjects.service.js';
import { Tasks } from './tasks.service.js';

/** What has to be done in LINE about sellers without any decision: invite the approved, ask for the new name. */
@Injectable()
export class SellerTasks implements SellerListener, OnModuleInit {
  constructor(
    private readonly listeners: SellerListeners,
    private readonly tasks: Tasks,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.listeners.listen(this);
  }

  async activated({ id }: Seller): Promise<void> {
    await this.tasks.createAll([{ kind: 'invite', causeType: 'registration', causeId: id, sellerId: id }]);
  }

  /** Nobody invites who has left. */
  async withdrawn({ id }: Seller): Promise<void> {
    await this.tasks.cancelOpenOf('registration', id);
  }

  /** In the group they still carry the name of before; a request for a name given meanwhile is out of date. */
  async renamed({ id }: Seller, before: string): Promise<void> {
    await this.tasks.cancelOpenOf('username', id);
    const { id: subjectId } = await this.subjects.ofNickname(before);
    await this.tasks.createAll([
      { kind: 'rename', causeType: 'username', causeId: id, sellerId: id, subjectId },
    ]);
  }
}
