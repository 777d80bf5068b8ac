import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.js';

/** Written in pieces, so that this file does not find itself. */
const machinePaths = ['work', 'farm', 'home/\\w+', 'Users/\\w+', 'root', 'tmp'].map(
  (folder) => `/${folder}/`,
);
const hosts = ['registry[.]', 'npmjs[.]', 'artifactory[.]', 'nexus[.]', 'pypi[.]', 'proxy[.]golang[.]'];
const machinePath = new RegExp(`(?:^|[^\\w.~})-])(?:${machinePaths.join('|')})`);
const registryHost = new RegExp(`https?://[\\w.-]*(?:${hosts.join('|')})`);

/** Everything that would be committed now: tracked or new, not ignored. */
function committedFiles(): string[] {
  const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-zco', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return list.split('\0').filter((path) => path !== '');
}

function findings(pattern: RegExp): string[] {
  return committedFiles().flatMap((path) => {
    const file = join(root, path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return [];
    const content = readFileSync(file);
    if (content.includes(0)) return [];
    return content
      .toString('utf8')
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      );
  });
}

describe('committed text', () => {
  it('names no path of one machine', () => {
    expect(findings(machinePath)).toEqual([]);
  });

  it('names no package registry', () => {
    expect(findings(registryHost)).toEqual([]);
  });

  it.each([`see ${'/ho'}me/somchai/x`, `"${'/wo'}rk/x"`, `cd ${'/t'}mp/x`])('finds a planted %s', (line) => {
    expect(line).toMatch(machinePath);
  });

  it.each(['src/work/list.ts', '${folder}/tmp/x', './home/page', 'https://x.th/root/'])(
    'lets %s pass',
    (line) => {
      expect(line).not.toMatch(machinePath);
    },
  );

  it('finds a planted registry', () => {
    expect(`https://${'regis'}try.example.org/x`).toMatch(registryHost);
  });
});
