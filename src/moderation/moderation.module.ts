import { Module, type OnModuleInit } from '@nestjs/common';
import { ScreeningModule } from '../screening/screening.module.js';
import { SellersModule } from '../sellers/sellers.module.js';
import { UsernamesModule } from '../usernames/usernames.module.js';
import { CasesRepository } from './cases/cases.repository.js';
import { Policies } from './policy/policies.service.js';
import { PoliciesRepository } from './policy/policies.repository.js';
import { Rules } from './rules/rules.service.js';
import { RulesRepository } from './rules/rules.repository.js';
import { KnownNicknames } from './subjects/known-nicknames.service.js';
import { Subjects } from './subjects/subjects.service.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';
import { Texts } from './texts/texts.service.js';
import { TextsRepository } from './texts/texts.repository.js';

const intake = [
  ...[TextsRepository, Texts, RulesRepository, Rules, PoliciesRepository, Policies],
  ...[SubjectsRepository, KnownNicknames, Subjects, CasesRepository],
];

/** From a message to a fair end: reports, cases, decisions, tasks, standing, appeals. */
@Module({
  imports: [ScreeningModule, SellersModule, UsernamesModule],
  providers: [...intake],
  exports: [Subjects, Rules, Policies, Texts],
})
export class ModerationModule implements OnModuleInit {
  constructor(
    private readonly rules: Rules,
    private readonly policies: Policies,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.rules.seed();
    await this.policies.seed();
  }
}
