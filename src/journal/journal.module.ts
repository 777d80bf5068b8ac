import { Global, Module } from '@nestjs/common';
import { JournalRepository } from './journal.repository.js';
import { Journal } from './journal.service.js';

@Global()
@Module({ providers: [Journal, JournalRepository], exports: [Journal] })
export class JournalModule {}
