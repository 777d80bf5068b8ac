import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { until } from '../setup/job-stage.js';
import { serviceProgram, startService, type Service } from '../setup/service.mjs';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const faultyProgram = join(__dirname, '../setup/faulty-service.mjs');

describe('the end of the service', () => {
  let own: TestDatabase;

  beforeAll(async () => {
    own = await emptyDatabase();
  });
  afterAll(() => own.remove());

  const start = (env: Record<string, string> = {}, program = serviceProgram): Promise<Service> =>
    startService({
      program,
      env: {
        ...{ NODE_ENV: 'test', DATABASE_URL: own.url, DATA_SECRET: 'x'.repeat(32), SAMPLE_DATA: 'none' },
        ...env,
      },
    });

  /** A sign-in whose body is on its way; `finish` sends the rest and answers with the status. */
  function signIn({ url }: Service): { begun: Promise<unknown>; finish(): Promise<number> } {
    const half = 'grant_type=password&username=admin';
    const rest = '&password=not-the-right-one';
    const going: ClientRequest = request(`${url}/v1/sessions/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': half.length + rest.length,
      },
    });
    const answer = once(going, 'response') as Promise<[IncomingMessage]>;
    // Not everybody is answered, or asks.
    answer.catch(() => undefined);
    const begun = new Promise((resolve) => going.write(half, resolve));
    const finish = async () => {
      going.end(rest);
      const [response] = await answer;
      response.resume();
      return response.statusCode!;
    };
    return { begun, finish };
  }

  it('answers what is in work, says that it is not ready, and exits with 0', async () => {
    const service = await start({ NODE_ENV: 'production', SHUTDOWN_SECONDS: '8' });
    const agent = new Agent({ keepAlive: true });
    const statusOf = async (path: string): Promise<number> => {
      const [response] = (await once(request(`${service.url}${path}`, { agent }).end(), 'response')) as [
        IncomingMessage,
      ];
      response.resume();
      await once(response, 'end');
      return response.statusCode!;
    };
    const going = signIn(service);
    await going.begun;
    expect(await statusOf('/readyz')).toBe(200);
    const gone = service.stop();
    await sleep(300);
    expect([await statusOf('/readyz'), await statusOf('/livez')]).toEqual([503, 200]);
    await sleep(2_200);
    await expect(fetch(`${service.url}/livez`)).rejects.toThrow();
    expect(await going.finish()).toBe(400);
    expect(await gone).toBe(0);
    agent.destroy();
  }, 60_000);

  it('does not wait longer than SHUTDOWN_SECONDS, and exits with 1 then', async () => {
    const service = await start({ SHUTDOWN_SECONDS: '1' });
    const going = signIn(service);
    await going.begun;
    const began = performance.now();
    expect(await service.stop()).toBe(1);
    expect(performance.now() - began).toBeLessThan(5_000);
  }, 60_000);

  it('comes at once with a second signal, and exits with 1', async () => {
    const service = await start({ SHUTDOWN_SECONDS: '20' });
    const going = signIn(service);
    await going.begun;
    process.kill(service.pid, 'SIGINT');
    await sleep(500);
    const began = performance.now();
    expect(await service.stop()).toBe(1);
    expect(performance.now() - began).toBeLessThan(3_000);
  }, 60_000);

  it.each(['throw', 'reject'])(
    'comes in good order after a mistake nobody caught (%s), and exits with 1',
    async (mistake) => {
      const service = await start({ MISTAKE: mistake, LOG_LEVEL: 'error' }, faultyProgram);
      process.kill(service.pid, 'SIGUSR2');
      await until(() => !isAlive(service.pid), 10_000);
      expect(service.output()).toMatch(/"level":"fatal".*TypeError/);
      expect(await service.stop()).toBe(1);
    },
    60_000,
  );

  it('is immediate when the settings are wrong: a sentence for each mistake, exit code 2', async () => {
    const { PATH } = process.env;
    const child = spawn(process.execPath, [serviceProgram], {
      env: { PATH, PORT: 'a lot', DATABASE_URL: 'postgres:x' },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(2);
    expect(said).toMatch(/PORT: must be a whole number/);
    expect(said).toMatch(/DATABASE_URL: must be sqlite:path or mysql:/);
  }, 60_000);
});
