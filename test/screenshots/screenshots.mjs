/**
 * Does the work of a clerk and of moderators in Swagger UI on a fresh sample market and keeps pictures and answers of it:
 * docs/images/*.png and, with `ANSWERS=FILE`, every answer as JSON. Sample data only; the parts that would show a
 * token or an address are left out of the pictures.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startService } from '../setup/service.mjs';
import { moderate } from './moderation.mjs';

const root = join(import.meta.dirname, '../..');
const images = join(root, 'docs/images');
/** `clerks` or `moderation` for these pictures only. */
const part = process.argv[2];
const largest = 120 * 1024;
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path && existsSync(path),
);
if (!executablePath)
  throw new Error('No Chromium found: apt-get install chromium, or set CHROMIUM to its path');

const answers = {};
let moderators = 0;
const folder = mkdtempSync(join(tmpdir(), 'market-screenshots-'));
const service = await startService({ env: { DATABASE_URL: `sqlite:${join(folder, 'market.sqlite')}` } });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  mkdirSync(images, { recursive: true });
  const admin = { username: 'admin', secret: await password() };
  const newPage = () => browser.newPage({ viewport: { width: 1000, height: 760 } });
  if (part !== 'moderation') await takePictures(await newPage(), admin);
  if (part !== 'clerks') await takeModerationPictures(await newPage(), admin);
} finally {
  await browser.close();
  await service.stop();
  rmSync(folder, { recursive: true });
}
if (process.env.ANSWERS) writeFileSync(process.env.ANSWERS, JSON.stringify(answers, null, 2));

/** Of the first admin; printed behind the sample market. */
async function password() {
  for (;;) {
    const [, word] = /password: (\S+)/.exec(service.output()) ?? [];
    if (word) return word;
    await new Promise((wait) => setTimeout(wait, 100));
  }
}

async function takeModerationPictures(page, admin) {
  const people = {
    seller: 'N0801มะลิวัลย์สอ.ครูตาก',
    returner: 'N0804สมศรีสอ.ครูเชียงใหม่',
    reviewer: await newModerator(admin),
  };
  await page.goto(`${service.url}/docs`);
  await signIn(page, await newModerator(admin));
  await tidy(page);
  answers.moderation = await moderate(page, { unfold, fold, execute, show, picture, signIn }, people);
}

async function takePictures(page, { username, secret }) {
  await page.goto(`${service.url}/docs`);
  await page.locator('.btn.authorize').click();
  await page.locator('#oauth_username').fill(username);
  await picture(page.locator('.dialog-ux .modal-ux').first(), 'sign-in');
  await page.locator('.dialog-ux .btn-done').first().click();
  await signIn(page, { username, secret });
  await tidy(page);

  const upload = await unfold(page, 'importsUpload');
  await upload.locator('input[type=file]').setInputFiles(join(root, 'sample/form-with-mistakes.csv'));
  await between(upload.locator('tr[data-property-name=file]'), upload.locator('.execute'), 'upload');
  answers.uploaded = await execute(upload);
  await fold(upload);

  const progress = await unfold(page, 'importsRead');
  answers.planned = await until(progress, 'planned');
  await picture(progress, 'plan');
  await fold(progress);
  const rows = await unfold(page, 'importsRows');
  answers.plannedRows = await execute(rows);
  const confirmation = await unfold(page, 'importsConfirm');
  answers.confirmed = await execute(confirmation);
  await fold(confirmation);
  answers.completed = await until(await unfold(page, 'importsRead'), 'completed');
  await fold(operation(page, 'importsRead'));

  await rows.locator('tr[data-param-name=outcome] select').selectOption('needs_review');
  answers.waiting = await execute(rows);
  await show(rows, '"allowedActions"');
  await picture(rows.locator('.live-responses-table'), 'waiting-row');
  await fold(rows);

  const resolution = await unfold(page, 'importsResolve');
  await resolution.locator('tr[data-param-name=row] input').fill('2');
  await resolution.locator('.examples-select select').selectOption('choose');
  await between(resolution.locator('tr[data-param-name=id]'), resolution.locator('.execute'), 'resolution');
  answers.resolved = await execute(resolution);
  await fold(resolution);
  const undo = await unfold(page, 'reviewUndo');
  await undo.locator('tr[data-param-name=row] input').fill('2');
  answers.undone = await execute(undo);
  await fold(undo);
  const groups = await unfold(page, 'reviewGroups');
  answers.groups = await execute(groups);
  await fold(groups);
  const many = await unfold(page, 'reviewResolveMany');
  const { body } = answers.groups.items[0].allowedActions[0];
  await many.locator('textarea.body-param__text').fill(JSON.stringify(body));
  answers.bulk = await execute(many);
  await fold(many);

  const usernames = await unfold(page, 'importsUsernames');
  await execute(usernames);
  await picture(usernames, 'download');
}

/** What stands under the answer says nothing new, and the command shows the token. */
async function tidy(page) {
  await page.addStyleTag({
    content: `.curl-command,.request-url,.responses-inner>div>h4,.responses-table:not(.live-responses-table),
      .opblock:not(.is-open) .view-line-link,.copy-to-clipboard{display:none!important}
      .live-responses-table .response-col_description>div:has(>pre>.headerline),
      .live-responses-table .response-col_description>div:last-child:not(:first-child){display:none}`,
  });
}

/** Whoever is signed in is signed out first. */
async function signIn(page, { username, secret }) {
  await page.locator('.btn.authorize').click();
  const out = page.getByLabel('Remove authorization');
  if (await out.count()) await out.click();
  await page.locator('#oauth_username').fill(username);
  await page.locator('#oauth_password').fill(secret);
  await page.getByLabel('Apply given OAuth2 credentials').click();
  await out.waitFor();
  await page.locator('.dialog-ux .btn-done').first().click();
}

/** An account with the password its holder chose. */
async function newModerator({ username, secret }) {
  const ask = async (path, body, headers) => {
    const answer = await fetch(service.url + path, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const form = new globalThis.URLSearchParams({ grant_type: 'password', username, password: secret });
  const { access_token: token } = await ask('/v1/sessions/token', form);
  const name = `moderator.${++moderators}`;
  const account = {
    username: name,
    displayName: ['มานะ ร่มเย็น', 'วารี ใจงาม'][moderators - 1],
    role: 'moderator',
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const made = await ask('/v1/staff', JSON.stringify(account), headers);
  const signedIn = await ask(
    '/v1/sessions/token',
    new globalThis.URLSearchParams({ grant_type: 'password', username: name, password: made.secret }),
  );
  const chosen = 'แม่น้ำมูลไหลเรื่อยๆ 2569';
  await ask(
    `/v1/staff/${made.id}/password`,
    JSON.stringify({ currentPassword: made.secret, newPassword: chosen }),
    { authorization: `Bearer ${signedIn.access_token}`, 'content-type': 'application/json' },
  );
  return { username: name, secret: chosen };
}

function operation(page, id) {
  return page.locator(`.opblock[id$="-${id}"]`);
}

async function unfold(page, id) {
  const block = operation(page, id);
  await block.locator('.opblock-summary-control').click();
  await block.locator('.execute').waitFor();
  return block;
}

function fold(block) {
  return block.locator('.opblock-summary-control').click();
}

/** The answer that the service gives to what the page sends. */
async function execute(block) {
  const clear = block.locator('.btn-clear');
  if (await clear.count()) await clear.click();
  const answered = block.page().waitForResponse((response) => response.url().includes('/v1/'));
  await block.locator('.execute').click();
  await block.locator('.live-responses-table .response').first().waitFor();
  const response = await answered;
  if (!response.ok()) throw new Error(`${response.url()}: ${await response.text()}`);
  const text = await response.text();
  return text.startsWith('{') ? JSON.parse(text) : text;
}

async function until(block, status) {
  for (;;) {
    const answer = await execute(block);
    if (answer.status === status) return answer;
    await block.page().waitForTimeout(200);
  }
}

/** Scrolls the answer so that the line with `part` is in the middle. */
function show(block, part) {
  return block.locator('.live-responses-table .highlight-code pre').evaluate((pre, wanted) => {
    const lines = pre.textContent.split('\n');
    const line = lines.findIndex((each) => each.includes(wanted));
    pre.scrollTop = (pre.scrollHeight * (line - 6)) / lines.length;
  }, part);
}

/** The element, its upper 1000 pixels at most. */
async function picture(element, name) {
  await element.scrollIntoViewIfNeeded();
  await element.page().evaluate('document.activeElement.blur()');
  const { x, y, width, height } = await placeOf(element);
  await cut(element.page(), { x, y, width, height: Math.min(height, 1000) }, name);
}

/** From one element down to another below it: what is filled in, and the button that is pressed. */
async function between(first, last, name) {
  await first.page().evaluate('document.activeElement.blur()');
  const [upper, lower] = [await placeOf(first), await placeOf(last)];
  const margin = 12;
  const x = Math.min(upper.x, lower.x) - margin;
  const right = Math.max(upper.x + upper.width, lower.x + lower.width) + margin;
  const height = lower.y + lower.height - upper.y + 2 * margin;
  await cut(first.page(), { x, y: upper.y - margin, width: right - x, height }, name);
}

/** On the page, however far it is scrolled. */
function placeOf(element) {
  return element.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return { x: left + globalThis.scrollX, y: top + globalThis.scrollY, width, height };
  });
}

async function cut(page, clip, name) {
  const path = join(images, `${name}.png`);
  await page.screenshot({ path, clip, fullPage: true });
  const { size } = statSync(path);
  if (size > largest) throw new Error(`${name}.png has ${size} bytes, more than ${largest}`);
}
