import { Global, Module } from '@nestjs/common';
import { HousekeepingRepository } from './housekeeping.repository.js';
import { Housekeeping } from './housekeeping.service.js';
import { JobWorker } from './job-worker.service.js';
import { JobRepository } from './job.repository.js';
import { Jobs } from './jobs.service.js';

@Global()
@Module({
  providers: [Jobs, JobWorker, JobRepository, Housekeeping, HousekeepingRepository],
  exports: [Jobs, JobWorker],
})
export class JobsModule {}
