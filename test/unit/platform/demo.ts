import { Body, Controller, Get, Module, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../src/platform/actor.js';
import { Conflict, NotFound, Stale, Unavailable } from '../../../src/platform/errors.js';
import { Authenticator, credentialsNeeded } from '../../../src/platform/http/authenticator.js';
import { Cursors } from '../../../src/platform/http/cursor.js';
import { Endpoint } from '../../../src/platform/http/endpoint.decorator.js';
import { IfMatch } from '../../../src/platform/http/if-match.js';
import { currentContext } from '../../../src/platform/request-context.js';
import { turnstile } from './turnstile.js';
import { StallAnswer, StallDto, StallQuery } from './demo.dto.js';

const th = (text: string) => ({ th: `ทดสอบ ${text}`, en: text });
let executions = 0;
export const executionsSoFar = () => executions;

@Controller('v1/stalls')
export class StallsController {
  constructor(private readonly cursors: Cursors) {}

  @Endpoint({
    method: 'GET',
    summary: th('list'),
    scope: 'sellers:read',
    returns: StallAnswer,
    list: true,
    tag: 'sellers',
  })
  list(@Query() query: StallQuery) {
    const { limit = 50, cursor, ...filter } = query;
    const [after = 0] = (this.cursors.open(cursor, filter) ?? []) as [number?];
    const rows = Array.from({ length: 120 }, (_, index) => ({ id: index + 1 })).filter(
      ({ id }) => id > after,
    );
    return this.cursors.page(rows.slice(0, limit + 1), limit, ({ id }) => [id], filter);
  }

  @Endpoint({
    method: 'POST',
    summary: th('create'),
    scope: 'sellers:write',
    returns: StallAnswer,
    idempotent: true,
    tag: 'sellers',
    errors: [{ status: 409, code: 'STALL_TAKEN', when: th('taken') }],
  })
  async create(@Body() stall: StallDto) {
    executions++;
    const { idempotency } = currentContext();
    if (stall.name === 'slow') await turnstile.pass();
    if (stall.name === 'taken') throw new Conflict('STALL_TAKEN', th('taken'), { stallId: 'S1' });
    if (stall.name === 'replay' && idempotency) idempotency.replayed = true;
    return {
      id: 'S1',
      version: 1,
      name: stall.name,
      keyHash: idempotency?.keyHash,
      fingerprint: idempotency?.fingerprint,
    };
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    summary: th('read'),
    scope: 'sellers:read',
    returns: StallAnswer,
    tag: 'sellers',
  })
  read(@Param('id') id: string) {
    if (id === 'none') throw new NotFound();
    if (id === 'broken') throw new TypeError('secret text of /srv/app/thing.ts SELECT * FROM seller');
    if (id === 'database') throw Object.assign(new Error("Duplicate entry '0812345678'"), { sql: 'INSERT' });
    if (id === 'string') throw 'a string';
    if (id === 'away') throw new Unavailable();
    return { id, version: 7, name: 'x' };
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    summary: th('change'),
    scope: 'sellers:write',
    returns: StallAnswer,
    ifMatch: 'required',
    tag: 'sellers',
  })
  change(@Param('id') id: string, @IfMatch() expectedVersion: number | undefined, @Body() stall: StallDto) {
    if (expectedVersion !== undefined && expectedVersion !== 7) throw new Stale(7);
    return { id, version: 8, name: stall.name };
  }

  @Endpoint({
    method: 'POST',
    path: ':id/approval',
    summary: th('approve'),
    scope: 'sellers:write',
    status: 200,
    returns: StallAnswer,
    ifMatch: 'optional',
    tag: 'sellers',
  })
  approve(@Param('id') id: string, @IfMatch() expectedVersion: number | undefined) {
    return { id, version: 8, name: 'x', expected: expectedVersion ?? null };
  }

  @Endpoint({ method: 'DELETE', path: ':id', summary: th('remove'), scope: 'admin', tag: 'sellers' })
  remove() {}

  @Endpoint({
    method: 'POST',
    path: 'pictures',
    summary: th('upload'),
    scope: 'authenticated',
    returns: StallAnswer,
    status: 200,
    body: 'multipart',
    tag: 'imports',
  })
  async upload(@Req() request: FastifyRequest) {
    const part = await request.file();
    const bytes = (await part?.toBuffer())?.length ?? 0;
    return { bytes, actor: currentContext().actor.id };
  }
}

@Controller('v1/open')
export class OpenController {
  @Endpoint({ method: 'GET', summary: th('open'), scope: 'public', returns: StallAnswer, tag: 'public' })
  async open() {
    await new Promise((resolve) => setImmediate(resolve));
    const { requestId, language, actor } = currentContext();
    return { requestId, language, actor: actor.id };
  }

  @Endpoint({
    method: 'POST',
    path: 'echo',
    summary: th('echo'),
    scope: 'public',
    returns: StallAnswer,
    status: 200,
    tag: 'public',
  })
  async echo(@Body() stall: StallDto) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const { requestId, language } = currentContext();
    return { requestId, language, name: stall.name };
  }

  @Endpoint({
    method: 'POST',
    path: 'token',
    summary: th('token'),
    scope: 'public',
    returns: StallAnswer,
    status: 200,
    body: 'form',
    tag: 'sessions',
    limit: { name: 'login', points: 3, seconds: 60 },
  })
  token(@Body() form: Record<string, string>) {
    return { user: form['username'] };
  }

  @Endpoint({
    method: 'GET',
    path: 'slow',
    summary: th('slow'),
    scope: 'public',
    returns: StallAnswer,
    tag: 'public',
  })
  async slow() {
    await turnstile.pass();
    return { done: true };
  }

  @Endpoint({
    method: 'GET',
    path: 'health',
    summary: th('health'),
    scope: 'public',
    returns: StallAnswer,
    metered: false,
    tag: 'health',
  })
  health() {
    return { status: 'ok' };
  }

  @Endpoint({
    method: 'GET',
    path: 'export.csv',
    summary: th('export'),
    scope: 'public',
    produces: 'text/csv',
    tag: 'public',
  })
  export(@Query() query: StallQuery) {
    if (query.regionCode === 'S') throw new NotFound();
    return new StreamableFile(Buffer.from('ชื่อ,นามสกุล\r\n'), { disposition: 'attachment; filename="a.csv"' });
  }

  @Get('forgotten')
  forgotten() {
    return { secret: true };
  }

  @Post('forgotten')
  alsoForgotten() {
    return { secret: true };
  }
}

const actors: Record<string, Actor> = {
  'Bearer registrar': { type: 'staff', id: 'registrar', scopes: new Set(['sellers:read', 'sellers:write']) },
  'Bearer viewer': { type: 'staff', id: 'viewer', scopes: new Set(['sellers:read']) },
  'Bearer boss': { type: 'staff', id: 'boss', scopes: new Set(['admin']) },
};

class DemoAuthenticator extends Authenticator {
  async authenticate(authorization: string | undefined): Promise<Actor> {
    await new Promise((resolve) => setImmediate(resolve));
    const actor = actors[authorization ?? ''];
    if (actor === undefined) throw credentialsNeeded();
    return actor;
  }
}

@Module({
  controllers: [StallsController, OpenController],
  providers: [{ provide: Authenticator, useClass: DemoAuthenticator }],
})
export class DemoModule {}

@Module({ controllers: [StallsController, OpenController] })
export class LockedModule {}
