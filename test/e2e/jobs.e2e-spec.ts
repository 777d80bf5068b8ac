import { setTimeout as sleep } from 'node:timers/promises';
import { Conflict } from '../../src/platform/errors.js';
import { RunOver } from '../../src/platform/jobs/job-run.js';
import { newOwner } from '../../src/platform/jobs/owner.js';
import { counter, crashed, JobStage, until, type Counting } from '../setup/job-stage.js';

describe('jobs', () => {
  let stage: JobStage;

  beforeAll(async () => {
    stage = await JobStage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('are done soon after they are asked for, and remember how far they came', async () => {
    const a = await stage.copy({ 'count.soon': counter(3) });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.soon');
    expect(await stage.untilState(a, id, 'done')).toMatchObject({
      progress: { done: 3 },
      finishedAt: stage.clock.now(),
    });
    expect(await a.jobs.findNewest('count.soon', 'subject-1')).toMatchObject({ id });
  });

  it('are not asked for when the transaction is undone', async () => {
    let runs = 0;
    const a = await stage.copy({ 'count.undone': async () => void runs++ });
    a.worker.start();
    const undone = a.database.transaction(async () => {
      await a.jobs.enqueue('count.undone', 'subject-1');
      throw new Conflict('NO', { th: 'ไม่', en: 'no' });
    });
    await expect(undone).rejects.toThrow('NO');
    expect(await a.jobs.findNewest('count.undone', 'subject-1')).toBeUndefined();
    await a.worker.poll();
    expect(runs).toBe(0);
  });

  it('need a transaction', async () => {
    const a = await stage.copy();
    await expect(a.jobs.enqueue('count.bare', 'subject-1')).rejects.toThrow('needs a transaction');
  });

  it('wait for their time', async () => {
    const a = await stage.copy({ 'count.later': counter(1) });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.later', 60);
    await a.worker.poll();
    expect(await a.jobs.find(id)).toMatchObject({ state: 'queued' });
    stage.clock.advance(61);
    await a.worker.poll();
    await stage.untilState(a, id, 'done');
  });

  it('are left alone by a copy that has no handler for them', async () => {
    const [a, b] = [
      await stage.copy({ 'count.other': counter(1) }),
      await stage.copy({ 'count.known': counter(1) }),
    ];
    b.worker.start();
    const id = await stage.enqueue(a, 'count.other');
    await b.worker.poll();
    expect(await a.jobs.find(id)).toMatchObject({ state: 'queued' });
  });

  it('run once each, however many copies look at once', async () => {
    const runs = new Map<string, number>();
    const count = async (job: Counting) => void runs.set(job.id, (runs.get(job.id) ?? 0) + 1);
    const all = [];
    for (let i = 0; i < 4; i++) all.push(await stage.copy({ 'count.once': count }));
    const ids: string[] = [];
    for (let i = 0; i < 24; i++) ids.push(await stage.enqueue(all[0]!, 'count.once'));
    all.forEach(({ worker }) => worker.start());
    for (const id of ids) await stage.untilState(all[0]!, id, 'done');
    expect([...runs.values()]).toEqual(ids.map(() => 1));
    expect(runs.size).toBe(24);
  });

  it('go on in another copy where a crashed one stopped, and what the crashed one still writes is refused', async () => {
    let goOn = () => {};
    let refusal: unknown;
    const paused = new Promise<void>((resolve) => (goOn = resolve));
    const count = counter(5, (done) => (done === 2 ? paused : Promise.resolve()));
    const a = await stage.copy({
      'count.crash': (job) => count(job).catch((error: unknown) => Promise.reject((refusal = error))),
    });
    const starts: unknown[] = [];
    const b = await stage.copy({
      'count.crash': (job) => {
        starts.push({ progress: job.progress, fence: job.fence });
        return counter(4, (done) => (done === 3 ? crashed : Promise.resolve()))(job);
      },
    });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.crash');
    await until(async () => JSON.stringify((await a.jobs.find(id))?.progress) === '{"done":2}');

    stage.clock.advance(29);
    b.worker.start();
    await b.worker.poll();
    expect(starts).toEqual([]);
    stage.clock.advance(2);
    await b.worker.poll();
    await until(async () => JSON.stringify((await a.jobs.find(id))?.progress) === '{"done":3}');
    expect(starts).toEqual([{ progress: { done: 2 }, fence: 2 }]);

    goOn();
    await until(() => refusal !== undefined);
    expect(refusal).toBeInstanceOf(RunOver);
    expect(refusal).toMatchObject({ reason: 'lease_lost' });
    expect(await a.jobs.find(id)).toMatchObject({ state: 'running', progress: { done: 3 } });
  });

  it('leave nothing of a refused step behind', async () => {
    let step: Promise<unknown> | undefined;
    let goOn = () => {};
    const paused = new Promise<void>((resolve) => (goOn = resolve));
    const a = await stage.copy({
      'count.refused': async (job) => {
        await paused;
        step = job.step(async () => void (await a.jobs.enqueue('count.child', 'of-the-stale')));
        await step;
      },
    });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.refused');
    await stage.untilState(a, id, 'running');
    await a.database.transaction(() =>
      a.database.run("UPDATE job SET fence = fence + 1, leaseOwner = 'another copy' WHERE id = ?", [id]),
    );
    goOn();
    await until(() => step !== undefined);
    await expect(step).rejects.toThrow(RunOver);
    expect(await a.jobs.findNewest('count.child', 'of-the-stale')).toBeUndefined();
  });

  it('keep their lease while they live', async () => {
    const a = await stage.copy({ 'count.long': async () => crashed });
    const b = await stage.copy({ 'count.long': async () => crashed });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.long');
    await stage.untilState(a, id, 'running');
    b.worker.start();
    for (let i = 0; i < 5; i++) {
      stage.clock.advance(20);
      await a.worker.beat();
      await b.worker.poll();
    }
    const [row] = await a.database.all('SELECT fence FROM job WHERE id = ?', [id]);
    expect(row).toEqual({ fence: 1 });
  });

  it('are taken at once from a process that is gone', async () => {
    const a = await stage.copy({ 'count.gone': counter(1) });
    const id = await stage.enqueue(a, 'count.gone');
    const gone = newOwner().replace(`:${process.pid}:`, ':4194399:');
    const until = new Date(Date.parse(stage.clock.now()) + 30_000).toISOString();
    await a.database.transaction(() =>
      a.database.run(
        "UPDATE job SET state = 'running', fence = 1, attempts = 1, leaseUntil = ?, leaseOwner = ? WHERE id = ?",
        [until, gone, id],
      ),
    );
    a.worker.start();
    await stage.untilState(a, id, 'done');
  });

  it('take one step at a time', async () => {
    const a = await stage.copy({
      'count.twice': async (job) => {
        await Promise.all([job.step(() => sleep(20)), job.step(() => sleep(20))]);
      },
    });
    a.worker.start();
    const id = await stage.enqueue(a, 'count.twice');
    await stage.untilState(a, id, 'failed');
  });
});
