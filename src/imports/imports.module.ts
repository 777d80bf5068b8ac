import { Module } from '@nestjs/common';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { Cancellations } from './progress/cancellation.service.js';
import { ColumnMappings } from './columns/column-mappings.service.js';
import { Confirmations } from './plan/confirmation.service.js';
import { FormConsentRepository } from './push/form-consent.repository.js';
import { FormConsent } from './push/form-consent.service.js';
import { FormResponsesController } from './push/form-responses.controller.js';
import { FormResponses } from './push/form-responses.service.js';
import { OpenAnswers } from './push/open-answers.service.js';
import { PushRuns } from './push/push-runs.service.js';
import { PushedFailures } from './push/pushed-failures.service.js';
import { PushedRows } from './push/pushed-rows.service.js';
import { ResponseReader } from './push/response-reader.service.js';
import { ResponseView } from './push/response-view.service.js';
import { BulkResolutions } from './review/bulk-resolution.service.js';
import { CandidateView } from './review/candidate-view.service.js';
import { DecisionBook } from './review/decision-book.service.js';
import { FileImport } from './upload/file-import.service.js';
import { FileWalk } from './upload/file-walk.service.js';
import { FormMemory } from './columns/form-memory.service.js';
import { FormSourcesRepository } from './columns/form-source.repository.js';
import { FormSourcesController } from './columns/form-sources.controller.js';
import { FormSources } from './columns/form-sources.service.js';
import { ImportExpiryRepository } from './import-expiry.repository.js';
import { ImportExpiry } from './import-expiry.service.js';
import { ImportCourseController } from './progress/import-course.controller.js';
import { ImportCourse } from './progress/import-course.service.js';
import { ImportEvents } from './progress/import-events.service.js';
import { ImportFollowers } from './progress/import-followers.service.js';
import { ImportDesk } from './upload/import-desk.service.js';
import { ImportPlanner } from './plan/import-planner.service.js';
import { ImportQueue } from './upload/import-queue.service.js';
import { ImportReader } from './import-reader.service.js';
import { ImportRowsRepository } from './rows/import-rows.repository.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportView } from './import-view.service.js';
import { ImportWork } from './import-work.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ResolutionUndo, UndoEffects } from './review/resolution-undo.service.js';
import { PlanRelease } from './plan/plan-release.service.js';
import { PlanRemains } from './plan/plan-remains.service.js';
import { PlanRunner } from './plan/plan-runner.service.js';
import { RehearsedRowsRepository } from './plan/rehearsed-rows.repository.js';
import { Resolutions } from './review/resolution.service.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewDesk } from './review/review-desk.service.js';
import { ReviewGroups } from './review/review-groups.service.js';
import { RowDecisionsRepository } from './review/row-decision.repository.js';
import { RowList } from './rows/row-list.service.js';
import { RowSettling } from './review/row-settling.service.js';
import { RowView } from './rows/row-view.service.js';
import { ValueDecisionsController } from './review/value-decisions.controller.js';
import { ValueDecisions } from './review/value-decisions.service.js';
import { ValueDecisionsRepository } from './review/value-decision.repository.js';
import { ValueUsesRepository } from './review/value-use.repository.js';
import { ValueMemory } from './review/value-memory.service.js';
import { RowDesk } from './judging/row-desk.service.js';
import { RowEffects } from './judging/row-effects.service.js';
import { RowFactsGatherer } from './judging/row-facts.service.js';
import { WaitingCopies } from './judging/waiting-copies.service.js';
import { RowFailures } from './judging/row-failures.service.js';
import { Uploads } from './upload/upload.service.js';

@Module({
  imports: [CooperativesModule, SellersModule],
  controllers: [
    ...[ImportsController, ReviewController, FormSourcesController, ValueDecisionsController],
    ...[FormResponsesController, ImportCourseController],
  ],
  providers: [
    ...[ImportsRepository, ImportRowsRepository, RowFactsGatherer, RowEffects, RowDesk, ImportWork],
    ...[
      FileWalk,
      RehearsedRowsRepository,
      ImportPlanner,
      PlanRemains,
      PlanRunner,
      PlanRelease,
      Confirmations,
    ],
    ...[ImportRunner, Resolutions, Uploads, ImportReader, ImportView, ImportDesk, ImportExpiry, FileImport],
    ...[FormSourcesRepository, FormMemory, FormSources, ImportQueue],
    ...[ColumnMappings, FormConsentRepository, FormConsent, PushRuns, ResponseReader, OpenAnswers],
    ...[PushedRows, ResponseView, FormResponses],
    ...[ValueDecisionsRepository, ValueMemory, ValueDecisions, RowDecisionsRepository, DecisionBook],
    ...[RowSettling, UndoEffects, ResolutionUndo, BulkResolutions, ReviewGroups, ReviewDesk],
    ...[CandidateView, RowView, RowList],
    ...[RowFailures, PushedFailures, WaitingCopies, ValueUsesRepository],
    ...[Cancellations, ImportEvents, ImportFollowers, ImportCourse, ImportExpiryRepository],
  ],
  exports: [FileImport],
})
export class ImportsModule {}
