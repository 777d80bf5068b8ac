import { anotherSeller, cooperatives } from '../factories/cast.js';
import type { ModerationModel, Who } from './moderation-model.js';
import type { RealMarket } from './real-market.js';
import { ReplayedStanding } from './replay-standing.js';

let people = 0;

/** Two people nobody has met before, one of them a seller, and what was seen of them so far. */
export class Stage {
  readonly replayed = new ReplayedStanding();
  /** Every strike as it was when it was first seen. */
  readonly strikesSeen = new Map<string, unknown>();
  auditSeen = 0;
  stepsSeen = 0;

  private constructor(
    readonly market: RealMarket,
    readonly seller: { id: string; username: string },
    readonly stranger: string,
  ) {}

  static async of(market: RealMarket): Promise<Stage> {
    const n = ++people;
    const from = Object.values(cooperatives)[Math.floor(n / 100) % 10]!;
    const seller = await market.register(anotherSeller(n, from));
    const stage = new Stage(market, seller, `คนในกลุ่มคนที่ ${n}`);
    const { database } = market.app;
    stage.auditSeen = await newest(database.one<Newest>('SELECT MAX(seq) AS n FROM audit_entry'));
    stage.stepsSeen = await newest(database.one<Newest>('SELECT MAX(n) AS n FROM watched_step'));
    return stage;
  }

  nicknameOf(who: Who): string {
    return who === 0 ? this.seller.username : this.stranger;
  }

  /** Those the service made so far; at most one, for each carries one name. */
  async subjectsOf(who: Who): Promise<string[]> {
    const [column, value] = who === 0 ? ['sellerId', this.seller.id] : ['nickname', this.stranger];
    const sql = `SELECT id FROM moderation_subject WHERE ${column} = ?`;
    return (await this.market.app.database.all<{ id: string }>(sql, [value])).map(({ id }) => id);
  }

  /** The moment of the command, for the service and for the model. */
  tick(model: ModerationModel, ms?: number): void {
    model.tick(ms);
    this.market.time = model.now;
  }
}

interface Newest {
  n: number | null;
}

const newest = async (row: Promise<Newest | undefined>): Promise<number> => Number((await row)?.n ?? 0);
