/**
 * What the HTTP layer costs: a trivial route through everything it does (context, limits, access, validation,
 * ETag) against the same route on plain Fastify, as CPU time of the server process per request. Interleaved rounds;
 * the ratio of the medians is what counts. `node test/bench/http-layer.mjs [rounds] [requests]`
 */
import { fork } from 'node:child_process';
import autocannon from 'autocannon';

const answer = {
  id: '01JZ8Q4T9X2M6V5R3K7N1B0C8D',
  version: 7,
  username: 'สอ.ครูสุรินทร์.สมชาย',
  status: 'active',
};

async function plain() {
  const { default: Fastify } = await import('fastify');
  const server = Fastify();
  server.get('/v1/stalls/:id', async (request) => ({ ...answer, id: request.params.id }));
  await server.listen({ port: 0, host: '127.0.0.1' });
  return server.server.address().port;
}

async function ours() {
  await import('reflect-metadata');
  const { Controller, Module, Param } = await import('@nestjs/common');
  const { createApp } = await import('../../dist/src/app.setup.js');
  const { Authenticator } = await import('../../dist/src/platform/http/authenticator.js');
  const { Endpoint } = await import('../../dist/src/platform/http/endpoint.decorator.js');
  const { createPino } = await import('../../dist/src/platform/logging/pino-logger.js');
  class StallDto {}
  class StallsController {
    read(id) {
      return { ...answer, id };
    }
  }
  const method = Object.getOwnPropertyDescriptor(StallsController.prototype, 'read');
  Reflect.defineMetadata('design:paramtypes', [String], StallsController.prototype, 'read');
  Param('id')(StallsController.prototype, 'read', 0);
  Endpoint({
    method: 'GET',
    path: ':id',
    summary: { th: 'อ่าน', en: 'Read' },
    scope: 'sellers:read',
    returns: StallDto,
    tag: 'sellers',
  })(StallsController.prototype, 'read', method);
  Controller('v1/stalls')(StallsController);
  const actor = { type: 'key', id: '01JZ8Q4T9X2M6V5R3K7N1B0C8E', scopes: new Set(['sellers:read']) };
  const authenticator = { provide: Authenticator, useValue: { authenticate: () => actor } };
  class BenchModule {}
  Module({ controllers: [StallsController], providers: [authenticator] })(BenchModule);
  const policy = (name) => ({ name, points: 1e9, seconds: 60 });
  const limits = { address: policy('address'), principal: policy('principal'), public: policy('public') };
  const pino = createPino(process.env.BENCH_LOG ?? 'warn');
  const app = await createApp(BenchModule, {
    pino,
    limits: process.env.BENCH_LIMITS === '0' ? false : limits,
  });
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer().address().port;
}

if (process.argv[2] === 'serve') {
  const port = await (process.argv[3] === 'ours' ? ours() : plain());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpu: process.env.SPLIT ? [user, system] : user + system });
  });
  process.send({ port });
} else {
  const [rounds = 9, amount = 10_000] = process.argv.slice(2).map(Number);
  const servers = await Promise.all(['plain', 'ours'].map(start));
  for (const server of servers) await measure(server, amount);
  for (let round = 0; round < rounds; round++)
    for (const server of servers) server.results.push(await measure(server, amount));
  for (const { name, results } of servers)
    console.log(name, `${median(results).toFixed(1)} µs CPU per request`);
  const [floor, service] = servers.map(({ results }) => median(results));
  console.log(`ours / plain: ${(service / floor).toFixed(2)}, + ${(service - floor).toFixed(1)} µs`);
  for (const { child } of servers) child.kill();
}

async function start(name) {
  const child = fork(process.argv[1], ['serve', name], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { port } = await next(child);
  return { name, child, url: `http://127.0.0.1:${port}/v1/stalls/${answer.id}`, results: [] };
}

async function measure({ child, url }, amount) {
  const before = await cpu(child);
  const headers = {
    authorization: 'Bearer fsct_k_0123456789abcdefghijklmnopqrstuv',
    'accept-language': 'th',
  };
  const result = await autocannon({ url, amount, connections: 32, headers });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return ((await cpu(child)) - before) / amount;
}

async function cpu(child) {
  child.send('cpu');
  return (await next(child)).cpu;
}

function next(child) {
  return new Promise((resolve) => child.once('message', resolve));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
