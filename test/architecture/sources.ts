import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** Relative to the root, with forward slashes: `src/sellers/sellers.service.ts`. */
  path: string;
  text: string;
}

/** All files of the kind under these folders of the project. */
export function filesUnder(folders: string[], kind = /\.ts$/): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && kind.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: relative(root, file).replaceAll('\\', '/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}

/** Folders whose bare file names are pure: the features and `thai`. */
const impureFolders = new Set(['platform', 'migrations', 'bin', 'health']);

/** `src/sellers/status.ts` is bare, `src/sellers/sellers.service.ts` is not. */
export function isBare({ path }: SourceFile): boolean {
  const [, folder, ...rest] = path.split('/');
  const name = rest.at(-1);
  return name !== undefined && !impureFolders.has(folder ?? '') && /^[^.]+\.ts$/.test(name);
}

const parse = ({ path, text }: SourceFile) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** Every node of the file, in order, without comments. */
export function nodesOf(file: SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return nodes;
}

/** What the string literals and templates of the file say; of a template only what is written there. */
export function stringsOf(file: SourceFile): string[] {
  return nodesOf(file).flatMap((node) => {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isTemplateExpression(node))
      return [[node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('?')];
    return [];
  });
}

/** The comment the file opens with, before or right after its imports; or nothing. */
export function openingComment(file: SourceFile): string {
  const statements = parse(file).statements;
  const first = statements.find((statement) => !ts.isImportDeclaration(statement)) ?? statements[0];
  return [statements[0], first]
    .flatMap((statement) => ts.getLeadingCommentRanges(file.text, statement?.pos ?? 0) ?? [])
    .map(({ pos, end }) => file.text.slice(pos, end))
    .join('\n');
}
