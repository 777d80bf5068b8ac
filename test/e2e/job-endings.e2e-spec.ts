import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '../../src/platform/errors.js';
import type { JobRun } from '../../src/platform/jobs/job-run.js';
import { counter, crashed, JobStage, until, type Copy, type Counting } from '../setup/job-stage.js';

describe('jobs that fail, are cancelled or recur', () => {
  let stage: JobStage;

  beforeAll(async () => {
    stage = await JobStage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('are tried again with growing pauses, and are dead after the last try', async () => {
    let tries = 0;
    const givenUp: string[] = [];
    const a = await stage.copy(
      {
        'count.poison': async () => {
          tries++;
          throw new TypeError('0812345678');
        },
      },
      { attempts: 3, givenUp: async (...told) => void givenUp.push(...told) },
    );
    a.worker.start();
    const id = await stage.enqueue(a, 'count.poison');
    const healthy = await stage.copy({ 'count.healthy': counter(1) });
    const waits: number[] = [];
    for (let n = 1; n < 3; n++) {
      const { runAfter } = await stage.untilState(a, id, 'failed');
      waits.push((Date.parse(runAfter) - Date.parse(stage.clock.now())) / 1_000);
      stage.clock.advance(waits.at(-1)! + 0.001);
      await a.worker.poll();
      await until(() => tries > n);
    }
    expect(await stage.untilState(a, id, 'dead')).toMatchObject({ lastError: 'TypeError', attempts: 3 });
    expect(givenUp).toEqual(['subject-1', 'TypeError']);
    expect(waits[0]).toBeGreaterThanOrEqual(1.5);
    expect(waits[1]).toBeGreaterThanOrEqual(3);
    expect(waits[1]).toBeLessThanOrEqual(5);

    healthy.worker.start();
    await stage.untilState(healthy, await stage.enqueue(healthy, 'count.healthy'), 'done');
    stage.clock.advance(100_000);
    await a.worker.poll();
    expect(tries).toBe(3);

    expect(await a.database.transaction(() => a.jobs.revive(id))).toBe(true);
    await until(() => tries === 4);
  });

  it('are dead when they keep killing their process', async () => {
    const a = await stage.copy({ 'count.killer': async () => crashed }, { attempts: 3 });
    const id = await stage.enqueue(a, 'count.killer');
    for (let n = 0; n < 4; n++) {
      const next = await stage.copy({ 'count.killer': async () => crashed }, { attempts: 3 });
      stage.clock.advance(31);
      next.worker.start();
      await next.worker.poll();
    }
    expect(await a.jobs.find(id)).toMatchObject({ state: 'dead', lastError: 'PROCESS_DIED', attempts: 3 });
  });

  it('are not dead as long as each try gets a bit further', async () => {
    const oneStepThenCrash = async (job: Counting) => {
      if (job.progress?.done === 7) return;
      await job.step(async () => {
        job.progress = { done: (job.progress?.done ?? 0) + 1 };
      });
      throw new TypeError();
    };
    const a = await stage.copy({ 'count.slow': oneStepThenCrash }, { attempts: 2 });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.slow');
    await until(async () => {
      stage.clock.advance(10);
      await a.worker.poll();
      return (await a.jobs.find(id))?.state === 'done';
    });
    expect((await a.jobs.find(id))?.progress).toEqual({ done: 7 });
  });

  it('do not count a try that met a database that was away', async () => {
    let tries = 0;
    const a = await stage.copy(
      {
        'count.away': async () => {
          if (++tries < 4) throw new Unavailable();
        },
      },
      { attempts: 1 },
    );
    a.worker.start();
    const id = await stage.enqueue(a, 'count.away');
    await until(async () => {
      stage.clock.advance(10);
      await a.worker.poll();
      return (await a.jobs.find(id))?.state === 'done';
    });
    expect(tries).toBe(4);
  });

  it('are cancelled between two steps, and write nothing more', async () => {
    let goOn = () => {};
    let seen: JobRun | undefined;
    const paused = new Promise<void>((resolve) => (goOn = resolve));
    const a = await stage.copy({
      'count.cancel': (job) =>
        counter(9, (done) => {
          seen = job;
          return done === 1 ? paused : Promise.resolve();
        })(job),
    });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.cancel');
    await until(async () => (await a.jobs.find(id))?.progress !== null);
    expect(await a.database.transaction(() => a.jobs.cancel(id))).toBe(true);
    expect(seen!.cancelled()).toBe(true);
    expect(seen!.signal.aborted).toBe(true);
    goOn();
    await a.worker.stop(1_000);
    expect(await a.jobs.find(id)).toMatchObject({ state: 'cancelled', progress: { done: 1 } });
    expect(await a.database.transaction(() => a.jobs.cancel(id))).toBe(false);
  });

  it('hear of a cancellation by another copy', async () => {
    let seen: JobRun | undefined;
    const a = await stage.copy({
      'count.far': async (job) => {
        seen = job;
        await crashed;
      },
    });
    const b = await stage.copy();
    a.worker.start();
    const id = await stage.enqueue(a, 'count.far');
    await until(() => seen !== undefined);
    await b.database.transaction(() => b.jobs.cancel(id));
    expect(seen!.cancelled()).toBe(false);
    await a.worker.beat();
    expect(seen!.cancelled()).toBe(true);
  });

  it('are given back when their process stops, and go on elsewhere at once', async () => {
    const slow = (job: Counting) => counter(400, () => sleep(2))(job);
    const a = await stage.copy({ 'count.stop': slow });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.stop');
    await until(async () => (await a.jobs.find(id))?.progress !== null);
    await a.worker.stop(5_000);
    const given = await a.jobs.find(id);
    expect(given).toMatchObject({ state: 'queued', attempts: 0 });
    const b = await stage.copy({ 'count.stop': counter(400) });
    b.worker.start();
    expect(await stage.untilState(b, id, 'done')).toMatchObject({ progress: { done: 400 } });
  });

  it('are given back even by a handler that does not listen', async () => {
    const a = await stage.copy({ 'count.deaf': async () => crashed });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.deaf');
    await stage.untilState(a, id, 'running');
    await a.worker.stop(50);
    expect(await a.jobs.find(id)).toMatchObject({ state: 'queued' });
  });

  it('that recur exist once, rest between their rounds and never die', async () => {
    let rounds = 0;
    const sweep = async (job: Counting) => {
      await job.step(async () => {
        job.progress = { done: 1 };
      });
      if (++rounds === 2) throw new TypeError();
    };
    const both = [
      await stage.copy({ sweep }, { everyMinutes: 60, attempts: 1 }),
      await stage.copy({ sweep }, { everyMinutes: 60, attempts: 1 }),
    ];
    await Promise.all(both.map(({ worker }) => worker.onApplicationBootstrap()));
    await until(() => rounds === 1);
    const [{ jobs, worker }] = both as [Copy];
    await until(async () => (await jobs.find('sweep'))?.state === 'queued');
    await worker.poll();
    expect(rounds).toBe(1);
    for (const round of [2, 3]) {
      stage.clock.advance(3_601);
      await worker.poll();
      await until(() => rounds === round);
      await until(async () => (await jobs.find('sweep'))?.state === 'queued');
    }
    expect(await jobs.find('sweep')).toMatchObject({ progress: null, lastError: null });
  });
});
