import { anotherSeller, cooperatives } from '../factories/cast.js';
import type { Client } from '../setup/clients.js';
import { patiently, type MortalService } from './mortal-service.js';

/** What a caller was told. */
interface Acknowledged {
  id: string;
  username: string;
}

/** Registers people one after the other, again under the same key until there is an answer, and keeps the answers. */
async function registerUntil(
  over: () => boolean,
  client: Client,
  next: () => number,
  kept: Map<number, Acknowledged>,
) {
  while (!over()) {
    const n = next();
    const body = { ...anotherSeller(n), externalReference: String(n) };
    const answer = await patiently(async () => {
      const response = await client.post('/v1/sellers').set('Idempotency-Key', `person-${n}`).send(body);
      const again = response.status === 503 || response.body.code === 'IDEMPOTENCY_KEY_IN_USE';
      return again ? undefined : response;
    });
    if (answer.status !== 201) throw new Error(`${n}: ${answer.status} ${JSON.stringify(answer.body)}`);
    kept.set(n, { id: answer.body.id, username: answer.body.username });
  }
}

async function everySeller(client: Client): Promise<Map<number, Acknowledged>> {
  const found = new Map<number, Acknowledged>();
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: Record<string, string> = cursor === '' ? { limit: '200' } : { limit: '200', cursor };
    const { body } = await client.get('/v1/sellers').query(query).expect(200);
    for (const { id, username, externalReference } of body.items) {
      expect(found.has(Number(externalReference))).toBe(false);
      found.set(Number(externalReference), { id, username });
    }
    cursor = body.nextCursor;
  }
  return found;
}

/** Callers who register people without pause through whatever happens, and then compare notes with the service. */
export class RegisteringLoad {
  private readonly kept = new Map<number, Acknowledged>();
  private count = 0;
  private over = false;
  private callers: Promise<void>[] = [];

  private constructor(private readonly client: Client) {}

  static async start(service: MortalService): Promise<RegisteringLoad> {
    const admin = await service.clients.asStaff('admin');
    await admin.post('/v1/cooperatives').send(cooperatives.yudeeKindee).expect(201);
    const load = new RegisteringLoad(
      await service.clients.asKey(['sellers:read', 'sellers:write', 'audit:read']),
    );
    const next = () => load.count++;
    for (let caller = 0; caller < 8; caller++)
      load.callers.push(registerUntil(() => load.over, load.client, next, load.kept));
    return load;
  }

  /** How many have been acknowledged so far. */
  get acknowledged(): number {
    return this.kept.size;
  }

  /** Ends the load and expects everybody to be there exactly once, as they were told, in an intact audit chain. */
  async settle(): Promise<void> {
    this.over = true;
    await Promise.all(this.callers);
    expect(this.kept.size).toBe(this.count);
    expect(await everySeller(this.client)).toEqual(this.kept);
    expect(new Set([...this.kept.values()].map(({ username }) => username)).size).toBe(this.count);
    const { body: audit } = await this.client.get('/v1/audit-entries/verification').expect(200);
    expect(audit).toMatchObject({ intact: true });
    expect(await this.countEntries('seller.registered')).toBe(this.count);
  }

  private async countEntries(action: string): Promise<number> {
    let count = 0;
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string> = cursor === '' ? { limit: '200' } : { limit: '200', cursor };
      const { body } = await this.client.get('/v1/audit-entries').query(query).expect(200);
      count += (body.items as { action: string }[]).filter((entry) => entry.action === action).length;
      cursor = body.nextCursor;
    }
    return count;
  }
}
