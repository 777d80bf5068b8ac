import { Controller, Get, Module } from '@nestjs/common';
import { scopes } from '../../src/platform/actor.js';
import { startApp, type TestApp } from '../setup/app.js';
import { routesOf } from '../setup/routes.js';

@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  read() {
    return { secret: 'nobody may see this' };
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

const planted = 'ForgottenController.read';
const known: string[] = [...scopes, 'authenticated', 'public'];

describe('every route says who may call it', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ modules: [ForgottenModule] });
  });
  afterAll(() => app.close());

  it('has a known scope, or says that it is public', () => {
    const routes = routesOf(app.app);
    expect(routes.length).toBeGreaterThan(5);
    const open = routes.filter(({ access }) => !access || !known.includes(access));
    expect(open.map(({ handler }) => handler)).toEqual([planted]);
  });

  it('is closed to everybody when it does not', async () => {
    const admin = await app.asStaff('admin');
    const answer = await admin.get('/v1/forgotten');
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('ROUTE_WITHOUT_SCOPE');
  });

  it('has an address of its own', () => {
    const addresses = routesOf(app.app).map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
