import { Module } from '@nestjs/common';
import { LexiconController } from './lexicon.controller.js';
import { LexiconKeeper } from './lexicon-keeper.service.js';
import { LexiconRepository } from './lexicon.repository.js';
import { Lexicons } from './lexicon.service.js';
import { ScreeningController } from './screening.controller.js';
import { Screening } from './screening.service.js';

/** Suggests which rule a message may break; it never acts. */
@Module({
  controllers: [ScreeningController, LexiconController],
  providers: [LexiconRepository, LexiconKeeper, Lexicons, Screening],
  exports: [Screening],
})
export class ScreeningModule {}
