import 'reflect-metadata';
import { AppModule } from '../app.module.js';
import { createApp } from '../app.setup.js';
import { Journal } from '../journal/journal.service.js';
import { readSettings } from '../platform/config/settings.js';
import { createPino } from '../platform/logging/pino-logger.js';

// Reads only; no background work is done by this process.
const settings = { ...readSettings(process.env), WORKER: false };
const app = await createApp(AppModule.forRoot(settings), { pino: createPino('error') });
await app.init();
const { intact, checked, head, brokenAt } = await app.get(Journal).verify();
await app.close();

console.log(`ตรวจแล้ว · checked: ${checked}\nบันทึกล่าสุด · head: ${head.seq} ${head.hash}`);
if (intact) console.log('ครบถ้วน ไม่มีการแก้ไข · intact');
else console.error(`ผิดปกติที่บันทึก ${brokenAt!.seq} · broken at entry ${brokenAt!.seq}: ${brokenAt!.reason}`);
process.exitCode = intact ? 0 : 1;
