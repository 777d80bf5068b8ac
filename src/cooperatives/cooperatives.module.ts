import { Module } from '@nestjs/common';
import { CooperativeDirectory } from './cooperative-directory.service.js';
import { CooperativesRepository } from './cooperatives.repository.js';

@Module({
  providers: [CooperativeDirectory, CooperativesRepository],
  exports: [CooperativeDirectory],
})
export class CooperativesModule {}
