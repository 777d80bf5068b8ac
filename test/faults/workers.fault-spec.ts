import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { schema } from '../../src/app.entities.js';
import { SystemClock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { JobRepository } from '../../src/platform/jobs/job.repository.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { until } from '../setup/job-stage.js';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';
import { testSettings } from '../setup/test-settings.js';

const program = join(__dirname, '../setup/counting-worker.mjs');
const goal = 300;

/** A worker as a process of its own. */
class WorkerProcess {
  said = '';
  private readonly gone: Promise<unknown>;

  constructor(readonly child: ChildProcess) {
    this.gone = once(child, 'exit');
    child.stdout!.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    await this.gone;
    return this.child.exitCode;
  }
}

describe('workers as processes of their own', () => {
  let own: TestDatabase;
  let database: Database;
  let jobs: Jobs;
  let running: WorkerProcess[] = [];

  beforeEach(async () => {
    own = await emptyDatabase();
    database = await openDatabase(testSettings(own.url), schema);
    jobs = new Jobs(database, new JobRepository(database), new SystemClock());
  });
  afterEach(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    running = [];
    await database.close();
    await own.remove();
  });

  const start = async (env: Record<string, string> = {}): Promise<WorkerProcess> => {
    const { PATH } = process.env;
    const secret = 'x'.repeat(32);
    const worker = new WorkerProcess(
      spawn(process.execPath, [program], {
        env: {
          ...{ PATH, NODE_ENV: 'test', DATABASE_URL: own.url, DATA_SECRET: secret },
          ...{ COUNT_TO: String(goal), SPEED: '1', CLOCK_FROM: '0', ...env },
        },
      }),
    );
    running.push(worker);
    await until(() => worker.said.includes('looks for work'), 30_000);
    return worker;
  };

  const enqueue = () => database.transaction(() => jobs.enqueue('count', 'subject-1'));
  const stateOf = async (id: string) => (await jobs.find(id))?.state;
  const progressOf = async (id: string) => Number((await jobs.find(id))?.progress ?? 0);

  /** The fence under which each number was counted, in order; throws when one is missing. */
  async function counted(): Promise<number[]> {
    const rows = await database.all<{ keyHash: string; fingerprint: string }>(
      'SELECT keyHash, fingerprint FROM idempotency_key',
    );
    const fences = new Map(rows.map((row) => [row.keyHash, Number(row.fingerprint)]));
    expect(fences.size).toBe(goal);
    return Array.from({ length: goal }, (_, n) => fences.get(`count-${n}`)!);
  }

  it('do a job once, though one was frozen past its lease and wakes up again', async () => {
    const fast = { SPEED: '20', CLOCK_FROM: String(Date.now()) };
    const first = await start({ ...fast, PAUSE_AT: '50' });
    const id = await enqueue();
    await until(() => first.said.includes('pauses'), 30_000);
    first.child.kill('SIGSTOP');
    const second = await start(fast);
    await until(() => second.said.includes('begins with fence 2 at 50'), 30_000);
    first.child.kill('SIGCONT');
    await until(async () => (await stateOf(id)) === 'done', 30_000);
    await sleep(1_200);
    const fences = await counted();
    expect(fences).toEqual([...Array(50).fill(1), ...Array(goal - 50).fill(2)]);
    expect(first.said).not.toContain('is done');
    expect(await second.end('SIGTERM')).toBe(0);
    expect(await first.end('SIGTERM')).toBe(0);
  }, 90_000);

  it('go on at once after one was killed, again and again, and count everything once', async () => {
    const id = await enqueue();
    for (let kills = 0; kills < 6; kills++) {
      const before = await progressOf(id);
      const worker = await start();
      await until(async () => (await progressOf(id)) > before + 5, 5_000);
      await worker.end('SIGKILL');
    }
    await start();
    await until(async () => (await stateOf(id)) === 'done', 30_000);
    const fences = await counted();
    expect(fences).toEqual([...fences].sort((a, b) => a - b));
    expect(new Set(fences).size).toBe(7);
  }, 120_000);

  it('give their job back when they are told to stop', async () => {
    const first = await start();
    const id = await enqueue();
    await until(async () => (await progressOf(id)) > 5, 30_000);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(await jobs.find(id)).toMatchObject({ state: 'queued', attempts: 0 });
    await start();
    await until(async () => (await stateOf(id)) === 'done', 30_000);
    await counted();
  }, 90_000);
});
