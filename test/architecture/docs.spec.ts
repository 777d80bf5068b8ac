import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { reasonTexts } from '../../src/imports/review/review-reasons.js';
import { root } from './sources.js';

interface Document {
  paths: Record<string, Record<string, { 'x-required-scope': string }>>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** First cells of all rows of all tables, without the code marks. */
const firstCells = (page: string): string[] =>
  [...page.matchAll(/^\| `([^`]+)`/gm)].map((found) => found[1]!);

/** Members of a union of texts in a source file: `type Name = | 'A' | 'B'`. */
function membersOf(path: string, union: string): string[] {
  const declaration = new RegExp(`type ${union} =([^;]+);`).exec(read(path))?.[1] ?? '';
  return [...declaration.matchAll(/'(\w+)'/g)].map((found) => found[1]!);
}

describe('docs/settings.md', () => {
  it('is what the settings say today (npm run settings writes it)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'market-settings-'));
    try {
      const program = join(root, 'dist/src/bin/write-settings.js');
      const done = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
      expect(done.stderr).toBe('');
      expect(read('docs/settings.md')).toBe(readFileSync(join(folder, 'docs/settings.md'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('docs/routes.md', () => {
  it('names the scope of every route', () => {
    const { paths } = JSON.parse(read('docs/openapi.json')) as Document;
    const declared = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => `${method.toUpperCase()} ${path} ${operation['x-required-scope']}`,
      ),
    );
    const rows = read('docs/routes.md').matchAll(/^\| `([A-Z]+ \/[^`]*)` +\| `([^`]+)`/gm);
    const written = [...rows].map(([, route, scope]) => `${route} ${scope}`);
    expect(written.sort()).toEqual(declared.sort());
  });
});

describe('docs/imports.md', () => {
  const explained = firstCells(read('docs/imports.md'));

  it('explains every reason', () => {
    expect(explained).toEqual(expect.arrayContaining(Object.keys(reasonTexts)));
  });

  it.each([
    ['src/imports/reading/cell-issue.ts', 'IssueCode'],
    ['src/imports/columns/mapping-proposal.ts', 'NoticeCode'],
    ['src/imports/columns/mapping-proposal.ts', 'MappingReason'],
    ['src/thai/name-issues.ts', 'NameIssueCode'],
    ['src/thai/text-issues.ts', 'TextIssueCode'],
    ['src/platform/tabular/table-refused.ts', 'RefusalCode'],
  ])('explains every code of %s', (path, union) => {
    const codes = membersOf(path, union);
    expect(codes.length).toBeGreaterThan(3);
    expect(explained).toEqual(expect.arrayContaining(codes));
  });
});

describe('links between documents', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ];

  it.each(pages.filter((page) => page.endsWith('.md')))('of %s lead somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((found) => found[1]!);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});
