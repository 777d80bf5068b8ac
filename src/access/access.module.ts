import { Module } from '@nestjs/common';
import { Authenticator } from '../platform/http/authenticator.js';
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

/** Staff, sessions and API keys: who may come in. */
@Module({
  controllers: [SessionsController, StaffController, ApiKeysController],
  providers: [
    ...[StaffRepository, SessionsRepository, ApiKeysRepository],
    ...[Credentials, Principals, Refusals, Passwords, SignInThrottle],
    ...[SignIn, Sessions, Caller, Staff, StaffList, StaffPasswords, OwnPassword, FirstAdmin],
    ...[ApiKeys, ApiKeyList],
    { provide: Authenticator, useExisting: Principals },
  ],
  exports: [Authenticator, FirstAdmin],
})
export class AccessModule {}
