import { setTimeout as sleep } from 'node:timers/promises';
import { startMariadb, type Mariadb } from '../../setup/mariadb.mjs';
import { begin, chance, until, upload } from '../killed-import.js';
import { projectionOf, type Projection } from '../projection.js';
import { rounds, seed } from '../random.js';

const rows = 5_000;

describe(`a database server that dies in the middle of an import (seed ${seed})`, () => {
  let server: Mariadb;
  let made = 0;

  beforeAll(async () => {
    server = await startMariadb();
  }, 120_000);
  afterAll(() => server?.stop(), 60_000);

  /** Answers how often the server died while the import was at work, and what is there in the end. */
  async function importOnce(deaths: number): Promise<{ died: number; left: Projection }> {
    const name = `market_${++made}`;
    const connection = await server.connect();
    await connection.query(`CREATE DATABASE ${name}`);
    await connection.end();
    const { service, admin } = await begin(server.url(name));
    try {
      const read = await upload(admin, rows, true);
      let died = 0;
      for (let row = 0; died < deaths; died++) {
        const { counts, status } = await until(
          read,
          (run) => run.status === 'completed' || run.counts['processed']! > row,
        );
        await sleep(chance() * 200);
        if (status === 'completed') break;
        row = counts['processed']!;
        await server.kill();
        await sleep(chance() * 3_000);
        await server.start();
      }
      await until(read, ({ status }) => status === 'completed');
      await service.stop();
      return { died, left: await projectionOf(server.url(name)) };
    } finally {
      await service.stop();
    }
  }

  it('is waited for: the import goes on by itself and ends as if nothing had happened', async () => {
    const { left: undisturbed } = await importOnce(0);
    expect(undisturbed.rows).toHaveLength(rows);
    for (let deaths = 0; deaths < rounds;) {
      const { died, left } = await importOnce(Math.min(rounds - deaths, 3));
      expect(died).toBeGreaterThan(0);
      for (const list of Object.keys(undisturbed) as (keyof Projection)[])
        expect([list, left[list]]).toEqual([list, undisturbed[list]]);
      deaths += died;
    }
  }, 1_200_000);
});
