import { ApiKeyEntity } from './access/api-key.entity.js';
import { StaffEntity, StaffSessionEntity } from './access/staff.entity.js';
import {
  CooperativeAliasEntity,
  CooperativeDirectoryEntity,
  CooperativeEntity,
} from './cooperatives/cooperative.entity.js';
import { FormSourceEntity } from './imports/columns/form-source.entity.js';
import {
  FormConsentBasisEntity,
  ImportFileChunkEntity,
  ImportRowEntity,
  ImportRowKeyEntity,
  ImportRunEntity,
} from './imports/import.entity.js';
import { RowDecisionEntity } from './imports/review/row-decision.entity.js';
import { ValueUseEntity } from './imports/review/value-use.entity.js';
import { ValueDecisionEntity } from './imports/review/value-decision.entity.js';
import {
  RehearsedImportRowEntity,
  RehearsedImportRowKeyEntity,
} from './imports/plan/rehearsed-row.entity.js';
import { AuditEntryEntity, AuditHeadEntity, OutboxMessageEntity } from './journal/journal.entity.js';
import { Platform1790000000100 } from './migrations/1790000000100-platform.js';
import { Jobs1790000000150 } from './migrations/1790000000150-jobs.js';
import { Journal1790000000200 } from './migrations/1790000000200-journal.js';
import { Access1790000000300 } from './migrations/1790000000300-access.js';
import { Cooperatives1790000000400 } from './migrations/1790000000400-cooperatives.js';
import { Imports1790000000700 } from './migrations/1790000000700-imports.js';
import { ImportFormat1790000000710 } from './migrations/1790000000710-import-format.js';
import { ImportPlans1790000000720 } from './migrations/1790000000720-import-plans.js';
import { FormSources1790000000740 } from './migrations/1790000000740-form-sources.js';
import { FormResponses1790000000750 } from './migrations/1790000000750-form-responses.js';
import { ImportProgress1790000000760 } from './migrations/1790000000760-import-progress.js';
import { ReportTexts1790000000812 } from './migrations/1790000000812-report-texts.js';
import { CaseWords1790000000813 } from './migrations/1790000000813-case-words.js';
import { SubjectCooperative1790000000811 } from './migrations/1790000000811-subject-cooperative.js';
import { Moderation1790000000810 } from './migrations/1790000000810-moderation.js';
import { MemberKeys1790000000860 } from './migrations/1790000000860-member-keys.js';
import { PasswordGivenBy1790000000870 } from './migrations/1790000000870-password-given-by.js';
import { Roster1790000000850 } from './migrations/1790000000850-roster.js';
import { ImportKeys1790000000900 } from './migrations/1790000000900-import-keys.js';
import { ShortKeys1790000000910 } from './migrations/1790000000910-short-keys.js';
import { Decisions1790000000820 } from './migrations/1790000000820-decisions.js';
import { ValueUses1790000000880 } from './migrations/1790000000880-value-uses.js';
import { Review1790000000741 } from './migrations/1790000000741-review.js';
import { AppealDecisionEntity, AppealEntity } from './moderation/appeals/appeal.entity.js';
import { CaseEntity } from './moderation/cases/case.entity.js';
import { DecisionEntity } from './moderation/decisions/decision.entity.js';
import { PolicyVersionEntity } from './moderation/policy/policy-version.entity.js';
import { ProposalEntity } from './moderation/proposals/proposal.entity.js';
import { ReportEntity } from './moderation/reports/report.entity.js';
import { RuleVersionEntity } from './moderation/rules/rule-version.entity.js';
import {
  SanctionEndEntity,
  SanctionEntity,
  StrikeEntity,
  StrikeReversalEntity,
} from './moderation/standing/strike.entity.js';
import { SubjectEntity } from './moderation/subjects/subject.entity.js';
import { TaskEntity } from './moderation/tasks/task.entity.js';
import { ModerationTextEntity } from './moderation/texts/text.entity.js';
import { Lexicon1790000000800 } from './migrations/1790000000800-lexicon.js';
import type { Schema } from './platform/database/data-source.js';
import { Sellers1790000000600 } from './migrations/1790000000600-sellers.js';
import { Usernames1790000000500 } from './migrations/1790000000500-usernames.js';
import { IdempotencyKeyEntity } from './platform/database/idempotency.entity.js';
import { JobEntity } from './platform/jobs/job.entity.js';
import { RosterAuditEntity, RosterEntryEntity, SellerPresenceEntity } from './roster/roster.entity.js';
import { LexiconVersionEntity } from './screening/lexicon-version.entity.js';
import { RehearsedSellerEntity } from './sellers/rehearsed-seller.entity.js';
import { SellerCategoryEntity, SellerEntity } from './sellers/seller.entity.js';
import { RehearsedUsernameEntity } from './usernames/rehearsed-username.entity.js';
import { UsernameReservationEntity } from './usernames/reservation.entity.js';

/** Every table of the service and the steps that lead there, in order. */
export const schema: Schema = {
  entities: [
    IdempotencyKeyEntity,
    JobEntity,
    AuditEntryEntity,
    AuditHeadEntity,
    OutboxMessageEntity,
    StaffEntity,
    StaffSessionEntity,
    ApiKeyEntity,
    CooperativeEntity,
    CooperativeAliasEntity,
    CooperativeDirectoryEntity,
    UsernameReservationEntity,
    SellerEntity,
    SellerCategoryEntity,
    ImportRunEntity,
    ImportFileChunkEntity,
    ImportRowEntity,
    ImportRowKeyEntity,
    FormSourceEntity,
    FormConsentBasisEntity,
    ValueDecisionEntity,
    ValueUseEntity,
    RowDecisionEntity,
    ModerationTextEntity,
    RuleVersionEntity,
    PolicyVersionEntity,
    SubjectEntity,
    CaseEntity,
    ReportEntity,
    DecisionEntity,
    StrikeEntity,
    StrikeReversalEntity,
    SanctionEntity,
    SanctionEndEntity,
    TaskEntity,
    AppealEntity,
    AppealDecisionEntity,
    ProposalEntity,
    RosterAuditEntity,
    RosterEntryEntity,
    SellerPresenceEntity,
    LexiconVersionEntity,
    RehearsedUsernameEntity,
    RehearsedSellerEntity,
    RehearsedImportRowEntity,
    RehearsedImportRowKeyEntity,
  ],
  migrations: [
    Platform1790000000100,
    Jobs1790000000150,
    Journal1790000000200,
    Access1790000000300,
    Cooperatives1790000000400,
    Usernames1790000000500,
    Sellers1790000000600,
    Imports1790000000700,
    ImportFormat1790000000710,
    ImportPlans1790000000720,
    FormSources1790000000740,
    FormResponses1790000000750,
    ImportProgress1790000000760,
    Review1790000000741,
    Lexicon1790000000800,
    Moderation1790000000810,
    SubjectCooperative1790000000811,
    ReportTexts1790000000812,
    CaseWords1790000000813,
    Decisions1790000000820,
    Roster1790000000850,
    MemberKeys1790000000860,
    PasswordGivenBy1790000000870,
    ValueUses1790000000880,
    ImportKeys1790000000900,
    ShortKeys1790000000910,
  ],
};
