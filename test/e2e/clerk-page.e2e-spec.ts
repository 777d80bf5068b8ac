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

/** What the file with mistakes comes to. */
const planned = { total: 13, created: 2, duplicate: 1, rejected: 2, needsReview: 8, skipped: 0 };

describeInBrowser('a clerk imports a form file with mistakes in Swagger UI', () => {
  let market: TestApp;
  let browser: Browser;
  let page: Page;
  let seen: Watch;
  let progress: Locator;
  let rows: Locator;
  let resolution: Locator;

  const choose = (block: Locator, example: string) =>
    block.locator('.examples-select select').selectOption(example);

  /** The numbers under `counts`, as the page shows them. */
  async function counts(): Promise<Record<string, number>> {
    const { text } = await execute(progress);
    const [, shown] = /"counts": (\{[^}]*\})/.exec(text)!;
    return JSON.parse(shown!) as Record<string, number>;
  }

  beforeAll(async () => {
    browser = await openBrowser();
    market = await startSampleMarket();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    seen = watch(page);
    await page.goto(`${market.url}/docs`);
    await page.locator('.opblock').first().waitFor();
    await signInAsStaff(page, 'admin', market.adminPassword);
  });
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  it('shows the operations in the order of the work', async () => {
    const ids = await page
      .locator('.opblock[id*="_Imports-"]')
      .evaluateAll((all) => all.map(({ id }) => id.split('-').at(-1)));
    const work = ['importsUpload', 'importsRead', 'importsRows', 'importsConfirm', 'importsResolve'];
    const after = ['reviewUndo', 'reviewGroups', 'reviewResolveMany', 'importsUsernames', 'importsRejected'];
    const wanted = [...work, ...after];
    expect(ids.filter((id) => wanted.includes(id!))).toEqual(wanted);
  });

  it('uploads it by the file field; fields left empty say nothing', async () => {
    const upload = await unfold(page, 'importsUpload');
    await upload.locator('input[type=file]').setInputFiles('sample/form-with-mistakes.csv');
    expect(await upload.locator('.parameter__empty_value_toggle').first().isVisible()).toBe(false);
    const { status, text } = await execute(upload);
    expect(status).toBe('202');
    expect(text).toContain('"status": "planning"');
    expect(await upload.locator('.curl-command').innerText()).not.toMatch(/consent\w+=\w/);
  });

  it('finds the id filled in, and follows it until it is planned', async () => {
    progress = await unfold(page, 'importsRead');
    expect(await field(progress, 'id').inputValue()).toMatch(/^[0-9A-Z]{26}$/);
    const { text } = await executeUntil(progress, '"status": "planned"');
    expect(text).toContain('อ่านแผนทีละแถวก่อนยืนยัน');
    expect(await counts()).toMatchObject(planned);
  });

  it('reads what would become of each row', async () => {
    rows = await unfold(page, 'importsRows');
    expect(await rows.locator('tr[data-param-name=outcome]').innerText()).toContain('ต้องให้เจ้าหน้าที่เลือก');
    const { text } = await execute(rows);
    expect(text).toContain('"username": "A1650ดาวเรืองสอ.อยู่ดีกินดี"');
    expect(text).toContain('"code": "PHONE_LOST_ZERO"');
    expect(text.match(/"outcome": "needs_review"/g)).toHaveLength(8);
  });

  it('confirms the plan it has read without copying its hash', async () => {
    const confirmation = await unfold(page, 'importsConfirm');
    expect(await bodyOf(confirmation).inputValue()).toMatch(/"planHash": "[0-9a-f]{64}"/);
    expect((await execute(confirmation)).status).toBe('202');
    await executeUntil(progress, '"status": "completed"');
    expect(await counts()).toMatchObject(planned);
  });

  it('sees for each waiting row what may be decided, with the body', async () => {
    await field(rows, 'outcome').selectOption('needs_review');
    const { text } = await execute(rows);
    expect(text.match(/"outcome": "needs_review"/g)).toHaveLength(8);
    expect(text).toContain('ใช้ตัวเลือกนี้: สหกรณ์ออมทรัพย์ครูตาก จำกัด (100801)');
    expect(text).toContain('เป็นผู้ขายรายนี้ ปรับข้อมูลตามแถวนี้: นางสาวดาวเรือง แสนสุข');
  });

  it.each([
    [2, 'choose', 'created', 'N0801ประเสริฐสอ.ครูตาก'],
    [8, 'name', 'created', 'N0801นวลสอ.ครูตาก'],
    [12, 'merge', 'updated', 'A1650ดาวเรืองสอ.อยู่ดีกินดี'],
    [5, 'skip', 'skipped', 'null'],
  ])('decides about row %i by the example “%s” of the drop-down', async (row, example, outcome, username) => {
    resolution ??= await unfold(page, 'importsResolve');
    await field(resolution, 'row').fill(String(row));
    await choose(resolution, example);
    const { status, text } = await execute(resolution);
    expect(status).toBe('200');
    expect(text).toContain(`"row": ${row},`);
    expect(text).toContain(`"outcome": "${outcome}"`);
    expect(text).toContain(username);
  });

  it('takes a decision back', async () => {
    expect(await counts()).toMatchObject({ created: 4, updated: 1, skipped: 1, needsReview: 4 });
    const undo = await unfold(page, 'reviewUndo');
    await field(undo, 'row').fill('5');
    const { status, text } = await execute(undo);
    expect(status).toBe('200');
    expect(text).toContain('"outcome": "needs_review"');
    expect(await counts()).toMatchObject({ created: 4, updated: 1, skipped: 0, needsReview: 5 });
  });

  it('decides about a whole group with the body that the group offers', async () => {
    const groups = await execute(await unfold(page, 'reviewGroups'));
    expect(groups.text).toContain('"count": 2');
    const [body] = /\{\s*"group": "[0-9a-f]{64}",\s*"action": "choose",\s*"candidate": 1\s*\}/.exec(
      groups.text,
    )!;
    const bulk = await unfold(page, 'reviewResolveMany');
    await bodyOf(bulk).fill(body);
    const { status, text } = await execute(bulk);
    expect(status).toBe('200');
    expect(text.match(/"outcome": "created"/g)).toHaveLength(2);
    expect(await counts()).toMatchObject({ total: 13, created: 6, needsReview: 3, processed: 13 });
  });

  it.each([
    ['importsUsernames', 'usernames.csv', 'N0801ประเสริฐสอ.ครูตาก'],
    ['importsRejected', 'rejected.csv', 'PHONE_UNREADABLE'],
  ])('saves what %s offers', async (id, name, part) => {
    const block = await unfold(page, id);
    expect((await execute(block)).status).toBe('200');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      block.locator('a[download]').click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain(part);
  });

  it('has given the browser nothing to complain about', () => {
    expect(seen.complaints).toEqual([]);
  });
});
