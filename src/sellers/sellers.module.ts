import { Module, type OnModuleInit } from '@nestjs/common';
import { DependantsRegistry } from '../cooperatives/cooperative-dependants.service.js';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { UsernamesModule } from '../usernames/usernames.module.js';
import { Applications } from './applications.service.js';
import { Identities } from './identities.service.js';
import { ownActionsOf } from './own-actions.js';
import { MemberKeys } from './member-keys.service.js';
import { PendingSellers } from './pending-sellers.service.js';
import { NicknameHolders } from './nickname-holders.service.js';
import { Recognition } from './recognition.service.js';
import { Registrations } from './registration.service.js';
import { SellerActions } from './seller-actions.service.js';
import { SellerCourse } from './seller-course.service.js';
import { RehearsedSellersRepository } from './rehearsed-sellers.repository.js';
import { SellerListeners } from './seller-listeners.service.js';
import { SellerSteps } from './seller-steps.service.js';
import { SellerDesk } from './seller-desk.service.js';
import { SellerListRepository } from './seller-list.repository.js';
import { SellerProceedings } from './seller-proceedings.service.js';
import { SellerRehearsals } from './seller-rehearsals.service.js';
import { SellerRegister } from './seller-register.service.js';
import { RenderedSellers } from './rendered-sellers.service.js';
import { ShownSellersRepository } from './shown-sellers.repository.js';
import { ShownSellers } from './shown-sellers.service.js';
import { SellerSearch } from './seller-search.service.js';
import { SellerUndo } from './seller-undo.service.js';
import { SellerView } from './seller-view.service.js';
import { SellersController } from './sellers.controller.js';
import { SellersRepository } from './sellers.repository.js';

const inner = [
  SellersRepository,
  ShownSellersRepository,
  RehearsedSellersRepository,
  SellerListRepository,
  Identities,
  Applications,
  SellerProceedings,
  SellerSteps,
  SellerRegister,
  MemberKeys,
  PendingSellers,
];
const offered = [
  NicknameHolders,
  Recognition,
  Registrations,
  SellerDesk,
  SellerActions,
  SellerListeners,
  SellerCourse,
  ShownSellers,
  RenderedSellers,
  SellerSearch,
  SellerUndo,
  SellerView,
  SellerRehearsals,
];

@Module({
  imports: [CooperativesModule, UsernamesModule],
  controllers: [SellersController],
  providers: [...inner, ...offered],
  exports: offered,
})
export class SellersModule implements OnModuleInit {
  constructor(
    private readonly actions: SellerActions,
    private readonly repository: SellersRepository,
    private readonly dependants: DependantsRegistry,
  ) {}

  onModuleInit(): void {
    this.actions.contribute(ownActionsOf);
    this.dependants.register(this.repository);
  }
}
