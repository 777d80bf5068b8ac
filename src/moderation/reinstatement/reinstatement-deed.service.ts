import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Message } from '../../platform/message.js';
import { Lifting, type Lifted } from '../appeals/lifting.service.js';
import { ProposalDeeds, type Created, type ProposalDeed } from '../proposals/proposal-deeds.service.js';
import type { Proposal } from '../proposals/proposal.js';
import { Subjects } from '../subjects/subjects.service.js';
import { Texts } from '../texts/texts.service.js';
import { ReinstatementFacts } from './reinstatement-facts.service.js';
import type { ReinstatementOrder } from './reinstatement-order.js';

/** Takes somebody back once a second person has agreed. */
@Injectable()
export class ReinstatementDeed implements ProposalDeed, OnModuleInit {
  readonly consequence: Message = {
    th: 'ผู้ขายกลับเข้าตลาดทันที มาตรการเชิญออกสิ้นสุด ใบเตือนที่ระบุถูกถอน และมีงานปลดการห้ามกับงานเชิญกลับใน LINE',
    en: 'The seller is back at once, the removal ends, the strikes named are taken back, and there are tasks to lift the ban and invite.',
  };

  constructor(
    private readonly deeds: ProposalDeeds,
    private readonly subjects: Subjects,
    private readonly facts: ReinstatementFacts,
    private readonly lifting: Lifting,
    private readonly texts: Texts,
  ) {}

  onModuleInit(): void {
    this.deeds.register('reinstatement', this);
  }

  async confirm({ id, subjectId, contents }: Proposal): Promise<Created[]> {
    const person = await this.subjects.lock(subjectId);
    const ruling = await this.facts.rulingFor(person, JSON.parse(contents) as ReinstatementOrder);
    const text = await this.facts.noticeFor(person, subjectId);
    const notice = await this.texts.keep({ kind: 'notice', text, sensitive: false });
    const lifted = await this.lifting.lift({
      ...{ cause: 'reinstatement', causeId: id, person, subjectId, caseId: null, ruling },
      ...{ noticeTextId: notice.id, endedDecisionIds: ruling.sanctions.map(({ decisionId }) => decisionId) },
    });
    return createdOf(lifted);
  }

  async drop(): Promise<void> {
    // Nothing was done yet.
  }
}

const createdOf = ({ taskIds }: Lifted): Created[] => taskIds.map((id) => ({ type: 'task', id }));
