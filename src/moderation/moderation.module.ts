import { Module, type OnModuleInit } from '@nestjs/common';
import { ScreeningModule } from '../screening/screening.module.js';
import { SellerActions } from '../sellers/seller-actions.service.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { UsernamesModule } from '../usernames/usernames.module.js';
import { AppealBook } from './appeals/appeal-book.service.js';
import { AppealDesk } from './appeals/appeal-desk.service.js';
import { AppealEnding } from './appeals/appeal-ending.service.js';
import { AppealFiling } from './appeals/appeal-filing.service.js';
import { AppealHearing } from './appeals/appeal-hearing.service.js';
import { AppealHold } from './appeals/appeal-hold.service.js';
import { AppealJudgement } from './appeals/appeal-judgement.service.js';
import { AppealOffer } from './appeals/appeal-offer.service.js';
import { AppealPeople } from './appeals/appeal-people.service.js';
import { AppealTexts } from './appeals/appeal-texts.service.js';
import { AppealView } from './appeals/appeal-view.service.js';
import { AppealsController } from './appeals/appeals.controller.js';
import { AppealsRepository } from './appeals/appeals.repository.js';
import { Appeals } from './appeals/appeals.service.js';
import { Lifting } from './appeals/lifting.service.js';
import { CaseDesk } from './cases/case-desk.service.js';
import { CaseHandover } from './cases/case-handover.service.js';
import { CaseJoining } from './cases/case-joining.service.js';
import { CaseListRepository } from './cases/case-list.repository.js';
import { CaseView } from './cases/case-view.service.js';
import { CaseWords } from './cases/case-words.service.js';
import { CasesController } from './cases/cases.controller.js';
import { CasesRepository } from './cases/cases.repository.js';
import { Cases } from './cases/cases.service.js';
import { PolicyBook } from './policy/policy-book.service.js';
import { PolicySimulation } from './policy/policy-simulation.service.js';
import { PolicyController } from './policy/policy.controller.js';
import { CaseEnding } from './cases/case-ending.service.js';
import { CaseHold } from './decisions/case-hold.service.js';
import { Deciding } from './decisions/deciding.service.js';
import { DecisionActions } from './decisions/decision-actions.service.js';
import { DecisionEffects } from './decisions/decision-effects.service.js';
import { DecisionFacts } from './decisions/decision-facts.service.js';
import { DecisionProposals } from './decisions/decision-proposals.service.js';
import { DecisionSettling } from './decisions/decision-settling.service.js';
import { DecisionTexts } from './decisions/decision-texts.service.js';
import { DecisionTraces } from './decisions/decision-traces.service.js';
import { DecisionView } from './decisions/decision-view.service.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DecisionsRepository } from './decisions/decisions.repository.js';
import { Decisions } from './decisions/decisions.service.js';
import { PersonHistory } from './decisions/person-history.service.js';
import { PersonNames } from './decisions/person-names.service.js';
import { DossierCourse } from './dossier/dossier-course.service.js';
import { DossierMatters } from './dossier/dossier-matters.service.js';
import { DossierPages } from './dossier/dossier-pages.service.js';
import { DossierPeople } from './dossier/dossier-people.service.js';
import { DossierView } from './dossier/dossier-view.service.js';
import { DossiersController } from './dossier/dossiers.controller.js';
import { Dossiers } from './dossier/dossiers.service.js';
import { ProposalBook } from './proposals/proposal-book.service.js';
import { ProposalDeeds } from './proposals/proposal-deeds.service.js';
import { ProposalDesk } from './proposals/proposal-desk.service.js';
import { ProposalView } from './proposals/proposal-view.service.js';
import { ProposalsController } from './proposals/proposals.controller.js';
import { ProposalsRepository } from './proposals/proposals.repository.js';
import { Proposals } from './proposals/proposals.service.js';
import { RemovalBook } from './removal/removal-book.service.js';
import { RemovalOrders } from './removal/removal-orders.service.js';
import { RemovedApplicants } from './removal/removed-applicants.service.js';
import { RemovalsController } from './removal/removals.controller.js';
import { SellerRemoval } from './removal/seller-removal.service.js';
import { moderationActionsOf } from './removal/seller-moderation-actions.js';
import { ReinstatementCases } from './reinstatement/reinstatement-cases.service.js';
import { ReinstatementTexts } from './reinstatement/reinstatement-texts.service.js';
import { ReinstatementDeed } from './reinstatement/reinstatement-deed.service.js';
import { ReinstatementFacts } from './reinstatement/reinstatement-facts.service.js';
import { ReinstatementProposing } from './reinstatement/reinstatement-proposing.service.js';
import { ReinstatementsController } from './reinstatement/reinstatements.controller.js';
import { Reinstatements } from './reinstatement/reinstatements.service.js';
import { ConductRepository } from './standing/conduct.repository.js';
import { Conduct } from './standing/conduct.service.js';
import { StandingController } from './standing/standing.controller.js';
import { StandingDesk } from './standing/standing-desk.service.js';
import { SellerTasks } from './tasks/seller-tasks.service.js';
import { TaskCompletion } from './tasks/task-completion.service.js';
import { TaskDesk } from './tasks/task-desk.service.js';
import { TaskList } from './tasks/task-list.service.js';
import { TaskMessagesRepository } from './tasks/task-messages.repository.js';
import { TaskPeopleFinder } from './tasks/task-people.service.js';
import { TaskView } from './tasks/task-view.service.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TasksRepository } from './tasks/tasks.repository.js';
import { Tasks } from './tasks/tasks.service.js';
import { Policies } from './policy/policies.service.js';
import { PoliciesRepository } from './policy/policies.repository.js';
import { ChatController } from './chat/chat.controller.js';
import { ChatReadings } from './chat/chat-readings.service.js';
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
import { SubjectLinking } from './subjects/subject-linking.service.js';
import { SubjectListRepository } from './subjects/subject-list.repository.js';
import { SubjectView } from './subjects/subject-view.service.js';
import { SubjectsController } from './subjects/subjects.controller.js';
import { Subjects } from './subjects/subjects.service.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';
import { RemovedPeopleRepository } from './standing/removed-people.repository.js';
import { RemovedPeople } from './standing/removed-people.service.js';
import { TextHousekeeping } from './texts/text-housekeeping.service.js';
import { Texts } from './texts/texts.service.js';
import { TextsRepository } from './texts/texts.repository.js';

const intake = [
  ...[TextsRepository, Texts, TextHousekeeping, RulesRepository, Rules, RuleBook],
  ...[PoliciesRepository, Policies, PolicyBook, PolicySimulation],
  ...[
    SubjectsRepository,
    SubjectListRepository,
    KnownNicknames,
    Subjects,
    SubjectView,
    SubjectLinking,
    SubjectDesk,
  ],
  ...[CasesRepository, CaseListRepository, CaseJoining, CaseDesk, CaseWords, CaseView, Cases, CaseHandover],
  ...[ReportsRepository, MessageScreening, ReportFiling, ReportView, ReportDesk, Reports, ChatReadings],
];

const deciding = [
  ...[ConductRepository, Conduct, StandingDesk, TasksRepository, Tasks, CaseEnding, TaskCompletion],
  ...[TaskMessagesRepository, TaskPeopleFinder, TaskView, TaskDesk, TaskList, SellerTasks],
  ...[ProposalsRepository, ProposalBook, ProposalDeeds, Proposals, ProposalView, ProposalDesk],
  ...[
    DecisionsRepository,
    Decisions,
    DecisionActions,
    PersonHistory,
    PersonNames,
    DecisionFacts,
    DecisionTexts,
  ],
  ...[DecisionTraces, CaseHold, DecisionEffects, DecisionSettling, DecisionView, DecisionProposals],
  ...[Deciding, SellerRemoval, RemovedApplicants, RemovalBook, RemovalOrders],
];

const appealing = [
  ...[
    AppealsRepository,
    AppealBook,
    AppealTexts,
    AppealHold,
    AppealFiling,
    Appeals,
    AppealPeople,
    AppealView,
  ],
  ...[AppealDesk, Lifting, AppealJudgement, AppealEnding, AppealHearing, AppealOffer],
  ...[
    ReinstatementFacts,
    ReinstatementTexts,
    ReinstatementCases,
    ReinstatementDeed,
    ReinstatementProposing,
    Reinstatements,
  ],
];

const telling = [DossierPeople, DossierMatters, DossierCourse, DossierView, Dossiers, DossierPages];

/** From a message to a fair end: reports, cases, decisions, tasks, standing, appeals. */
@Module({
  imports: [ScreeningModule, SellersModule, UsernamesModule],
  controllers: [
    ...[
      ChatController,
      ReportsController,
      CasesController,
      RulesController,
      PolicyController,
      SubjectsController,
    ],
    ...[AppealsController, ReinstatementsController, DossiersController],
    ...[DecisionsController, TasksController, ProposalsController, StandingController, RemovalsController],
  ],
  providers: [...intake, ...deciding, ...appealing, ...telling, RemovedPeopleRepository, RemovedPeople],
  exports: [Subjects, Rules, Policies, Texts, RemovedPeople, Tasks, Conduct, Decisions],
})
export class ModerationModule implements OnModuleInit {
  constructor(
    private readonly rules: Rules,
    private readonly policies: Policies,
    private readonly actions: SellerActions,
  ) {}

  async onModuleInit(): Promise<void> {
    this.actions.contribute(moderationActionsOf);
    await this.rules.seed();
    await this.policies.seed();
  }
}
