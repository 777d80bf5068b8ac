import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './sources.js';

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  'x-required-scope'?: string;
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

describe('docs/openapi.json', () => {
  let folder: string;
  let generated: string;
  let operations: (Operation & { name: string })[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'market-openapi-'));
    const program = join(root, 'dist/src/bin/write-openapi.js');
    const done = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    generated = readFileSync(join(folder, 'docs/openapi.json'), 'utf8');
    const { paths } = JSON.parse(generated) as Document;
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, name: `${method} ${path}` })),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what the code says today (npm run openapi writes it)', () => {
    // Not toBe: its report of two long texts would take minutes.
    const committed = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as Document;
    const current = JSON.parse(generated) as Document;
    expect(Object.keys(committed.paths)).toEqual(Object.keys(current.paths));
    expect(committed).toEqual(current);
  });

  it('names every operation once, in one group, with its scope', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const poor = operations.filter((one) => one.tags?.length !== 1 || !one['x-required-scope']);
    expect(poor.map(({ name }) => name)).toEqual([]);
  });

  it('sums every operation up in Thai, then in English', () => {
    const poor = operations.filter(({ summary }) => !/[ก-๙].* · .*[a-z]/i.test(summary ?? ''));
    expect(poor.map(({ name }) => name)).toEqual([]);
  });

  it('tells the errors of every operation that is not for everybody', () => {
    const closed = operations.filter((one) => one['x-required-scope'] !== 'public');
    const poor = closed.filter(({ responses }) => !responses['401'] || !responses['500']);
    expect(poor.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    [
      'importsUpload',
      ['FILE_EMPTY', 'NUL_BYTES', 'WORKBOOK_TOO_SLOW', 'COLUMNS_MISSING', 'CONSENT_BASIS_REQUIRED'],
    ],
    ['cooperativesImport', ['FILE_EMPTY', 'WORKBOOK_ENCRYPTED']],
    ['importsResolve', ['CANDIDATE_UNKNOWN', 'CREATE_NOT_FITTING', 'ROW_NOT_WAITING', 'ROW_EXPIRED']],
    ['importsResolve', ['IMPORT_NOT_CONFIRMED']],
    ['formSourcesChange', ['COLUMN_OF_THE_FORM']],
  ])('tells why %s may refuse', (id, codes) => {
    const { components } = JSON.parse(generated) as { components: { responses: Record<string, object> } };
    const { responses } = operations.find(({ operationId }) => operationId === id)!;
    const texts = Object.values(responses).map((one) => {
      const shared = /^#\/components\/responses\/(.+)$/.exec((one as { $ref?: string }).$ref ?? '')?.[1];
      return JSON.stringify(shared ? components.responses[shared] : one);
    });
    expect(codes.filter((code) => !texts.join().includes(`\`${code}\``))).toEqual([]);
  });
});
