import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../setup/app.js';
import { newKey } from '../setup/accounts.js';
import { chromiumPath, describeInBrowser, openBrowser } from '../setup/browser.js';
import { execute, pasteKey, signInAsStaff, unfold, watch, type Watch } from '../setup/docs-page.js';
import { startSampleMarket } from '../setup/sample-market.js';

jest.setTimeout(120_000);

describeInBrowser('Swagger UI in Chromium', () => {
  let market: TestApp;
  let browser: Browser;
  let page: Page;
  let seen: Watch;

  async function openDocs(): Promise<Page> {
    const opened = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    seen = watch(opened);
    await opened.goto(`${market.url}/docs`);
    await opened.locator('.opblock').first().waitFor();
    return opened;
  }

  beforeAll(async () => {
    browser = await openBrowser();
    market = await startSampleMarket();
    page = await openDocs();
  });
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  it('shows the groups in the order of what people do', async () => {
    const groups = await page.locator('.opblock-tag').allInnerTexts();
    expect(groups.map((group) => group.trim()).slice(0, 5)).toEqual([
      'เข้าสู่ระบบ · Sign in',
      'ชื่อผู้ใช้งาน · Usernames',
      'ผู้ขาย · Sellers',
      'นำเข้าแบบฟอร์ม · Imports',
      'สหกรณ์และเขตพื้นที่ · Cooperatives',
    ]);
    const imports = await page
      .locator('.opblock[id*="_Imports-"]')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(imports[0]).toMatch(/-importsUpload$/);
  });

  it('draws Thai with Sarabun from this service', async () => {
    // A text, not a function: the types of these tests know no browser.
    const loaded = await page.evaluate<string[]>(
      `document.fonts.ready.then(() => [...document.fonts].filter((one) => one.status === 'loaded')
        .map((one) => one.family + ' ' + one.unicodeRange.split(',')[0]))`,
    );
    expect(loaded).toContain('Sarabun U+E01-E5B');
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: '.info .title',
    });
    await session.send('CSS.enable');
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual(
      expect.arrayContaining([['Sarabun', true]]),
    );
  });

  it('begins the sign-in at the user name', async () => {
    await page.locator('.btn.authorize').click();
    await page.locator('#oauth_username').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('oauth_username');
    await page.locator('.dialog-ux .btn-done').first().click();
  });

  it('has an icon on every page', async () => {
    const other = await browser.newPage();
    for (const path of ['/docs/scopes', '/docs/problems']) {
      await other.goto(`${market.url}${path}`);
      const icon = await other.locator('link[rel=icon]').getAttribute('href');
      expect((await fetch(new URL(icon!, market.url))).status).toBe(200);
    }
    await other.close();
  });

  it('turns a wrong password away', async () => {
    await page.locator('.btn.authorize').click();
    await page.locator('#oauth_username').fill('admin');
    await page.locator('#oauth_password').fill('รหัสผ่านที่ผิดแน่นอน');
    await page.getByLabel('Apply given OAuth2 credentials').click();
    await page.locator('.auth-container .errors').waitFor();
    await page.locator('.dialog-ux .btn-done').first().click();
    // Chromium itself reports each answer that is an error.
    expect(seen.complaints.splice(0)).toEqual([expect.stringContaining('status of 400')]);
  });

  it('signs staff in', async () => {
    await signInAsStaff(page, 'admin', market.adminPassword);
    const me = await execute(await unfold(page, 'sessionsCurrent'));
    expect(me.status).toBe('200');
    expect(me.text).toContain('"role": "admin"');
  });

  it('validates the username of the example as it is', async () => {
    const { status, text } = await execute(await unfold(page, 'usernamesValidate'));
    expect(status).toBe('200');
    expect(text).toContain('A1650ออมทรัพย์สอ.อยู่ดีกินดี');
  });

  it('registers the seller of the example as it is', async () => {
    const { status, text } = await execute(await unfold(page, 'sellersRegister'));
    expect(status).toBe('201');
    expect(text).toContain('"username": "A1650ออมทรัพย์สอ.อยู่ดีกินดี"');
  });

  it('keeps nothing once the page is gone', async () => {
    const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]');
    expect(kept).toEqual([0, 0, '']);
    await page.reload();
    const { status } = await execute(await unfold(page, 'sellersList'));
    expect(status).toBe('401');
    expect(seen.complaints.splice(0)).toEqual([expect.stringContaining('status of 401')]);
  });

  it('has asked nobody but this service, and the browser has nothing to complain about', () => {
    const strangers = seen.asked.filter(
      (url) => !url.startsWith(`${market.url}/`) && !url.startsWith('data:'),
    );
    expect(strangers).toEqual([]);
    expect(seen.asked.some((url) => url.endsWith('.woff2'))).toBe(true);
    expect(seen.complaints).toEqual([]);
  });

  it('takes an API key, too', async () => {
    const { token } = await newKey(market, ['sellers:read']);
    const own = await openDocs();
    await pasteKey(own, token);
    const { status, text } = await execute(await unfold(own, 'sessionsCurrent'));
    expect(status).toBe('200');
    expect(text).toContain('"type": "key"');
    expect(seen.complaints).toEqual([]);
    await own.close();
  });
});

// So that a report says why the tests above did not run.
if (chromiumPath === undefined) it.todo('needs Debian’s chromium: apt-get install chromium');
