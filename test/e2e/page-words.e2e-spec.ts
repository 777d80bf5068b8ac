import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../setup/app.js';
import { newKey } from '../setup/accounts.js';
import { describeInBrowser, openBrowser } from '../setup/browser.js';
import { bodyOf, execute, pasteKey, signInAsStaff, unfold } from '../setup/docs-page.js';
import { startSampleMarket } from '../setup/sample-market.js';

jest.setTimeout(120_000);

describeInBrowser('what Swagger UI says to people who read Thai', () => {
  let market: TestApp;
  let browser: Browser;
  let page: Page;

  const openDialogue = () => page.locator('.btn.authorize').click();
  const close = () => page.locator('.dialog-ux .btn-done').first().click();
  const statusOf = async (token: string) =>
    (await fetch(`${market.url}/v1/sessions/current`, { headers: { Authorization: `Bearer ${token}` } }))
      .status;

  beforeAll(async () => {
    browser = await openBrowser();
    market = await startSampleMarket();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${market.url}/docs`);
    await page.locator('.opblock').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  it('calls the page Thai, for programs that read aloud', async () => {
    expect(await page.evaluate('document.documentElement.lang')).toBe('th');
  });

  it.each([
    ['a wrong password', 'รหัสผ่านที่ผิดแน่นอน'],
    ['no password', ''],
  ])('answers %s in Thai only, in the dialogue and nowhere else', async (_what, password) => {
    await openDialogue();
    await page.locator('#oauth_username').fill('admin');
    await page.locator('#oauth_password').fill(password);
    await page.getByLabel('Apply given OAuth2 credentials').click();
    const answer = page.locator('.auth-container .errors');
    await answer.waitFor();
    expect(await answer.innerText()).toBe('เข้าสู่ระบบไม่สำเร็จ กรุณาตรวจชื่อผู้ใช้และรหัสผ่าน');
    expect(await page.locator('.errors-wrapper:visible').count()).toBe(0);
    await close();
  });

  it('says in Thai which fields are empty and where their contents come from', async () => {
    const block = await unfold(page, 'sellersRead');
    await block.locator('.execute').click();
    const mistakes = block.locator('.validation-errors');
    await mistakes.waitFor();
    expect(await mistakes.locator('li').allInnerTexts()).toEqual([
      'ช่อง id: ยังว่างอยู่ กรุณากรอก หรือเปิดดูรายการก่อน แล้วหน้านี้จะเติมให้',
    ]);
    // Its own sentence is English and takes no place.
    expect(
      await mistakes.evaluate((one) => one.ownerDocument.defaultView!.getComputedStyle(one).fontSize),
    ).toBe('0px');
    expect(await block.locator('tr[data-param-name=id]').innerText()).toContain('GET /v1/sellers ');
  });

  it('names a changed example in Thai', async () => {
    const block = await unfold(page, 'sellersRegister');
    await bodyOf(block).fill('{}');
    expect(await block.locator('.examples-select select option').first().innerText()).toMatch(/^[ก-๙ ()]+$/);
  });

  it('says in Thai when the service cannot be reached', async () => {
    const block = await unfold(page, 'regionsList');
    await page.route('**/v1/regions*', (route) => route.abort());
    await block.locator('.execute').click();
    const answer = block.locator('.live-responses-table .response-col_description').last();
    await answer.waitFor();
    expect(await answer.innerText()).toContain('ติดต่อระบบไม่ได้');
    expect(await answer.innerText()).not.toMatch(/CORS|Failed/);
  });

  it('ends the session at the service, too, when somebody signs out', async () => {
    await signInAsStaff(page, 'admin', market.adminPassword);
    const token = await page.evaluate<string>(
      'ui.authSelectors.authorized().toJS().staff.token.access_token',
    );
    expect(await statusOf(token)).toBe(200);
    await openDialogue();
    const ended = page.waitForResponse((response) => response.url().endsWith('/v1/sessions/current'));
    await page.getByLabel('Remove authorization').click();
    expect((await ended).status()).toBe(204);
    await close();
    expect(await statusOf(token)).toBe(401);
    expect((await execute(await unfold(page, 'sellersList'))).status).toBe('401');
  });

  it('only forgets a key, which programs go on using', async () => {
    const { token } = await newKey(market, ['sellers:read']);
    await pasteKey(page, token);
    await openDialogue();
    await page.getByLabel('Remove authorization').click();
    await page.locator('#auth-bearer-value').waitFor();
    await close();
    expect(await statusOf(token)).toBe(200);
  });
});
