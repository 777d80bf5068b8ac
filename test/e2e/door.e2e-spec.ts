import { roles, scopesOfRole, type Role } from '../../src/access/roles.js';
import type { Scope } from '../../src/platform/actor.js';
import { startApp, type TestApp } from '../setup/app.js';
import type { Client } from '../setup/clients.js';
import { routesOf, type Route } from '../setup/routes.js';

const stranger = '01JZ8Q4T9X2M6V5R3K7N1B0C8D';
const addressOf = ({ path }: Route) => path.replace(/:\w+/g, stranger);
const name = ({ method, path }: Route) => `${method} ${path}`;

async function statusOf(client: Client, route: Route): Promise<number> {
  const verb = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  return (await client[verb](addressOf(route))).status;
}

/** Which of the routes do not answer as they should; named, so that a failure says where. */
async function wrong(
  client: Client,
  routes: Route[],
  isRight: (status: number) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    const status = await statusOf(client, route);
    if (!isRight(status)) found.push(`${name(route)} answered ${status}`);
  }
  return found;
}

describe('who may call what', () => {
  let app: TestApp;
  let routes: Route[];
  let closed: Route[];

  beforeAll(async () => {
    app = await startApp();
    routes = routesOf(app.app);
    closed = routes.filter(({ access }) => access !== 'public');
    expect(closed.length).toBeGreaterThan(5);
  });
  afterAll(() => app.close());

  it('answers 401 to strangers everywhere but on public routes', async () => {
    expect(await wrong(app.http, closed, (status) => status === 401)).toEqual([]);
  });

  it('answers 401 to a key that was never given', async () => {
    // Who sends 100 wrong keys is slowed down, so each part of the routes meets a service of its own.
    const part = 90;
    for (let from = 0; from < closed.length; from += part) {
      const fresh = await startApp();
      const liar = fresh.clients.bearer('fsct_key_05VgWkXZcQGg1mK8n3r7bYt2LhDpEa9jS1xyz42');
      const refused = await wrong(liar, closed.slice(from, from + part), (status) => status === 401);
      await fresh.close();
      expect(refused).toEqual([]);
    }
  });

  it.each(roles.filter((role) => role !== 'admin'))(
    'answers 403 to a %s beyond the role',
    async (role: Role) => {
      const client = await app.asStaff(role);
      const held: string[] = [...scopesOfRole[role], 'authenticated'];
      const beyond = closed.filter(({ access }) => !held.includes(access!));
      expect(beyond.length).toBeGreaterThan(0);
      expect(await wrong(client, beyond, (status) => status === 403)).toEqual([]);
    },
  );

  it('lets a key read what its one scope names, and nothing else', async () => {
    const named = [...new Set(closed.map(({ access }) => access!))].filter(
      (access) => access !== 'authenticated',
    );
    for (const scope of named) {
      const client = await app.asKey([scope as Scope]);
      const mine = closed.filter(({ access, method }) => access === scope && method === 'GET');
      const others = closed.filter(({ access }) => access !== scope && access !== 'authenticated');
      expect(await wrong(client, mine, (status) => status !== 401 && status !== 403)).toEqual([]);
      if (scope !== 'admin') expect(await wrong(client, others, (status) => status === 403)).toEqual([]);
    }
  });
});
