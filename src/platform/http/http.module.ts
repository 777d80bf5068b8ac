import { randomBytes } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { DataSecret } from '../secret.js';
import { Cursors } from './cursor.js';

/** What features inject of the HTTP platform; `createApp` imports it. */
@Global()
@Module({
  providers: [
    {
      provide: Cursors,
      inject: [{ token: DataSecret, optional: true }],
      // Without a database there is no secret of the service, and cursors last as long as the process.
      useFactory: (secret?: DataSecret) => new Cursors(secret?.keyFor('cursors') ?? randomBytes(32)),
    },
  ],
  exports: [Cursors],
})
export class HttpModule {}
