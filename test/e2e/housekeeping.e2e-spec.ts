import { HousekeepingRepository } from '../../src/platform/jobs/housekeeping.repository.js';
import { Housekeeping } from '../../src/platform/jobs/housekeeping.service.js';
import { JobRepository } from '../../src/platform/jobs/job.repository.js';
import { crashed, JobStage, until, type Copy } from '../setup/job-stage.js';

const days = 24 * 3_600;

describe('housekeeping', () => {
  let stage: JobStage;
  let a: Copy;

  beforeAll(async () => {
    stage = await JobStage.open();
    a = await stage.copy({ done: async () => {}, running: async () => crashed });
    const answers = new HousekeepingRepository(a.database);
    new Housekeeping(a.jobs, new JobRepository(a.database), answers, stage.clock).onModuleInit();
  });
  afterAll(() => stage.close());

  const keepAnswers = (prefix: string, count: number) =>
    a.database.transaction(async () => {
      for (let i = 0; i < count; i++)
        await a.database.run(
          "INSERT INTO idempotency_key (keyHash, fingerprint, body, createdAt) VALUES (?, '', '', ?)",
          [`${prefix}-${i}`, stage.clock.now()],
        );
    });
  const countOf = async (table: string) =>
    (await a.database.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n;

  it('sweeps out answers after 48 hours and ended jobs after 30 days, and nothing else', async () => {
    a.worker.start();
    await stage.untilState(a, await stage.enqueue(a, 'done'), 'done');
    const running = await stage.enqueue(a, 'running');
    await keepAnswers('old', 1_201);
    stage.clock.advance(31 * days);
    await keepAnswers('new', 3);
    await stage.untilState(a, await stage.enqueue(a, 'done'), 'done');
    stage.clock.advance(1.9 * days);
    await a.worker.beat();
    await a.worker.onApplicationBootstrap();
    await until(async () => (await countOf('idempotency_key')) === 3);
    await until(async () => (await a.jobs.find('housekeeping'))?.state === 'queued');
    const kinds = await a.database.all<{ kind: string }>('SELECT kind FROM job ORDER BY kind');
    expect(kinds.map(({ kind }) => kind)).toEqual(['done', 'housekeeping', 'running']);
    expect(await a.jobs.find(running)).toMatchObject({ state: 'running' });
  });
});
