import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { AppModule } from '../app.module.js';
import { createApp } from '../app.setup.js';
import { importReport } from '../app.import-report.js';
import { FileImport } from '../imports/file-import.service.js';
import { readSettings, SettingsMistake } from '../platform/config/settings.js';
import { AppError } from '../platform/errors.js';
import { createPino } from '../platform/logging/pino-logger.js';

const usage = `npm run import -- FILE [--consent-text-version VERSION --consent-stated-by WHO]

นำเข้าไฟล์คำตอบ Google Form (CSV) · imports a form export (CSV)

รหัสออก · exit code: 0 ทุกแถวเรียบร้อย · all rows settled
                     3 มีแถวที่รอตรวจหรือไม่ผ่าน · rows wait for a person or were rejected
                     1 นำเข้าไม่ได้ · the file could not be imported
                     2 คำสั่งไม่ถูกต้อง · wrong usage`;

async function main(): Promise<number> {
  const { file, consentBasis } = readArguments();
  if (!file) {
    console.error(usage);
    return 2;
  }
  // Whatever the server beside it does, this process works on what it brings.
  const settings = { ...readSettings(process.env), WORKER: true };
  const app = await createApp(AppModule.forRoot(settings), { pino: createPino('error') });
  await app.init();
  const bar = new SingleBar({ format: '{bar} {percentage}% | {value}/{total} แถว', clearOnComplete: true });
  try {
    const run = await app
      .get(FileImport, { strict: false })
      .importFile(
        file,
        ({ counts }) =>
          bar.isActive ? bar.update(counts.processed) : bar.start(counts.total, counts.processed),
        consentBasis,
      );
    bar.stop();
    console.log(importReport(run));
    if (run.status !== 'completed') return 1;
    return run.counts.needsReview + run.counts.rejected > 0 ? 3 : 0;
  } finally {
    bar.stop();
    await app.close();
  }
}

function readArguments() {
  try {
    const options = {
      'consent-text-version': { type: 'string' },
      'consent-stated-by': { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [textVersion, statedBy] = [values['consent-text-version'], values['consent-stated-by']];
    const file = positionals.length === 1 && !textVersion === !statedBy ? positionals[0] : undefined;
    return { file, consentBasis: textVersion && statedBy ? { textVersion, statedBy } : undefined };
  } catch {
    return {};
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (error instanceof SettingsMistake) console.error(error.message);
    else if (error instanceof AppError) console.error(`${error.text.th}\n${error.text.en}`);
    else if (missing) console.error('ไม่พบไฟล์นี้ · There is no such file.');
    else console.error(error);
    process.exitCode = 1;
  },
);
