import { cooperatives } from '../factories/cast.js';
import { startApp, type StartOptions, type TestApp } from './app.js';

/** The real application with the cooperatives of the cast. */
export async function startMarketOfCast(options: StartOptions = {}): Promise<TestApp> {
  const market = await startApp(options);
  const admin = await market.asStaff('admin');
  for (const cooperative of Object.values(cooperatives)) {
    const answer = await admin.post('/v1/cooperatives').send(cooperative);
    if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return market;
}
