import { sourceText } from '../../src/syntax/source-text.ts';
import { basename, dirname, join } from 'node:path';
import type { DeclInfo } from '../../src/model/info.ts';
import { packageModel } from '../../src/model/package-model.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { openFile } from '../../src/syntax/source-file.ts';
import type { Span } from '../../src/syntax/span.ts';
import * as T from '../../src/syntax/token/token-kind.ts';
import { tokenFrom } from '../../src/syntax/token/tokens.ts';
import { walk } from '../../src/syntax/walk.ts';
import { parser } from '../parse-go.ts';
import type { Change, Rewriting } from './rewriting.ts';
import { changed, eachFile } from './rewriting.ts';

/** Rewritings of files: of their order, and of what they import. */
export const byDeclarations: readonly Rewriting[] = [
  {
    name: 'declarations in another order',
    rewrite: (text) => eachFile(text, (source) => {
      const parts = divided(source);
      return parts ? [parts.head, ...parts.declarations.toReversed()].join('\n') : source;
    }),
  },
  { name: 'a file for each declaration', rewrite: intoFiles },
  { name: 'import aliases', rewrite: withAliases },
];

interface Divided {
  readonly source: SourceFile;
  /** What stands above the declarations, imports included. */
  readonly head: string;
  /** The text of each with the comments above it, from line to line. */
  readonly declarations: readonly string[];
}

/** A file cut into its declarations; undefined where two of them share a line or one cannot be found. */
function divided(text: string): Divided | undefined {
  const source = openFile('x.go', text);
  const lineEnd = (at: number): number => {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end + 1;
  };
  const last = source.imports.at(-1);
  const clause = text.search(/^package /m);
  const headEnd = last === undefined ? lineEnd(clause) : importsEnd(source, lineEnd(last.end));
  const ends = source.declarations.map(({ end }) => lineEnd(end));
  const starts = [headEnd, ...ends.slice(0, -1)];
  const isApart = source.declarations.every(({ pos }, i) => pos >= (starts[i] ?? 0));
  if (clause === -1 || source.leftovers > 0 || ends.length < 2 || !isApart) return undefined;
  return { source, head: text.slice(0, headEnd), declarations: starts.map((start, i) => text.slice(start, ends[i])) };
}

/** Behind the bracket that closes a group of imports. */
function importsEnd(source: SourceFile, at: number): number {
  const { tokens } = source;
  const text = sourceText(source);
  const next = tokenFrom(tokens, at);
  if (tokens.kinds[next] !== T.RPAREN) return at;
  return text.indexOf('\n', tokens.starts[next]) + 1;
}

function intoFiles(text: PackageText): PackageText | undefined {
  const model = packageModel(parser, text);
  const files = model.files.flatMap((file) => {
    const { source, report } = file;
    const parts = divided(sourceText(source));
    if (!parts || source.imports.some(({ name }) => name === '.' || name === '_'))
      return [{ path: source.path, text: sourceText(source), report }];
    const above = parts.head.slice(0, parts.head.search(/^package .*$/m));
    return parts.declarations.map((declaration, i) => {
      const used = packagesIn(model.declarationAt(file, source.declarations[i]?.first ?? 0)).map(({ path }) => path);
      const imports = source.imports.filter(({ path }) => used.includes(path));
      const lines = imports.map(({ pos, end }) => `import ${sourceText(source).slice(pos, end)}\n`);
      return {
        path: join(dirname(source.path), `part${i}_${basename(source.path)}`),
        text: `${above}package ${source.packageName}\n\n${lines.join('')}${declaration}`, report,
      };
    });
  });
  return files.length > text.files.length ? { ...text, files } : undefined;
}

/** Where imported packages are named in a declaration. */
function packagesIn(info: DeclInfo | undefined): readonly { readonly path: string; readonly at: Span }[] {
  const found: { readonly path: string; readonly at: Span }[] = [];
  if (info) walk(info.decl, (node) => {
    const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
    if (object?.kind === 'PkgName') found.push({ path: object.path, at: node });
  });
  return found;
}

/** Each package that is used by its name is imported under another one. */
function withAliases(text: PackageText): PackageText | undefined {
  const model = packageModel(parser, text);
  const files = model.files.map((file) => {
    const { source, report } = file;
    const named = source.declarations.flatMap(({ first }) => packagesIn(model.declarationAt(file, first)));
    const aliases = new Map(source.imports.map(({ path }, i) => [path, `imported${i}`]));
    const imports = source.imports.filter((each) => named.some(({ path }) => path === each.path));
    const changes: readonly Change[] = [
      ...named.map(({ path, at: { pos, end } }) => ({ pos, end, text: aliases.get(path) ?? '' })),
      ...imports.map(({ path, pos, end }) => ({
        pos,
        end,
        text: `${aliases.get(path)} ${/["`].*$/s.exec(sourceText(source).slice(pos, end))?.[0]}`,
      })),
    ];
    return { path: source.path, text: changed(sourceText(source), changes), report };
  });
  return files.some((file, i) => file.text !== text.files[i]?.text) ? { ...text, files } : undefined;
}
