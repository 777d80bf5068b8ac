import { anotherSeller } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import type { Client } from '../setup/clients.js';

let market: TestApp;
let admin: Client;
let registrar: Client;
let people = 3_000;

beforeAll(async () => {
  market = await startMarketOfCast();
  admin = await market.asStaff('admin');
  registrar = await market.asStaff('registrar');
});

afterAll(() => market.close());

const register = (details: object) =>
  registrar.post('/v1/sellers').send({ ...anotherSeller(people++), ...details });
const offering = (description: string) => ({ offerings: [{ category: 'food', description }] });

describe('texts that nobody can read', () => {
  it.each([
    ['lastName', { lastName: '\u0000' }],
    ['lastName', { lastName: 'ใจ\u0007ดี' }],
    ['title', { title: '\u0000\u202e<script>' }],
    ['title', { title: '=HYPERLINK("http://x")' }],
    ['title', { title: '<b>นาย</b>' }],
    ['title', { title: '12' }],
    ['offerings/0/description', offering('a\u0000b')],
    ['offerings/0/description', offering('\u3164\u3164')],
    ['externalReference', { externalReference: 'a\u0001' }],
    ['memberNumber', { memberNumber: '12\u0000' }],
  ])('are refused in %s: %j', async (field, details) => {
    const { body } = await register(details).expect(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(`/${field}`);
    for (const { message } of body.errors) expect(message).toMatch(/[ก-๙]/);
  });

  it.each([
    ['/v1/staff', { username: 'unseen.one', displayName: '\u200b', role: 'viewer' }, '/displayName'],
    ['/v1/staff', { username: 'unseen.two', displayName: 'ก\u0000', role: 'viewer' }, '/displayName'],
    ['/v1/api-keys', { name: '\u0000', owner: 'ฝ่ายทดสอบ', scopes: ['sellers:read'] }, '/name'],
    ['/v1/api-keys', { name: 'คีย์', owner: '\u202e', scopes: ['sellers:read'] }, '/owner'],
  ])('are refused by %s', async (path, details, pointer) => {
    const { body } = await admin.post(path).send(details).expect(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('are refused for the basis of a form’s consent', async () => {
    const basis = { textVersion: '\u202e\u200b', statedBy: 'ฝ่ายทดสอบ ตรวจแล้ว' };
    const { body } = await admin.put('/v1/forms/unseen/consent-basis').send(basis).expect(400);
    expect(body.errors[0].pointer).toBe('/textVersion');
  });
});

describe('texts that a reader can use', () => {
  it('keep their lines, and lose only what nobody sees', async () => {
    const { body } = await register({
      ...offering('ขนม\u200bไทย\nส่งทุกวัน 😀'),
      externalReference: ' A\u202e-1 ',
    }).expect(201);
    expect(body.offerings[0].description).toBe('ขนมไทย\nส่งทุกวัน 😀');
    expect(body.externalReference).toBe('A-1');
    expect(body.status).toBe('active');
  });

  it('make a person look at a title that nobody knows', async () => {
    const { body } = await register({ title: 'xyz' }).expect(201);
    expect(body).toMatchObject({ status: 'pending', pendingReasons: [{ code: 'doubtful_name' }] });
    const known = await register({ title: 'ว่าที่ ร.ต.หญิง' }).expect(201);
    expect(known.body.status).toBe('active');
  });
});
