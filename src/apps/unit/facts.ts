import { requiresTag, buildConstraint } from '../../model/build/build-constraint.ts';
import { condensed } from '../../syntax/condensed.ts';
import { specsOf } from '../../syntax/outline/specs.ts';
import type { Declaration, SourceFile } from '../../syntax/source-file.ts';
import { openFile } from '../../syntax/source-file.ts';
import * as T from '../../syntax/token/token-kind.ts';
import { isGoFile, isTestFile } from '../../workspace/go-names.ts';
import { isExported } from '../../syntax/is-exported.ts';

/** What other packages may ask of one: the declarations that they can reach, without comments, layout and places. */
export interface Facts {
  readonly importPath: string;
  readonly files: readonly FactsFile[];
}

/** One Go file of a package: its name says for which systems it is built. */
export interface FactsFile {
  readonly name: string;
  readonly text: string;
}

/** What is wrong with a file of facts, in a few words. */
export class FactsError extends Error {}

/** Counts up whenever facts of an older version would be read otherwise than they were meant. */
const version = 1;

/** The facts of a package, from its Go files by name. Equal for files that differ in comments, layout and order. */
export function factsOf(importPath: string, files: readonly FactsFile[]): Facts {
  const sources = files
    .filter(({ name, text }) => !isTestFile(name) && !requiresTag(buildConstraint(name, text), 'ignore'))
    .map(({ name, text }) => ({ name, source: openFile(name, text) }))
    .filter(({ source }) => source.packageName !== 'main') // which nobody imports
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const reached = reachable(sources.map(({ source }) => source));
  return {
    importPath,
    files: sources.map(({ name, source }) => ({
      name,
      text: condensed(source, source.declarations.filter((each) => reached.has(each))),
    })),
  };
}

/** Facts as the text of a file. */
export function writeFacts({ importPath, files }: Facts): string {
  return `${JSON.stringify({ facts: version, importPath, files }, undefined, 1)}\n`;
}

/** Reads what `writeFacts` wrote. Throws a FactsError. */
export function readFacts(text: string): Facts {
  const read = parsed(text);
  if (!isObject(read) || !('facts' in read)) throw new FactsError('holds no facts of golint-leaks');
  if (read['facts'] !== version)
    throw new FactsError(
      `holds facts of version ${JSON.stringify(read['facts'])}, and this program reads version ${version}`,
    );
  const { importPath, files } = read;
  if (typeof importPath !== 'string' || !isImportPath(importPath) || !Array.isArray(files) || !files.every(isFactsFile))
    throw new FactsError('holds facts that are damaged');
  return { importPath, files };
}

/** Whether a text can be the path of a package: elements of letters, digits and what module paths have beside them. */
export function isImportPath(path: string): boolean {
  return path.length <= 1000 && path.split('/').every((each) => /^[\w.~+-]+$/.test(each) && !/^\.+$/.test(each));
}

function isFactsFile(value: unknown): value is FactsFile {
  return isObject(value)
    && typeof value['name'] === 'string'
    && typeof value['text'] === 'string'
    && isGoFile(value['name'])
    && /^[^/\\]+$/.test(value['name']);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The declarations that an importer can come to: what is exported, and whatever one of these names. */
function reachable(sources: readonly SourceFile[]): ReadonlySet<Declaration> {
  const byName = new Map<string, Declaration[]>();
  const found = new Set<Declaration>();
  for (const declaration of sources.flatMap(({ declarations }) => declarations)) {
    const names = namesOf(declaration);
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), declaration]);
    if (declaration.receiver === undefined && names.some(isExported)) found.add(declaration);
  }
  // What is added while the set is walked is walked as well.
  for (const declaration of found)
    for (const name of mentioned(declaration)) for (const each of byName.get(name) ?? []) found.add(each);
  return found;
}

/** What a declaration is found by: a method by its name, and one that interfaces may lead to by its type as well. */
function namesOf(declaration: Declaration): readonly string[] {
  const { kind, name = '_', receiver } = declaration;
  if (kind !== 'func') return specsOf(declaration).flatMap(({ names }) => names);
  return receiver !== undefined && isExported(name) ? [name, receiver] : [name];
}

function mentioned({ tokens: { kinds, ids, names }, first, last }: Declaration): ReadonlySet<string> {
  const found = new Set<number>();
  for (let at = first; at < last; at++) if (kinds[at] === T.IDENT) found.add(ids[at] ?? -1);
  return new Set([...found].map((id) => names.word(id)));
}
