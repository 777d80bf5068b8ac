import { Module, type OnModuleInit } from '@nestjs/common';
import { ScreeningModule } from '../screening/screening.module.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { UsernamesModule } from '../usernames/usernames.module.js';
import { CaseDesk } from './cases/case-desk.service.js';
import { CaseEndings } from './cases/case-endings.service.js';
import { CaseJoining } from './cases/case-joining.service.js';
import { CaseListRepository } from './cases/case-list.repository.js';
import { CaseView } from './cases/case-view.service.js';
import { CaseWords } from './cases/case-words.service.js';
import { CasesController } from './cases/cases.controller.js';
import { CasesRepository } from './cases/cases.repository.js';
import { Cases } from './cases/cases.service.js';
import { PolicyBook } from './policy/policy-book.service.js';
import { PolicyController } from './policy/policy.controller.js';
import { Policies } from './policy/policies.service.js';
import { PoliciesRepository } from './policy/policies.repository.js';
import { MessageScreening } from './reports/message-screening.service.js';
import { ReportDesk } from './reports/report-desk.service.js';
import { ReportFiling } from './reports/report-filing.service.js';
import { ReportView } from './reports/report-view.service.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReportsRepository } from './reports/reports.repository.js';
import { Reports } from './reports/reports.service.js';
import { RuleBook } from './rules/rule-book.service.js';
import { RulesController } from './rules/rules.controller.js';
import { Rules } from './rules/rules.service.js';
import { RulesRepository } from './rules/rules.repository.js';
import { KnownNicknames } from './subjects/known-nicknames.service.js';
import { SubjectDesk } from './subjects/subject-desk.service.js';
import { SubjectListRepository } from './subjects/subject-list.repository.js';
import { SubjectView } from './subjects/subject-view.service.js';
import { SubjectsController } from './subjects/subjects.controller.js';
import { Subjects } from './subjects/subjects.service.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';
import { RemovedPeopleRepository } from './standing/removed-people.repository.js';
import { RemovedPeople } from './standing/removed-people.service.js';
import { Texts } from './texts/texts.service.js';
import { TextsRepository } from './texts/texts.repository.js';

const intake = [
  ...[TextsRepository, Texts, RulesRepository, Rules, RuleBook],
  ...[PoliciesRepository, Policies, PolicyBook],
  ...[SubjectsRepository, SubjectListRepository, KnownNicknames, Subjects, SubjectView, SubjectDesk],
  ...[CasesRepository, CaseListRepository, CaseJoining, CaseDesk, CaseWords, CaseView, Cases, CaseEndings],
  ...[ReportsRepository, MessageScreening, ReportFiling, ReportView, ReportDesk, Reports],
];

/** From a message to a fair end: reports, cases, decisions, tasks, standing, appeals. */
@Module({
  imports: [ScreeningModule, SellersModule, UsernamesModule],
  controllers: [ReportsController, CasesController, RulesController, PolicyController, SubjectsController],
  providers: [...intake, RemovedPeopleRepository, RemovedPeople],
  exports: [Subjects, Rules, Policies, Texts, RemovedPeople],
})
export class ModerationModule implements OnModuleInit {
  constructor(
    private readonly rules: Rules,
    private readonly policies: Policies,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.rules.seed();
    await this.policies.seed();
  }
}
