import type { Browser, Locator, Page } from 'playwright-core';
import type { TestApp } from '../setup/app.js';
import { describeInBrowser, openBrowser } from '../setup/browser.js';
import {
  bodyOf,
  execute,
  executeUntil,
  field,
  signInAsStaff,
  unfold,
  watch,
  type Watch,
} from '../setup/docs-page.js';
import { startSampleMarket } from '../setup/sample-market.js';

jest.setTimeout(180_000);

/** Row 1 is doubtful twice, row 2 once, of row 3 nothing is known. */
const file = [
  'ประทับเวลา,ชื่อ-นามสกุล,ชื่อสหกรณ์,เบอร์โทรศัพท์,ยินยอม',
  '"5/11/2026, 9:01:00",นายธงชัยแก้วกล้า,สหกรณ์ออมทรัพย์ครูตาค,0891110001,ยินยอม',
  '"5/11/2026, 9:02:00",นางมาลัย ใจเย็น,สหกรณ์ออมทรัพย์ครูตาค,0891110002,ยินยอม',
  '"5/11/2026, 9:03:00",นางสาวแก้ว ใจงาม,สหกรณ์ร้านค้าดาวอังคาร,0891110003,ยินยอม',
].join('\n');

describeInBrowser('what Swagger UI fills in after an answer', () => {
  let market: TestApp;
  let browser: Browser;
  let page: Page;
  let seen: Watch;
  let resolution: Locator;

  const row = () => field(resolution, 'row').inputValue();
  const sent = async () => JSON.parse(await bodyOf(resolution).inputValue()) as unknown;

  beforeAll(async () => {
    browser = await openBrowser();
    market = await startSampleMarket();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    seen = watch(page);
    await page.goto(`${market.url}/docs`);
    await signInAsStaff(page, 'admin', market.adminPassword);
    const upload = await unfold(page, 'importsUpload');
    const buffer = Buffer.from(file);
    await upload
      .locator('input[type=file]')
      .setInputFiles({ name: 'doubts.csv', mimeType: 'text/csv', buffer });
    await upload.locator('tr[data-property-name=autoConfirm] select').selectOption('true');
    await execute(upload);
    await executeUntil(await unfold(page, 'importsRead'), '"status": "completed"');
  });
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  it('brings the first waiting row and the first that may be decided about it', async () => {
    const rows = await unfold(page, 'importsRows');
    await field(rows, 'outcome').selectOption('needs_review');
    expect((await execute(rows)).text).toContain('"reason": "unknown_cooperative"');
    resolution = await unfold(page, 'importsResolve');
    expect(await row()).toBe('1');
    expect(await sent()).toEqual({ action: 'choose', candidate: 1 });
  });

  it('leaves the next choice to the clerk: pressing Execute twice decides once', async () => {
    const { text } = await execute(resolution);
    expect(text).toContain('"reason": "doubtful_name"');
    expect(text).toContain('"action": "skip"');
    expect(await row()).toBe('');
    expect(await sent()).toEqual({ action: 'choose', candidate: 1 });
    await resolution.locator('.execute').click();
    await resolution.locator('.validation-errors').waitFor();
    const { body: rows } = await (
      await market.asStaff('admin')
    )
      .get(`/v1/imports/${await field(resolution, 'id').inputValue()}/rows`)
      .expect(200);
    expect(rows.items[0]).toMatchObject({ outcome: 'needs_review', reason: 'doubtful_name' });
    expect(rows.items[0].history).toHaveLength(1);
  });

  it('never brings the choice that leaves a row out', async () => {
    await field(resolution, 'row').fill('3');
    await resolution.locator('.examples-select select').selectOption('skip');
    const groups = await execute(await unfold(page, 'reviewGroups'));
    expect(groups.text).toContain('"action": "skip"');
    const many = bodyOf(await unfold(page, 'reviewResolveMany'));
    expect(await many.inputValue()).toContain('"action": "choose"');
    expect(await many.inputValue()).toMatch(/"group": "[0-9a-f]{64}"/);
  });

  it('forgets a body that it has brought for another row as soon as one types', async () => {
    const rows = page.locator('.opblock[id$="-importsRows"]');
    await execute(rows);
    expect(await row()).toBe('1');
    await bodyOf(resolution).fill('{ "action": "choose", "candidate": 2 }');
    await field(resolution, 'row').fill('2');
    expect(await sent()).toEqual({ action: 'choose', candidate: 2 });
  });

  it('brings the id of the one cooperative looked up, where the example names a cooperative', async () => {
    await resolution.locator('.examples-select select').selectOption('other');
    const cooperatives = await unfold(page, 'cooperativesList');
    await field(cooperatives, 'query').fill('100801');
    const { text } = await execute(cooperatives);
    const [, id] = /"id": "(\w{26})"/.exec(text)!;
    expect(await sent()).toEqual({ action: 'choose', cooperativeId: id });
    await field(resolution, 'row').fill('3');
    expect((await execute(resolution)).text).toContain('"username": "N0801แก้วสอ.ครูตาก"');
  });

  it('brings the seller of the row and the version wherever they are asked for', async () => {
    const seller = await unfold(page, 'sellersRead');
    expect(await field(seller, 'id').inputValue()).toMatch(/^[0-9A-Z]{26}$/);
    expect((await execute(seller)).text).toContain('"firstName": "แก้ว"');
    const correction = await unfold(page, 'sellersCorrect');
    expect(await field(correction, 'If-Match').inputValue()).toBe('"1"');
    expect((await execute(correction)).status).toBe('200');
    // Another seller's version would be wrong.
    await execute(page.locator('.opblock[id$="-importsRows"]'));
    expect(await field(await unfold(page, 'sellersReadByUsername'), 'username').inputValue()).not.toBe('');
  });

  it('brings form and version to the correction of its columns, whose example leaves the time alone', async () => {
    await execute(await unfold(page, 'formSourcesList'));
    const correction = await unfold(page, 'formSourcesChange');
    expect(await field(correction, 'id').inputValue()).toMatch(/^[0-9A-Z]{26}$/);
    expect(await field(correction, 'If-Match').inputValue()).toBe('"1"');
    expect((await execute(correction)).text).toContain('"label": "แบบฟอร์มลงทะเบียน 2569"');
    await field(correction, 'If-Match').fill('2');
    await correction.locator('.examples-select select').selectOption('columns');
    await bodyOf(correction).fill('{ "columns": [{ "header": "ประทับเวลา", "field": "fullName" }] }');
    expect((await execute(correction)).text).toContain('"code": "COLUMN_OF_THE_FORM"');
    seen.complaints.splice(0);
  });

  it('has given the browser nothing to complain about', () => {
    expect(seen.complaints).toEqual([]);
  });
});
