import { Module } from '@nestjs/common';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { FileImport } from './file-import.service.js';
import { ImportExpiry } from './import-expiry.service.js';
import { ImportDesk } from './import-desk.service.js';
import { ImportReader } from './import-reader.service.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportRunner } from './import-runner.service.js';
import { ImportView } from './import-view.service.js';
import { ImportWork } from './import-work.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { Resolutions } from './resolution.service.js';
import { RowDesk } from './row-desk.service.js';
import { RowEffects } from './row-effects.service.js';
import { RowFactsGatherer } from './row-facts.service.js';
import { Uploads } from './upload.service.js';

@Module({
  imports: [CooperativesModule, SellersModule],
  controllers: [ImportsController],
  providers: [
    ...[ImportsRepository, ImportRowsRepository, RowFactsGatherer, RowEffects, RowDesk, ImportWork],
    ...[ImportRunner, Resolutions, Uploads, ImportReader, ImportView, ImportDesk, ImportExpiry, FileImport],
  ],
  exports: [FileImport],
})
export class ImportsModule {}
