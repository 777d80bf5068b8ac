import request from 'supertest';
import type { Scope } from '../../src/platform/actor.js';
import type { Role } from '../../src/access/roles.js';

/** Speaks to the running service over HTTP; every request carries the caller's credentials. */
export type Client = ReturnType<typeof request.agent>;

/** What a key is made with beside its scopes. */
export interface KeyOptions {
  cooperativeIds?: string[];
  expiresAt?: string;
}

/** Hands the answer on, or throws with what it says. */
function expectStatus(status: number, answer: request.Response): request.Response {
  if (answer.status === status) return answer;
  throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Callers of every kind, made through the service's own doors when first asked for. */
export class Clients {
  private readonly staff = new Map<Role, Promise<Client>>();
  private keys = 0;

  constructor(
    private readonly url: string,
    private readonly adminPassword: string,
  ) {}

  /** Without credentials. */
  anonymous(): Client {
    return request.agent(this.url);
  }

  /** With this bearer token. */
  bearer(token: string): Client {
    return request.agent(this.url).set('Authorization', `Bearer ${token}`);
  }

  /** A member of staff with this role; the same person each time. */
  asStaff(role: Role): Promise<Client> {
    const known = this.staff.get(role);
    if (known) return known;
    const client = role === 'admin' ? this.signIn('admin', this.adminPassword) : this.hire(role);
    this.staff.set(role, client);
    return client;
  }

  /** A program with a new key of these scopes. */
  async asKey(scopes: Scope[], options: KeyOptions = {}): Promise<Client> {
    const admin = await this.asStaff('admin');
    const body = { name: `โปรแกรมที่ ${++this.keys}`, owner: 'ฝ่ายทดสอบ', scopes, ...options };
    const answer = expectStatus(201, await admin.post('/v1/api-keys').send(body));
    return this.bearer(answer.body.secret);
  }

  /** Signs in as Swagger UI does. */
  async signIn(username: string, password: string): Promise<Client> {
    const form = { grant_type: 'password', username, password };
    const answer = expectStatus(
      200,
      await this.anonymous().post('/v1/sessions/token').type('form').send(form),
    );
    return this.bearer(answer.body.access_token);
  }

  private async hire(role: Role): Promise<Client> {
    const admin = await this.asStaff('admin');
    const account = { username: `test-${role}`, displayName: `เจ้าหน้าที่ ${role}`, role };
    const answer = expectStatus(201, await admin.post('/v1/staff').send(account));
    const { id, secret } = answer.body as { id: string; secret: string };
    const client = await this.signIn(account.username, secret);
    const change = { currentPassword: secret, newPassword: 'แม่น้ำมูลไหลเรื่อยๆ 2569' };
    expectStatus(204, await client.post(`/v1/staff/${id}/password`).send(change));
    return client;
  }
}
