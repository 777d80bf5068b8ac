import { parseDatabaseUrl } from './platform/config/database-url.js';
import type { Settings } from './platform/config/settings.js';

/** What the person who started the service sees once it listens at `address`. */
export function welcome(
  address: string,
  settings: Settings,
  firstAccount?: { username: string; password?: string },
): string {
  const lines: [string, string][] = [
    [
      'หน้าทดลองใช้ · try it',
      `${address.replace(/\/\/(?:0\.0\.0\.0|\[::1?\]|127\.0\.0\.1)/, '//localhost')}/docs`,
    ],
    ['ฐานข้อมูล · database', placeOf(settings.DATABASE_URL)],
    ...accountLines(firstAccount),
  ];
  const rows = lines.map(([what, value]) => `  ${what}: ${value}`);
  const title = '  ทะเบียนผู้ขาย ตลาดกลาง ชสอ. ออนไลน์ พร้อมใช้งาน · The seller registry is ready';
  return ['', title, '', ...rows, ''].join('\n');
}

function accountLines(account?: { username: string; password?: string }): [string, string][] {
  if (!account) return [];
  const name: [string, string] = ['ผู้ดูแลคนแรก · first admin', account.username];
  if (account.password === undefined) return [name];
  const note = '(แสดงครั้งเดียว กรุณาจดไว้ · shown only once, keep it)';
  return [name, ['รหัสผ่าน · password', `${account.password}  ${note}`]];
}

/** Never with a password. */
function placeOf(databaseUrl: string): string {
  const target = parseDatabaseUrl(databaseUrl);
  return target.kind === 'sqlite' ? target.file : `${target.host}:${target.port}/${target.database}`;
}
