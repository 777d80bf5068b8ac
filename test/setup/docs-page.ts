import type { Locator, Page } from 'playwright-core';

/** What no visitor sees: where the page asks, and what the browser complains about. */
export interface Watch {
  asked: string[];
  complaints: string[];
}

export function watch(page: Page): Watch {
  const seen: Watch = { asked: [], complaints: [] };
  page.on('request', (request) => seen.asked.push(request.url()));
  page.on('pageerror', ({ message }) => seen.complaints.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') seen.complaints.push(line.text());
  });
  return seen;
}

const operation = (page: Page, id: string): Locator => page.locator(`.opblock[id$="-${id}"]`);

export async function unfold(page: Page, id: string): Promise<Locator> {
  const block = operation(page, id);
  await block.locator('.opblock-summary-control').click();
  await block.locator('.execute').waitFor();
  return block;
}

export interface Shown {
  status: string;
  text: string;
}

/** Presses Execute; the answer's status and its body as shown, never those of the time before. */
export async function execute(block: Locator): Promise<Shown> {
  const answer = block.locator('.live-responses-table .response').first();
  if ((await answer.count()) > 0) {
    await block.locator('.btn-clear').click();
    await answer.waitFor({ state: 'detached' });
  }
  await block.locator('.execute').click();
  await answer.waitFor();
  const status = (await answer.locator('.response-col_status').innerText()).trim();
  return { status, text: await answer.locator('.response-col_description').innerText() };
}

/** Asks again until the answer shows `part`, as a clerk would. */
export async function executeUntil(block: Locator, part: string, patienceMs = 60_000): Promise<Shown> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const shown = await execute(block);
    if (shown.text.includes(part)) return shown;
    if (Date.now() > deadline) throw new Error(`No ${part} within ${patienceMs} ms:\n${shown.text}`);
  }
}

export const field = (block: Locator, name: string): Locator =>
  block.locator(`tr[data-param-name="${name}"] :is(input, select)`);

export const bodyOf = (block: Locator): Locator => block.locator('textarea.body-param__text');

export async function signInAsStaff(page: Page, username: string, password: string): Promise<void> {
  await page.locator('.btn.authorize').click();
  await page.locator('#oauth_username').fill(username);
  await page.locator('#oauth_password').fill(password);
  await page.getByLabel('Apply given OAuth2 credentials').click();
  await page.getByLabel('Remove authorization').waitFor();
  await page.locator('.dialog-ux .btn-done').first().click();
}

export async function pasteKey(page: Page, key: string): Promise<void> {
  await page.locator('.btn.authorize').click();
  await page.locator('#auth-bearer-value').fill(key);
  await page.getByLabel('Apply credentials').click();
  await page.getByLabel('Remove authorization').waitFor();
  await page.locator('.dialog-ux .btn-done').first().click();
}
