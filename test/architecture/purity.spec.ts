import ts from 'typescript';
import { filesUnder, isBare, nodesOf, openingComment, type SourceFile } from './sources.js';

const worlds = new Set(['process', 'performance', 'crypto', 'globalThis', 'console']);
const doings = new Set(['Date', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']);
const pureCrypto = new Set(['hash', 'createHash', 'createHmac', 'timingSafeEqual']);

/** Whether the node makes a rule depend on more than its arguments. (Other imports are watched by the floors.) */
function isImpure(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  if (ts.isCallExpression(node)) return doings.has(node.expression.getText());
  if (ts.isPropertyAccessExpression(node))
    return worlds.has(node.expression.getText()) || ['Date.now', 'Math.random'].includes(node.getText());
  if (ts.isImportDeclaration(node) && /^.(?:node:)?crypto.$/.test(node.moduleSpecifier.getText())) {
    const names = node.importClause?.namedBindings;
    return !names || ts.isNamespaceImport(names) || names.elements.some((n) => !pureCrypto.has(n.name.text));
  }
  return false;
}

const impurities = (file: SourceFile): string[] =>
  nodesOf(file)
    .filter(isImpure)
    .map((node) => `${file.path}: ${node.getText()}`);

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
    "import { createHash, randomBytes } from 'node:crypto';",
    "import crypto from 'node:crypto';",
  ])('finds a planted %s', (text) => {
    expect(planted(text)).toHaveLength(1);
  });

  it('lets dates and numbers that come in as arguments pass', () => {
    expect(planted("import { createHash } from 'node:crypto';")).toEqual([]);
    expect(planted('// Date.now()\nconst at = new Date(now); const m = Math.floor(now / 2);')).toEqual([]);
  });
});
