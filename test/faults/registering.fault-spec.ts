import { setTimeout as sleep } from 'node:timers/promises';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';
import { MortalService } from './mortal-service.js';
import { randomFrom, rounds, seed } from './random.js';
import { RegisteringLoad } from './registering-load.js';

describe(`kill -9 of the service while sellers register, ${rounds} times (seed ${seed})`, () => {
  let database: TestDatabase;
  let service: MortalService;

  beforeAll(async () => {
    database = await emptyDatabase();
    service = await MortalService.start(database.url);
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await database.remove();
  }, 60_000);

  it('loses nothing that was acknowledged, doubles nothing that was repeated', async () => {
    const chance = randomFrom(seed);
    const load = await RegisteringLoad.start(service);
    for (let round = 0; round < rounds; round++) {
      const before = load.acknowledged;
      await sleep(100 + chance() * 900);
      await service.kill();
      await service.restart();
      while (load.acknowledged === before) await sleep(20);
    }
    await sleep(500);
    await load.settle();
  }, 300_000);
});
