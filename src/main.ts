import 'reflect-metadata';
import type { Server } from 'node:http';
import { FirstAdmin, type FirstAccount } from './access/first-admin.service.js';
import { AppModule } from './app.module.js';
import { appOptions } from './app.options.js';
import { loadSample } from './app.sample.js';
import { createApp } from './app.setup.js';
import { readSettings, SettingsMistake, type Settings } from './platform/config/settings.js';
import { awaitServer } from './platform/database/await-server.js';
import { closeWaitingRoom, openWaitingRoom } from './platform/http/waiting-room.js';
import { keepHeapModest } from './platform/modest-heap.js';
import { shutDownInGoodOrder } from './platform/shutdown.js';
import { welcome } from './app.welcome.js';

/** Starts the service: settings, database, first account, HTTP server. */
async function main(settings: Settings): Promise<void> {
  keepHeapModest();
  await databaseServer(settings);
  const app = await createApp(AppModule.forRoot(settings), appOptions(settings));
  shutDownInGoodOrder(app);
  const firstAccount: FirstAccount | undefined = await app.get(FirstAdmin).ensure();
  await app.listen(settings.PORT, settings.HOST);
  const sample = await loadSample(app, settings);
  if (sample) console.log(sample);
  console.log(welcome(await app.getUrl(), settings, firstAccount));
}

/** Until the database server is there, a waiting room answers in place of the service. */
async function databaseServer({ DATABASE_URL, PORT, HOST }: Settings): Promise<void> {
  let room: Server | undefined;
  await awaitServer(DATABASE_URL, async (code) => {
    console.error(`รอเซิร์ฟเวอร์ฐานข้อมูล · waiting for the database server (${code})`);
    room = await openWaitingRoom(PORT, HOST);
  });
  if (room) await closeWaitingRoom(room);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsMistake)) throw error;
    console.error('ค่าตั้งต่อไปนี้ไม่ถูกต้อง กรุณาแก้ไขแล้วเริ่มใหม่');
    console.error('These settings are not valid; correct them and start again:');
    for (const sentence of error.sentences) console.error(`  ${sentence}`);
    process.exit(2);
  }
}

main(settingsOrExit()).catch((error: unknown) => {
  console.error('เริ่มระบบไม่สำเร็จ / The service could not start:');
  console.error(`  ${startMistake(error)}`);
  process.exit(1);
});

/** A sentence for what usually goes wrong; the error itself otherwise. */
function startMistake(error: unknown): string {
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is used by another program; choose another one: PORT=${(port ?? 3000) + 1}`;
  if (code?.startsWith('ER_ACCESS_DENIED'))
    return 'DATABASE_URL: the database server refuses this user or password';
  if (code === 'ER_BAD_DB_ERROR') return 'DATABASE_URL: the database server has no database of this name';
  return String(code ? message : (stack ?? message ?? error));
}
