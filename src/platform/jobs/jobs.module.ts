import { Global, Module } from '@nestjs/common';
import { JobWorker } from './job-worker.service.js';
import { JobRepository } from './job.repository.js';
import { Jobs } from './jobs.service.js';

@Global()
@Module({
  providers: [Jobs, JobWorker, JobRepository],
  exports: [Jobs, JobWorker],
})
export class JobsModule {}
