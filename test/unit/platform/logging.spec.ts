import { createPino, PinoLogger } from '../../../src/platform/logging/pino-logger.js';
import { LogOutput } from '../../../src/platform/logging/log-output.js';

describe('the log', () => {
  const output = () => {
    const written: string[] = [];
    const log = new LogOutput({ write: (text) => written.push(text) });
    return { written, log, logger: new PinoLogger(createPino('debug', log)) };
  };
  const lines = (written: string[]) =>
    written
      .flatMap((text) => text.trim().split('\n'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('writes lines together, after a tenth of a second', async () => {
    const { written, logger } = output();
    logger.log('หนึ่ง', 'Seller');
    logger.warn({ msg: 'สอง', count: 2 }, 'Seller');
    expect(written).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(written).toHaveLength(1);
    expect(lines(written)).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/), context: 'Seller', msg: 'หนึ่ง' },
      { level: 'warn', time: expect.any(String), context: 'Seller', msg: 'สอง', count: 2 },
    ]);
  });

  it('writes errors at once, with all before them', () => {
    const { written, logger } = output();
    logger.debug('before');
    logger.error(new Error('broken'), 'Seller');
    expect(lines(written)).toMatchObject([
      { msg: 'before' },
      { error: { name: 'Error', message: 'broken' } },
    ]);
  });

  it('escapes control characters', () => {
    const { written, log, logger } = output();
    logger.log('red \u001b[31m and\r\nforged line');
    log.flush();
    expect(written.join('')).toContain('red \\u001b[31m and\\r\\nforged line');
    expect(lines(written)).toHaveLength(1);
  });

  it.each([
    [
      'MariaDB',
      Object.assign(new Error("Duplicate entry '0812345678'"), { code: 'ER_DUP_ENTRY', sql: 'INSERT …' }),
    ],
    ['SQLite', Object.assign(new Error('UNIQUE failed 0812345678'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })],
    ['a cause', new Error('failed', { cause: Object.assign(new Error('0812345678'), { sqlMessage: 'x' }) })],
  ])('leaves out what an error of %s quotes', (_name, error) => {
    const { written, logger } = output();
    logger.error(error, 'Seller');
    expect(written.join('')).not.toContain('0812345678');
  });
});
