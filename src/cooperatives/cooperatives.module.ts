import { Module } from '@nestjs/common';
import { DependantsRegistry } from './cooperative-dependants.service.js';
import { CooperativeDirectory } from './cooperative-directory.service.js';
import { CooperativeSearch } from './cooperative-search.service.js';
import { CooperativesController } from './cooperatives.controller.js';
import { CooperativesRepository } from './cooperatives.repository.js';
import { Cooperatives } from './cooperatives.service.js';
import { DirectoryImport } from './directory-import.service.js';
import { DirectoryWriter } from './directory-writer.service.js';
import { RegionsController } from './regions.controller.js';

@Module({
  controllers: [RegionsController, CooperativesController],
  providers: [
    CooperativeDirectory,
    CooperativesRepository,
    CooperativeSearch,
    Cooperatives,
    DependantsRegistry,
    DirectoryImport,
    DirectoryWriter,
  ],
  exports: [CooperativeDirectory, DependantsRegistry, DirectoryImport],
})
export class CooperativesModule {}
