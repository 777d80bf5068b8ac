import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { schema } from '../../src/app.entities.js';
import { Journal } from '../../src/journal/journal.service.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import {
  AnswerProposal,
  FileAppeal,
  HearAppeal,
  ProposeReturn,
  WithdrawAppeal,
} from '../model/appeal-commands.js';
import { Claim, Decide, FinishTask, OrderRemoval, Report, ruleCodes, Wait } from '../model/case-commands.js';
import type { Command } from '../model/command.js';
import { ModerationModel } from '../model/moderation-model.js';
import { RealMarket } from '../model/real-market.js';
import { Stage } from '../model/stage.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';

/** `FC_SEED=1234` repeats a failure, `FC_RUNS=200` looks longer, `FC_SHRINK=1` looks for the shortest way to it. */
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['FC_RUNS'] ?? 20);

/** A busy machine does fewer runs, at least one; who asks for a seed or a number gets them all. */
const patience = process.env['FC_SEED'] || process.env['FC_RUNS'] ? Infinity : 25_000;

const n = fc.nat(30);
const by = fc.nat(2);
const who = fc.constantFrom(0 as const, 0 as const, 1 as const);
const rule = fc.constantFrom(...ruleCodes);
const outcome = fc.constantFrom(
  'violation' as const,
  'violation' as const,
  'notice' as const,
  'dismissed' as const,
);
const ruling = fc.constantFrom(
  'overturned' as const,
  'modified' as const,
  'modified' as const,
  'upheld' as const,
);
const minutes = fc.oneof(fc.nat(120), fc.integer({ min: 1_440, max: 150 * 1_440 }));

const reports = fc.tuple(who, fc.nat(60), fc.boolean()).map((args) => new Report(...args));
const decisions = fc.tuple(n, by, outcome, rule).map((args) => new Decide(...args));
const tasks = fc
  .tuple(n, by, fc.constantFrom('done' as const, 'done' as const, 'not_possible' as const))
  .map((args) => new FinishTask(...args));
const filings = fc.tuple(n, fc.boolean()).map((args) => new FileAppeal(...args));
const hearings = fc
  .tuple(n, by, ruling, fc.constantFrom('violation' as const, 'notice' as const), rule)
  .map((args) => new HearAppeal(...args));
const answers = fc
  .tuple(n, by, fc.constantFrom('confirmation' as const, 'confirmation' as const, 'refusal' as const))
  .map((args) => new AnswerProposal(...args));

const commands: fc.Arbitrary<Command>[] = [
  ...[reports, reports, reports, decisions, decisions, decisions, tasks, tasks, filings, filings],
  ...[hearings, hearings, answers, answers],
  fc.tuple(n, by).map((args) => new Claim(...args)),
  fc.tuple(by, rule).map((args) => new OrderRemoval(...args)),
  n.map((which) => new WithdrawAppeal(which)),
  fc.tuple(by, fc.boolean()).map((args) => new ProposeReturn(...args)),
  minutes.map((wait) => new Wait(wait)),
];

describe(`whatever people do (FC_SEED=${seed})`, () => {
  let market: TestApp;
  let real: RealMarket;
  let source: DataSource;

  beforeAll(async () => {
    market = await startMarketOfCast();
    real = await RealMarket.of(market);
    source = await (await createDataSource(market.databaseUrl, schema)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await market.close();
  });

  const begin = async () => ({ model: new ModerationModel(real.time), real: await Stage.of(real) });

  it('a plain story goes as the model says: removed, appealed, back; removed again, back by two people', async () => {
    const { model, real: stage } = await begin();
    const story = [
      ...[new Report(0, 1, false), new Decide(0, 0, 'violation', 'politics'), new FinishTask(1, 0, 'done')],
      ...[new FileAppeal(0, false), new HearAppeal(0, 0, 'overturned', 'notice', 'off_topic')],
      ...[new HearAppeal(0, 1, 'overturned', 'notice', 'off_topic'), new Wait(1_440)],
      ...[
        new OrderRemoval(0, 'politics'),
        new ProposeReturn(0, true),
        new AnswerProposal(0, 0, 'confirmation'),
      ],
      new AnswerProposal(0, 2, 'confirmation'),
    ];
    for (const deed of story) {
      expect(deed.check(model)).toBe(true);
      await deed.run(model, stage);
    }
    expect(model.decisions.map(({ sanction }) => sanction?.endedAt)).not.toContain(undefined);
    expect([model.isRemoved(0), model.points(0)]).toEqual([false, 0]);
  });

  it(
    'moderation keeps its invariants',
    async () => {
      const end = Date.now() + patience;
      const property = fc.asyncProperty(
        fc.commands(commands, { maxCommands: 60, size: 'max' }),
        async (deeds) => {
          if (Date.now() < end) await fc.asyncModelRun(begin, deeds);
        },
      );
      await fc.assert(property, { seed, numRuns, endOnFailure: process.env['FC_SHRINK'] === undefined });
      expect(await market.get(Journal).verify()).toMatchObject({ intact: true });
    },
    Math.max(60_000, numRuns * 6_000),
  );

  const facts = [
    ...['strike', 'strike_reversal', 'sanction', 'sanction_end', 'moderation_decision'],
    ...['moderation_report', 'appeal_decision', 'audit_entry'],
  ];

  it.each(facts)('the database itself refuses to change or delete a row of %s', async (table) => {
    const rows = async () => source.query(`SELECT * FROM ${table}`);
    const [column] = source.entityMetadatas
      .find(({ tableName }) => tableName === table)!
      .columns.map(({ databaseName }) => databaseName);
    const before = await rows();
    expect(before).not.toEqual([]);
    await expect(source.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow('append only');
    await expect(source.query(`DELETE FROM ${table}`)).rejects.toThrow('append only');
    expect(await rows()).toEqual(before);
  });
});
