import { Clock } from '../../src/platform/clock.js';
import { schema } from '../../src/app.entities.js';
import { Sessions } from '../../src/access/sessions.service.js';
import type { Role } from '../../src/access/roles.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';

/** A person of staff who signs in anew whenever the clock has outrun the session. */
class Member {
  private signedIn?: { client: Client; until: number };

  constructor(
    private readonly market: TestApp,
    readonly id: string,
    private readonly role: Role,
  ) {}

  async client(now: string): Promise<Client> {
    if (this.signedIn && this.signedIn.until > Date.parse(now)) return this.signedIn.client;
    const opened = await this.market.get(Sessions).open({ id: this.id, role: this.role });
    // A minute early, so that it never ends on the way.
    const until = Date.parse(now) + (opened.expiresInSeconds - 60) * 1_000;
    this.signedIn = { client: this.market.clients.bearer(opened.token), until };
    return this.signedIn.client;
  }
}

/** The real service: three moderators over HTTP, and the clock that everything goes by. */
export class RealMarket {
  private now = new Date().toISOString();

  private constructor(
    readonly app: TestApp,
    private readonly moderators: readonly Member[],
    private readonly registrar: Member,
  ) {
    app.get(Clock).now = () => this.now;
  }

  static async of(app: TestApp): Promise<RealMarket> {
    const moderators: Member[] = [];
    for (let n = 0; n < 3; n++)
      moderators.push(new Member(app, (await newStaff(app, 'moderator')).id, 'moderator'));
    const registrar = new Member(app, (await newStaff(app, 'registrar')).id, 'registrar');
    await watchSteps(app);
    return new RealMarket(app, moderators, registrar);
  }

  get time(): string {
    return this.now;
  }

  set time(now: string) {
    this.now = now;
  }

  /** As `staff:ID`, by number. */
  nameOf(by: number): string {
    return `staff:${this.moderators[by]!.id}`;
  }

  async get(path: string) {
    return (await this.moderators[0]!.client(this.now)).get(path);
  }

  async post(by: number, path: string, body: object = {}) {
    return (await this.moderators[by]!.client(this.now)).post(path).send(body);
  }

  async register(body: object): Promise<{ id: string; username: string }> {
    const answer = await (await this.registrar.client(this.now)).post('/v1/sellers').send(body);
    if (answer.status !== 201 || answer.body.status !== 'active')
      throw new Error(JSON.stringify(answer.body));
    return answer.body as { id: string; username: string };
  }
}

export const watched = [
  'moderation_case',
  'moderation_task',
  'appeal',
  'moderation_proposal',
  'seller',
] as const;
export type Watched = (typeof watched)[number];

/** The database itself writes down every change of a status, so that nothing happens between two looks. */
async function watchSteps({ databaseUrl }: TestApp): Promise<void> {
  const source = await (await createDataSource(databaseUrl, schema)).initialize();
  const isSqlite = databaseUrl.startsWith('sqlite');
  const number = isSqlite ? 'INTEGER PRIMARY KEY' : 'INT AUTO_INCREMENT PRIMARY KEY';
  const columns = `n ${number}, about VARCHAR(40), id VARCHAR(26), was VARCHAR(20), became VARCHAR(20)`;
  await source.query(`CREATE TABLE watched_step (${columns})`);
  const write = 'INSERT INTO watched_step (about, id, was, became) VALUES';
  for (const table of watched) {
    const changed = `${write} ('${table}', NEW.id, OLD.status, NEW.status)`;
    const began = `${write} ('${table}', NEW.id, '', NEW.status)`;
    const head = (verb: string) =>
      `CREATE TRIGGER ${table}_watch_${verb} AFTER ${verb} ON ${table} FOR EACH ROW`;
    await source.query(
      isSqlite
        ? `${head('UPDATE')} WHEN NEW.status <> OLD.status BEGIN ${changed}; END`
        : `${head('UPDATE')} IF NEW.status <> OLD.status THEN ${changed}; END IF`,
    );
    await source.query(`${head('INSERT')} ${isSqlite ? `BEGIN ${began}; END` : began}`);
  }
  await source.destroy();
}
