import { filesUnder, nodesOf, stringsOf, type SourceFile } from './sources.js';
import ts from 'typescript';

/** `@Entity('seller')` or `@Entity({ name: 'seller' })`. */
function tablesOf(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isDecorator(node) || !ts.isCallExpression(node.expression)) return [];
    const [argument] = node.expression.arguments;
    if (node.expression.expression.getText() !== 'Entity' || !argument) return [];
    if (ts.isStringLiteralLike(argument)) return [argument.text];
    return (
      argument
        .getText()
        .match(/name: '(\w+)'/)
        ?.slice(1) ?? []
    );
  });
}

const folderOf = (path: string) => path.split('/')[1] ?? '';
const isMigration = (path: string) => path.startsWith('src/migrations/');

/** In `platform` the files have no layers; elsewhere SQL lives in repositories. */
const mayName = (path: string, owner: string) =>
  isMigration(path) ||
  (folderOf(path) === owner && (owner === 'platform' || /\.(?:repository|entity)\.ts$/.test(path)));

/** Whether a string speaks of the table rather than merely containing the word. */
function namesTable(text: string, table: string): boolean {
  const sql = new RegExp(
    `\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|EXISTS|TRIGGER|ON|REFERENCES)\\s+[\`"]?${table}\\b`,
  );
  const lowerSql = new RegExp(`\\bselect\\b[^]*\\bfrom\\s+${table}\\b|\\binsert into ${table}\\b`);
  if (sql.test(text) || lowerSql.test(text)) return true;
  return table.includes('_') && new RegExp(`(?:^|\\W)${table}(?:\\W|$)`).test(text);
}

/** `.from('seller', 's')`, `.into('seller')`, … of the query builder. */
function builtOn(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const verbs = ['from', 'into', 'update', 'getRepository', 'leftJoin', 'innerJoin', 'createQueryBuilder'];
    const [argument] = node.arguments;
    if (!verbs.includes(node.expression.name.text) || !argument || !ts.isStringLiteralLike(argument))
      return [];
    return [argument.text];
  });
}

function strangers(files: SourceFile[], owners: Map<string, string>): string[] {
  return files.flatMap((file) => {
    const strings = stringsOf(file);
    const built = builtOn(file);
    return [...owners]
      .filter(([, owner]) => !mayName(file.path, owner))
      .filter(([table]) => built.includes(table) || strings.some((text) => namesTable(text, table)))
      .map(([table, owner]) => `${file.path} names ${table} of ${owner}`);
  });
}

describe('every table has one owner', () => {
  const files = filesUnder(['src']);
  const declared = files.flatMap((file) =>
    tablesOf(file).map((table) => ({ table, owner: folderOf(file.path) })),
  );
  const owners = new Map(declared.map(({ table, owner }) => [table, owner]));

  it('declares each table once', () => {
    expect(declared.length).toBeGreaterThan(0);
    expect(declared).toHaveLength(owners.size);
  });

  it('is named by nobody but its repository, its entity and the migrations', () => {
    expect(strangers(files, owners)).toEqual([]);
  });

  it.each([
    'const q = `SELECT id FROM seller WHERE id = ?`;',
    'const q = `UPDATE seller SET version = ${version}`;',
    "const q = 'select id from seller';",
    "builder.insert().into('seller');",
    "const t = 'username_reservation';",
  ])('finds a planted %s', (text) => {
    const owned = new Map([
      ['seller', 'sellers'],
      ['username_reservation', 'usernames'],
    ]);
    const at = (path: string) => strangers([{ path, text }], owned);
    expect(at('src/imports/imports.repository.ts')).toHaveLength(1);
    expect(at('src/sellers/sellers.service.ts')).toHaveLength(1);
    expect(at('src/migrations/1-first.ts')).toEqual([]);
  });

  it('lets the plain word pass', () => {
    const text = "const type = 'seller'; const th = 'ผู้ขาย'; const en = 'an update of the seller';";
    expect(strangers([{ path: 'src/imports/x.service.ts', text }], new Map([['seller', 'sellers']]))).toEqual(
      [],
    );
  });
});
