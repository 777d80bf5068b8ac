import ts from 'typescript';
import { filesUnder, isBare, nodesOf, openingComment, type SourceFile } from './sources.js';

/** What makes a rule depend on more than its arguments. (Imports are watched by the floors.) */
function impurities(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    const text = node.getText();
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      return [`${file.path}: ${text}`];
    if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return [`${file.path}: ${text}`];
    if (ts.isPropertyAccessExpression(node) && (text === 'Date.now' || text === 'Math.random'))
      return [`${file.path}: ${text}`];
    const worlds = ['process', 'performance', 'crypto', 'globalThis', 'console'];
    if (ts.isPropertyAccessExpression(node) && worlds.includes(node.expression.getText()))
      return [`${file.path}: ${text}`];
    const doings = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
    if (ts.isCallExpression(node) && doings.includes(node.expression.getText()))
      return [`${file.path}: ${node.expression.getText()}()`];
    return [];
  });
}

const planted = (text: string) => impurities({ path: 'src/sellers/planted.ts', text });

describe('a bare file is pure', () => {
  const bare = filesUnder(['src']).filter(isBare);

  it('has bare files to look at', () => {
    expect(bare.length).toBeGreaterThan(0);
  });

  it('knows no clock, no chance and no outside world', () => {
    expect(bare.flatMap(impurities)).toEqual([]);
  });

  it('opens with a sentence that states its rule', () => {
    expect(bare.filter((file) => openingComment(file).length < 20).map(({ path }) => path)).toEqual([]);
  });

  it.each([
    'const now = new Date();',
    'const now = new Date;',
    'const now = Date.now();',
    'const now = Date();',
    'const n = Math.random();',
    'const home = process.env.HOME;',
    'const t = performance.now();',
    'setTimeout(() => undefined, 1);',
    'const id = crypto.randomUUID();',
  ])('finds a planted %s', (text) => {
    expect(planted(text)).toHaveLength(1);
  });

  it('lets dates and numbers that come in as arguments pass', () => {
    expect(planted('// Date.now()\nconst at = new Date(now); const m = Math.floor(now / 2);')).toEqual([]);
  });
});
