import { Injectable } from '@nestjs/common';
import { ShownSellers } from '../../sellers/shown-sellers.service.js';
import type { Person } from '../subjects/subject.js';
import { Subjects } from '../subjects/subjects.service.js';

/** What people are called when they are told something. */
@Injectable()
export class PersonNames {
  constructor(
    private readonly sellers: ShownSellers,
    private readonly subjects: Subjects,
  ) {}

  /** Sellers by their first name, others by the name they carry in the group. */
  async of({ sellerId }: Person, subjectId: string): Promise<{ name: string; username: string | null }> {
    const seller = sellerId ? await this.sellers.byId(sellerId) : undefined;
    if (seller) return { name: seller.firstName, username: seller.username };
    return { name: (await this.subjects.find(subjectId)).nickname, username: null };
  }
}
