import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Writable } from 'node:stream';
import { createApp, type AppOptions } from '../../../src/app.setup.js';
import { createPino } from '../../../src/platform/logging/pino-logger.js';
import { DemoModule } from './demo.js';

export interface Server {
  app: NestFastifyApplication;
  url: string;
  port: number;
  /** Log lines so far. */
  log: Record<string, unknown>[];
  close(): Promise<void>;
}

/** The demo market on a free port. */
export async function startServer(
  options: AppOptions = {},
  module: Type<unknown> = DemoModule,
): Promise<Server> {
  const log: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) log.push(JSON.parse(line));
      done();
    },
  });
  const app = await createApp(module, { pino: createPino('info', sink), ...options });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { app, url: `http://127.0.0.1:${port}`, port, log, close: () => app.close() };
}

export const registrar = { authorization: 'Bearer registrar' };
export const json = { 'content-type': 'application/json' };
export const goodStall = { name: 'ขนม', offerings: [{ category: 'food' }] };
