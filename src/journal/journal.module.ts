import { Global, Module } from '@nestjs/common';
import { JournalReader } from './journal-reader.service.js';
import { JournalController } from './journal.controller.js';
import { JournalRepository } from './journal.repository.js';
import { Journal } from './journal.service.js';

@Global()
@Module({
  controllers: [JournalController],
  providers: [Journal, JournalReader, JournalRepository],
  exports: [Journal, JournalReader],
})
export class JournalModule {}
