import { sellers } from '../factories/cast.js';
import type { TestApp } from '../setup/app.js';
import { startMarketOfCast } from '../setup/cast-market.js';

describe('GET /v1/audit-entries', () => {
  let market: TestApp;

  beforeAll(async () => {
    market = await startMarketOfCast();
    const admin = await market.asStaff('admin');
    for (const seller of Object.values(sellers)) await admin.post('/v1/sellers').send(seller).expect(201);
  });
  afterAll(() => market.close());

  it('lists newest first and verifies the chain', async () => {
    const auditor = await market.asStaff('admin');
    const { body } = await auditor
      .get('/v1/audit-entries')
      .query({ action: 'seller.registered', limit: 3 })
      .expect(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0].seq).toBeGreaterThan(body.items[1].seq);
    const { body: verification } = await auditor.get('/v1/audit-entries/verification').expect(200);
    expect(verification).toMatchObject({ intact: true, brokenAt: null });
  });
});
