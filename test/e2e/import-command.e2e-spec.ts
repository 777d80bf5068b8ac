import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { emptyDatabase, type TestDatabase } from '../setup/test-database.js';

const program = join(__dirname, '../../dist/src/bin/import.js');

describe('npm run import', () => {
  let own: TestDatabase;

  beforeAll(async () => (own = await emptyDatabase()));
  afterAll(() => own.remove());

  /** As somebody in a terminal runs it: what it says, and its exit code. */
  async function run(...words: string[]): Promise<[said: string, code: number]> {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATABASE_URL: own.url, DATA_SECRET: 'x'.repeat(32), SAMPLE_DATA: 'none' };
    const command = spawn(process.execPath, [program, ...words], { env, cwd: own.folder });
    let said = '';
    for (const stream of [command.stdout, command.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(command, 'close')) as [number];
    return [said, code];
  }

  it.each([
    [['nothing.csv'], 'ไม่พบไฟล์นี้ · There is no such file.\n'],
    [['.'], 'นี่คือโฟลเดอร์ กรุณาระบุไฟล์ · This is a folder; name a file in it.\n'],
  ])('says what is wrong with %j, with code 1', async (words, sentence) => {
    expect(await run(...words)).toEqual([sentence, 1]);
  });

  it('explains itself with code 0 when asked, with code 2 when it was not understood', async () => {
    const [help, asked] = await run('--help');
    expect([help.split(' ', 3).join(' '), asked]).toEqual(['npm run import', 0]);
    expect(await run('--unknown')).toEqual([help, 2]);
  });
});
