import type { Browser, BrowserContext } from 'playwright-core';
import { sellers } from '../factories/cast.js';
import { newStaff } from '../setup/accounts.js';
import type { TestApp } from '../setup/app.js';
import { describeInBrowser, openBrowser } from '../setup/browser.js';
import { startMarketOfCast } from '../setup/cast-market.js';
import { decide, doTasks, openCase, violation } from '../setup/decision-stage.js';
import { report } from '../setup/moderation-stage.js';

describeInBrowser('the page of a dossier in a browser', () => {
  let market: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let address: string;

  beforeAll(async () => {
    market = await startMarketOfCast();
    const { client, token } = await newStaff(market, 'moderator');
    const registrar = await market.asStaff('registrar');
    const { body: seller } = await registrar.post('/v1/sellers').send(sellers.omsap).expect(201);
    const text = '<script>document.title = "ถูกแก้"</script><img src=x onerror="document.title = 1">';
    await report(client, { authorUsername: seller.username, text, note: 'เห็นเมื่อเช้า' });
    for (const rule of ['off_topic', 'personal_belief'])
      await doTasks(
        client,
        (await decide(client, await openCase(client, seller.username), violation(rule)).expect(200)).body
          .taskIds,
      );
    address = `${market.url}/v1/sellers/${seller.id}/dossier.html`;
    browser = await openBrowser();
    context = await browser.newContext({ extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
  });
  afterAll(async () => {
    await browser?.close();
    await market.close();
  });

  it('shows the story in the service’s own Thai typeface, and its policy is broken by nothing', async () => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('แฟ้มประวัติ A1650ออมทรัพย์สอ.อยู่ดีกินดี');
    const faces = await page.evaluate(
      '[...document.fonts].filter((face) => face.status === "loaded").length',
    );
    expect(faces).toBe(4);
    expect(
      await page.locator('body').evaluate((body) => body.ownerDocument.querySelectorAll('script,img').length),
    ).toBe(0);
    expect(await page.locator('.summary').innerText()).toContain('ถูกเชิญออกจากกลุ่มอยู่ มี 3 คะแนนที่มีผล');
    const rows = await page.locator('.story tbody tr').allInnerTexts();
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.join()).toContain('document.title = "ถูกแก้"');
  });

  it('fits the width of an A4 sheet', async () => {
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    // 210 mm less the margins, at 96 dots an inch.
    await page.setViewportSize({ width: 688, height: 1_000 });
    await page.goto(address);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(688);
  });
});
