import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Message } from '../../platform/message.js';
import { Lifting, type Lifted } from '../appeals/lifting.service.js';
import { ProposalDeeds, type Created, type ProposalDeed } from '../proposals/proposal-deeds.service.js';
import type { Proposal } from '../proposals/proposal.js';
import { Subjects } from '../subjects/subjects.service.js';
import { ReinstatementCases } from './reinstatement-cases.service.js';
import { overtaken } from './reinstatement-errors.js';
import { ReinstatementFacts } from './reinstatement-facts.service.js';
import type { ReinstatementOrder } from './reinstatement-order.js';
import { ReinstatementTexts } from './reinstatement-texts.service.js';

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
    private readonly cases: ReinstatementCases,
    private readonly texts: ReinstatementTexts,
  ) {}

  onModuleInit(): void {
    this.deeds.register('reinstatement', this);
  }

  async confirm({ id, subjectId, contents, reasonTextId }: Proposal): Promise<Created[]> {
    const person = await this.subjects.lock(subjectId);
    const order = JSON.parse(contents) as ReinstatementOrder;
    const ruling = await this.facts.rulingFor(person, order, true);
    const holding = ruling.sanctions.map((sanction) => sanction.id).sort();
    if (holding.join() !== [...order.sanctionIds].sort().join()) throw overtaken(id);
    const isGrave = await this.cases.areGrave(ruling.sanctions);
    const text = await this.facts.noticeFor(person, subjectId);
    const noticeTextId = await this.texts.keepNotice(text, isGrave, reasonTextId);
    const matters = await this.cases.take(ruling.sanctions);
    const lifted = await this.lifting.lift({
      ...{ cause: 'reinstatement', causeId: id, person, subjectId, caseId: null, ruling },
      ...{ noticeTextId, endedDecisionIds: ruling.sanctions.map(({ decisionId }) => decisionId) },
    });
    await this.cases.closeDone(matters);
    return createdOf(lifted);
  }

  drop({ reasonTextId }: Proposal): Promise<void> {
    return this.texts.drop(reasonTextId);
  }
}

const createdOf = ({ taskIds }: Lifted): Created[] => taskIds.map((id) => ({ type: 'task', id }));
