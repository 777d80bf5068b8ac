import { Global, Module } from '@nestjs/common';
import { ActorNames } from '../platform/actor-names.js';
import { Authenticator } from '../platform/http/authenticator.js';
import { AccountNames } from './account-names.service.js';
import { ApiKeyList } from './api-key-list.service.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeys } from './api-keys.service.js';
import { Caller } from './caller.service.js';
import { Credentials } from './credentials.service.js';
import { FirstAdmin } from './first-admin.service.js';
import { OwnPassword } from './own-password.service.js';
import { Passwords } from './passwords.service.js';
import { Principals } from './principals.service.js';
import { Refusals } from './refusals.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { Sessions } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import { SignIn } from './sign-in.service.js';
import { StaffController } from './staff.controller.js';
import { StaffList } from './staff-list.service.js';
import { StaffPasswords } from './staff-passwords.service.js';
import { StaffRepository } from './staff.repository.js';
import { Staff } from './staff.service.js';

/** Staff, sessions and API keys: who may come in. Others know it by what the platform asks for. */
@Global()
@Module({
  controllers: [SessionsController, StaffController, ApiKeysController],
  providers: [
    ...[StaffRepository, SessionsRepository, ApiKeysRepository],
    ...[Credentials, Principals, Refusals, Passwords, SignInThrottle],
    ...[SignIn, Sessions, Caller, Staff, StaffList, StaffPasswords, OwnPassword, FirstAdmin],
    ...[ApiKeys, ApiKeyList, AccountNames],
    { provide: Authenticator, useExisting: Principals },
    { provide: ActorNames, useExisting: AccountNames },
  ],
  exports: [ActorNames, Authenticator, FirstAdmin],
})
export class AccessModule {}
