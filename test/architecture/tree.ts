import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Source files by their path from the root. */
export type Tree = ReadonlyMap<string, string>;

/** One file uses another, as a value or only as a type. */
export interface Arrow {
  from: string;
  to: string;
}

const FOLDERS = ['lib', 'components', 'entrypoints'];

/** The project's own source files. */
export function ownTree(root: string): Tree {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      posix.join(folder, path.replaceAll('\\', '/')),
    ),
  ).filter((path) => /\.tsx?$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** `import … from`, `export … from`, `import('…')` and `import '…'`, types included. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"`])([^'"`]+)\1/g;

/** What a file imports, as it is written there. */
export function importsOf(source: string): string[] {
  return [...withoutComments(source).matchAll(IMPORT)].map(([, , name = '']) => name);
}

/** Strings are matched first, because the pattern of an address may look like a comment. */
const STRING_OR_COMMENT =
  /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g;

export function withoutComments(source: string): string {
  return source.replace(STRING_OR_COMMENT, (_, text: string | undefined) => text ?? '');
}

/** Every use of one file of the tree by another. */
export function arrowsOf(tree: Tree): Arrow[] {
  return ownImports(tree).flatMap(({ from, name }) => {
    const to = resolved(name, from, tree);
    return to ? [{ from, to }] : [];
  });
}

/** Stylesheets and the words of a locale use nothing themselves. */
const LEAF = /\.(css|json)(\?url)?$/;

/** Own imports that lead to no file of the tree, such as one of the tests'. */
export function strayImports(tree: Tree): string[] {
  return ownImports(tree)
    .filter(({ from, name }) => !LEAF.test(name) && !resolved(name, from, tree))
    .map(({ from, name }) => `${from} imports ${name}`);
}

function ownImports(tree: Tree): { from: string; name: string }[] {
  return [...tree].flatMap(([from, source]) =>
    importsOf(source)
      .filter((name) => /^(@\/|\.)/.test(name))
      .map((name) => ({ from, name })),
  );
}

function resolved(name: string, from: string, tree: Tree): string | undefined {
  const path = name.startsWith('@/') ? name.slice(2) : posix.join(posix.dirname(from), name);
  return ['', '.ts', '.tsx'].map((ending) => path + ending).find((file) => tree.has(file));
}
