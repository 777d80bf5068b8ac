import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { AppModule } from '../app.module.js';
import { createApp } from '../app.setup.js';
import { importReport, planLines } from '../app.import-report.js';
import { CtrlC } from './ctrl-c.js';
import { isOver, type ConsentBasis } from '../imports/import-run.js';
import type { ImportDto } from '../imports/imports.dto.js';
import { FileImport } from '../imports/upload/file-import.service.js';
import { readSettings, SettingsMistake } from '../platform/config/settings.js';
import { AppError } from '../platform/errors.js';
import { createPino } from '../platform/logging/pino-logger.js';
import { keepHeapModest } from '../platform/modest-heap.js';

const usage = `npm run import -- FILE [--plan] [--consent-text-version VERSION --consent-stated-by WHO]
npm run import -- --follow ID

นำเข้าไฟล์คำตอบ Google Form (CSV, XLSX) · imports a form export (CSV, XLSX)

--plan  แสดงแผนรายแถวโดยยังไม่นำเข้า · shows what each row would lead to and takes nothing in
--follow  ดูหรือทำต่อการนำเข้าที่มีอยู่แล้ว · goes on with an import that is there already
Ctrl-C  หนึ่งครั้งหยุดดู สองครั้งยกเลิก · once stops looking, twice cancels

รหัสออก · exit code: 0 ทุกแถวเรียบร้อย · all rows settled
                     3 มีแถวที่รอตรวจหรือไม่ผ่าน · rows wait for a person or were rejected
                     1 นำเข้าไม่ได้ · the file could not be imported
                     2 คำสั่งไม่ถูกต้อง · wrong usage
                     4 ยังไม่จบ หรือยกเลิก · left or cancelled before its end`;

async function main(): Promise<number> {
  const { file, follow, help, ...wishes } = readArguments();
  if (help) {
    console.log(usage);
    return 0;
  }
  if (!file && !follow) {
    console.error(usage);
    return 2;
  }
  // Whatever the server beside it does, this process works on what it brings.
  const settings = { ...readSettings(process.env), WORKER: true };
  keepHeapModest();
  const app = await createApp(AppModule.forRoot(settings), { pino: createPino('error') });
  await app.init();
  const ctrlC = new CtrlC();
  const bar = new SingleBar({ format: barFormat, clearOnComplete: true });
  try {
    const imports = app.get(FileImport, { strict: false });
    const show = (seen: ImportDto) => {
      if (!bar.isActive) bar.start(seen.counts.total, seen.counts.processed, pace(seen));
      bar.update(seen.counts.processed, pace(seen));
    };
    ctrlC.listen();
    const { signal } = ctrlC;
    const looked = file
      ? await imports.importFile(file, show, { ...wishes, signal })
      : await imports.follow(follow!, show, signal);
    const run = ctrlC.wantsCancel && !isOver(looked.status) ? await imports.cancel(looked.id) : looked;
    bar.stop();
    if (run.status === 'planned') for await (const rows of imports.rows(run.id)) console.log(planLines(rows));
    console.log(importReport(run));
    if (run.status === 'cancelled' || (!isOver(run.status) && run.status !== 'planned')) return 4;
    if (run.status !== 'completed' && run.status !== 'planned') return 1;
    return run.counts.needsReview + run.counts.rejected > 0 ? 3 : 0;
  } finally {
    bar.stop();
    await app.close();
  }
}

const barFormat = '{bar} {percentage}% | {value}/{total} แถว | {speed} แถว/วินาที | เสร็จ {end}';

/** Rate and end, for the bar; Thai time. */
function pace({ progress: { rowsPerSecond, estimatedEndAt } }: ImportDto) {
  const end =
    estimatedEndAt && new Date(estimatedEndAt).toLocaleTimeString('th-TH', { timeZone: 'Asia/Bangkok' });
  return { speed: rowsPerSecond === null ? '-' : Math.round(rowsPerSecond), end: end ?? '-' };
}

interface Arguments {
  help?: boolean;
  file?: string;
  follow?: string;
  consentBasis?: ConsentBasis;
  planOnly?: boolean;
}

function readArguments(): Arguments {
  try {
    const options = {
      help: { type: 'boolean', short: 'h' },
      plan: { type: 'boolean' },
      follow: { type: 'string' },
      'consent-text-version': { type: 'string' },
      'consent-stated-by': { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [textVersion, statedBy] = [values['consent-text-version'], values['consent-stated-by']];
    if (values.help) return { help: true };
    if (values.follow !== undefined) return { follow: values.follow };
    const file = positionals.length === 1 && !textVersion === !statedBy ? positionals[0] : undefined;
    const consentBasis = textVersion && statedBy ? { textVersion, statedBy } : undefined;
    return { file, consentBasis, planOnly: values.plan };
  } catch {
    return {};
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof SettingsMistake) console.error(error.message);
    else if (error instanceof AppError) console.error(`${error.text.th}\n${error.text.en}`);
    else if (code === 'ENOENT') console.error('ไม่พบไฟล์นี้ · There is no such file.');
    else if (code === 'EISDIR') console.error('นี่คือโฟลเดอร์ กรุณาระบุไฟล์ · This is a folder; name a file in it.');
    else console.error(error);
    process.exitCode = 1;
  },
);
