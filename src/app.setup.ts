import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { createAdapter } from './platform/http/adapter.js';
import { Authenticator, DenyEverybody } from './platform/http/authenticator.js';
import { installBodyParsers } from './platform/http/body-parsers.js';
import { answerExpectation } from './platform/http/client-error.js';
import { installDocs } from './platform/http/docs.js';
import { closeConnectionsWhileStopping } from './platform/http/drain.js';
import { Gate } from './platform/http/gate.js';
import { installHooks } from './platform/http/hooks.js';
import { HttpModule } from './platform/http/http.module.js';
import { httpDefaults, type HttpOptions } from './platform/http/http.options.js';
import { decorateForIdempotency, IdempotencyKeys } from './platform/http/idempotency.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { installUploads } from './platform/http/uploads.js';
import { ValidationPipe } from './platform/http/validation.pipe.js';
import { createPino, PinoLogger } from './platform/logging/pino-logger.js';
import { logRequests } from './platform/logging/request-log.js';

export interface AppOptions extends Partial<HttpOptions> {
  /** Default: JSON lines on standard output from level `info`. */
  pino?: Logger;
  /** Makes no instance of anything: enough to describe the API. */
  preview?: boolean;
}

@Module({})
class Shell {}

/** The application as main, tests and commands run it; not yet initialised nor listening. */
export async function createApp(
  module: Type<unknown> | DynamicModule,
  options: AppOptions = {},
): Promise<NestFastifyApplication> {
  const http = { ...httpDefaults, ...options };
  const pino = options.pino ?? createPino();
  const root: DynamicModule = { module: Shell, imports: [HttpModule, module] };
  const app = await NestFactory.create<NestFastifyApplication>(root, createAdapter(http), {
    logger: new PinoLogger(pino),
    bodyParser: false,
    abortOnError: false,
    preview: options.preview ?? false,
  });
  configureApp(app, http, pino);
  return app;
}

/** Everything between a bare Nest application and ours; before `init`. */
function configureApp(app: NestFastifyApplication, http: HttpOptions, pino: Logger): void {
  const server = app.getHttpAdapter().getInstance();
  const gate = new Gate(authenticatorOf(app), http);
  decorateForIdempotency(server);
  installBodyParsers(server, http.maxDepth);
  installUploads(server, http.uploadLimit);
  installHooks(server, gate, new IdempotencyKeys(), (type) => app.get(type, { strict: false }));
  logRequests(server, pino);
  closeConnectionsWhileStopping(server, gate);
  server.server.on('checkExpectation', answerExpectation);
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  installDocs(app);
}

function authenticatorOf(app: NestFastifyApplication): Authenticator {
  try {
    return app.get(Authenticator, { strict: false });
  } catch {
    return new DenyEverybody();
  }
}
