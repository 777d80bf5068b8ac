import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Path of the Chromium that the system brings, or the one that `CHROMIUM` names. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

/** Where there is no Chromium, its tests are skipped by name; in CI that is a failure instead. */
export const describeInBrowser =
  chromiumPath !== undefined || process.env['CI'] === 'true' ? describe : describe.skip;

/** A browser without a window that speaks to nobody on its own. */
export function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined)
    throw new Error('No Chromium found: apt-get install chromium, or set CHROMIUM to its path');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
