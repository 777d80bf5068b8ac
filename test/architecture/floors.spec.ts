import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './sources.js';

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = join(root, '.dependency-cruiser.cjs');

interface Answer {
  summary: {
    totalCruised: number;
    violations: { rule: { name: string }; from: string; to: string }[];
  };
}

function cruise(folder: string): Answer['summary'] {
  const options = ['src', '--config', config, '--output-type', 'json'];
  const done = spawnSync(process.execPath, [cruiser, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.stdout === '') throw new Error(done.stderr);
  return (JSON.parse(done.stdout) as Answer).summary;
}

/** What each rule must find: the file that sins and what it imports. */
const plants: [rule: string, file: string, imports: string][] = [
  ['thai-never-up', 'src/thai/graphemes.ts', '../platform/message.js'],
  ['platform-never-up', 'src/platform/clock.ts', '../journal/journal.service.js'],
  ['journal-never-up', 'src/journal/journal.service.ts', '../access/access.service.js'],
  [
    'cooperatives-access-screening-webhooks-notifications-health-never-up',
    'src/cooperatives/cooperatives.service.ts',
    '../usernames/username.js',
  ],
  ['usernames-never-up', 'src/usernames/usernames.service.ts', '../sellers/sellers.service.js'],
  ['sellers-never-up', 'src/sellers/sellers.service.ts', '../moderation/moderation.service.js'],
  ['imports-moderation-statistics-never-up', 'src/imports/imports.service.ts', '../roster/roster.service.js'],
  ['no-circular', 'src/platform/ids.ts', './message.js'],
  ['features-never-import-the-top', 'src/access/access.service.ts', '../app.setup.js'],
  ['thai-is-alone', 'src/thai/titles.ts', 'typeorm'],
  ['thai-is-alone', 'src/thai/person-name.ts', 'node:fs'],
  ['sideways-only-along-the-lines', 'src/imports/imports.job.ts', '../moderation/moderation.service.js'],
  ['a-bare-file-is-pure', 'src/sellers/status.ts', '@nestjs/common'],
  ['a-bare-file-knows-no-machine', 'src/usernames/ladder.ts', 'node:net'],
  ['a-bare-file-knows-no-machine', 'src/imports/verdict.ts', 'fs'],
  ['a-bare-file-is-pure', 'src/roster/match.ts', '../sellers/sellers.service.js'],
  [
    'entities-and-repositories-stay-home',
    'src/imports/imports.provider.ts',
    '../sellers/sellers.repository.js',
  ],
];

/** A small project of planted sins, one for each rule, with packages that are only names. */
function plant(folder: string): void {
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { flag: 'a' });
  };
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  for (const name of ['@nestjs/common', 'typeorm']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
  put('src/platform/message.ts', `import './ids.js';\n`);
  for (const [, file, imported] of plants) {
    put(file, `import '${imported}';\n`);
    if (imported.startsWith('.')) put(join(dirname(file), imported.replace(/\.js$/, '.ts')), '');
  }
}

describe('floors: an import may only go down', () => {
  const { forbidden: rules }: { forbidden: { name: string }[] } = createRequire(config)(config);

  it('finds nothing in this project', () => {
    const found = cruise(root);
    expect(found.totalCruised).toBeGreaterThan(5);
    expect(found.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  describe('with a sin planted for each rule', () => {
    let folder: string;
    let found: string[] = [];

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'market-floors-'));
      plant(folder);
      found = cruise(folder).violations.map(({ rule, from }) => `${rule.name}: ${from}`);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(plants)('%s finds %s importing %s', (rule, file) => {
      expect(found).toContain(`${rule}: ${file}`);
    });

    it('leaves no rule without one', () => {
      expect(new Set(plants.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
    });
  });
});
