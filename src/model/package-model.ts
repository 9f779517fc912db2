import type { GoSettings, PackageText } from '../spec.ts';
import type { GenDecl } from '../syntax/ast.ts';
import type { Parser } from '../syntax/parser.ts';
import type { Declaration, SourceFile } from '../syntax/source-file.ts';
import { openFile } from '../syntax/source-file.ts';
import { buildConstraint, compatible } from './build-constraint.ts';
import { dotImports, importedPath } from './imports.ts';
import type { DeclInfo, Func, Obj } from './info.ts';
import { mentionIndex } from './mention-index.ts';
import type { ModelFile } from './model-file.ts';
import { resolve } from './resolve.ts';
import type { TextTest } from './spelled.ts';
import { TooMuchWork } from './too-much-work.ts';
import { universe } from './universe.ts';

/**
 * One package: what its names mean, read as far as somebody asks. A declaration is parsed when a question needs it,
 * and only once; questions are answered from text where text suffices.
 */
export interface PackageModel {
  /** The name in the package clause. */
  readonly name: string;
  readonly go: GoSettings;
  readonly files: readonly ModelFile[];
  /**
   * All declarations in which the identifier occurs, in files that can be built together with `from`, and whose text passes
   * a test where there is one.
   */
  mentioning(word: string, from?: ModelFile, test?: TextTest): readonly DeclInfo[];
  /** The same, not read: for questions that their kinds, names and texts may answer. */
  mentions(word: string, from?: ModelFile, test?: TextTest): readonly Mention[];
  /**
   * All declarations whose text passes a test: ask whatever text can answer, so that few are parsed. Their files are
   * asked first: by `ofFile`, or else by the same test, which the whole text must then pass where a declaration does. The
   * declarations of a file are asked in order; `pos` is where the text begins in the file.
   */
  declarations(test: (text: string, pos: number) => boolean, ofFile?: (file: ModelFile) => boolean): readonly DeclInfo[];
  /** The declaration that a place in a file is in, counted in characters. */
  declarationAt(file: ModelFile, at: number): DeclInfo | undefined;
  /** What a name that no function scope holds stands for in a file: an import, an object of the package, the universe. */
  lookup(name: string, from: ModelFile): Obj | undefined;
  /** The method of a type of this package; undefined where there is none, or builds differ about it. */
  method(type: string, name: string, from: ModelFile): Func | undefined;
  /** Whether a type of this package has a method of that name in some build, visible or not. */
  hasMethod(type: string, name: string): boolean;
  /** Whether any function or method of the package has that name: asked before a receiver's type is looked for. */
  declaresFunc(name: string): boolean;
  /** The function or method as a tree with its names resolved. */
  infoOf(func: Func): DeclInfo;
  /** The declarations of a file that somebody asked for and that could not be read. */
  unread(source: SourceFile): readonly Declaration[];
}

/** A declaration that may be read. */
export interface Mention {
  readonly declaration: Declaration;
  info(): DeclInfo;
}

/** Steps of work on one declaration; the most that was seen in thirty large repositories is 22,152. */
const mostWork = 2_000_000;

/**
 * Opens a package. Reads nothing yet: files and declarations are asked by their text before they are skimmed and parsed.
 * Declarations that took too much work before are not read at all, and count as broken.
 */
export function packageModel(parser: Parser, text: PackageText, givenUp: readonly TooMuchWork[] = []): PackageModel {
  const files = text.files.map((file): ModelFile => ({
    source: openFile(parser, file.path, file.text),
    inProject: file.inProject ?? file.path,
    constraint: buildConstraint(file.path, file.text),
    report: file.report,
  }));
  const infos = new Map<Declaration, DeclInfo>();
  const objects = new Map<string, readonly Obj[]>();
  const broken: Placed[] = [];
  let candidates: ReadonlyMap<string, readonly Placed[]> | undefined;
  let functions: FunctionIndex | undefined;
  const functionsOf = (): FunctionIndex => (functions ??= functionIndex(files));

  const info = (declaration: Declaration, file: ModelFile): DeclInfo => {
    const known = infos.get(declaration);
    if (known) return known;
    const isGivenUp = givenUp.some(({ path, pos }) => path === file.source.path && pos === declaration.pos);
    const decl = isGivenUp ? { kind: 'BadDecl' as const, pos: declaration.pos, end: declaration.end } : declaration.ast();
    const fresh = resolve(decl, file, lookup, workMeter(declaration, file));
    infos.set(declaration, fresh);
    if (fresh.decl.kind === 'BadDecl') broken.push({ declaration, file });
    return fresh;
  };

  const indexes = new Map(files.map((file) => [file, mentionIndex(file.source)]));
  const mentions = (word: string, from?: ModelFile, test: TextTest = () => true): readonly Mention[] =>
    files
      .filter((file) => !from || compatible(file.constraint, from.constraint))
      .flatMap((file) => (indexes.get(file)?.(word) ?? [])
        .filter(({ pos, end }) => test(file.source.text.slice(pos, end)))
        .map((declaration) => ({ declaration, info: () => info(declaration, file) })));

  const declarations = (
    test: (text: string, pos: number) => boolean, ofFile: (file: ModelFile) => boolean = ({ source }) => test(source.text, 0),
  ): readonly DeclInfo[] =>
    files
      .filter(ofFile)
      .flatMap((file) =>
        file.source.declarations.filter(({ pos, end }) => test(file.source.text.slice(pos, end), pos)).map((each) => info(each, file)));

  const visibleFunc = (key: string, from: ModelFile): Func | undefined => {
    const visible = (functionsOf().byKey.get(key) ?? []).filter((func) => compatible(func.file.constraint, from.constraint));
    return visible.length === 1 ? visible[0] : undefined;
  };

  /** Variables, constants and types of that name, from all files. */
  const declared = (name: string): readonly Obj[] => {
    const known = objects.get(name);
    if (known) return known;
    objects.set(name, []); // a declaration that mentions its own name finds itself on the second look
    candidates ??= declaringIndex(files);
    const fresh = (candidates.get(name) ?? []).flatMap(({ declaration, file }) => declaredBy(info(declaration, file), name));
    objects.set(name, fresh);
    return fresh;
  };

  function lookup(name: string, from: ModelFile): Obj | undefined {
    const path = importedPath(from.source, name);
    if (path !== undefined) return { kind: 'PkgName', path };
    const func = visibleFunc(name, from);
    if (func) return func;
    const object = declared(name).find((each) => !('info' in each) || compatible(each.info.file.constraint, from.constraint));
    if (object) return object;
    return universe.has(name) ? { kind: 'Universe', name } : dotImported(name, from);
  }

  return {
    name: text.name,
    go: text.go,
    files,
    mentioning: (word, from, test) => mentions(word, from, test).map((each) => each.info()),
    mentions,
    declarations,
    declarationAt: (file, at) => {
      const found = declarationAround(file.source.declarations, at);
      return found && info(found, file);
    },
    lookup,
    method: (type, name, from) => visibleFunc(`${type}.${name}`, from),
    hasMethod: (type, name) => functionsOf().byKey.has(`${type}.${name}`),
    declaresFunc: (name) => functionsOf().names.has(name),
    infoOf: (func) => info(func.declaration, func.file),
    unread: (source) =>
      broken.filter(({ file }) => file.source === source).map(({ declaration }) => declaration).sort((a, b) => a.pos - b.pos),
  };
}

function workMeter(declaration: Declaration, file: ModelFile): DeclInfo['spend'] {
  let spent = 0;
  return (steps) => {
    spent += steps;
    if (spent > mostWork) throw new TooMuchWork(file.source.path, declaration.pos);
  };
}

function declarationAround(declarations: readonly Declaration[], at: number): Declaration | undefined {
  let low = 0;
  for (let high = declarations.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((declarations[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  const found = declarations[low];
  return found && found.pos <= at ? found : undefined;
}

interface FunctionIndex {
  /** Functions by name, methods by `Type.name`; several where files exclude each other (or the package is broken). */
  readonly byKey: ReadonlyMap<string, readonly Func[]>;
  /** The names of all functions and methods. */
  readonly names: ReadonlySet<string>;
}

function functionIndex(files: readonly ModelFile[]): FunctionIndex {
  const byKey = new Map<string, Func[]>();
  const names = new Set<string>();
  for (const file of files) {
    for (const declaration of file.source.declarations) {
      if (declaration.kind !== 'func' || declaration.name === undefined) continue;
      const key = declaration.receiver === undefined ? declaration.name : `${declaration.receiver}.${declaration.name}`;
      byKey.set(key, [...(byKey.get(key) ?? []), { kind: 'Func', declaration, file }]);
      names.add(declaration.name);
    }
  }
  return { byKey, names };
}

/** A declaration and its file. */
interface Placed {
  readonly declaration: Declaration;
  readonly file: ModelFile;
}

/**
 * The declarations, functions left out, by each word that stands where a spec of theirs begins, or in a list of names
 * there: what they really declare shows when they are parsed.
 */
function declaringIndex(files: readonly ModelFile[]): ReadonlyMap<string, readonly Placed[]> {
  const index = new Map<string, Placed[]>();
  for (const file of files) {
    for (const declaration of file.source.declarations) {
      if (declaration.kind === 'func') continue;
      for (const word of wordsDeclared(file.source.text.slice(declaration.pos, declaration.end))) {
        const known = index.get(word);
        if (known) known.push({ declaration, file });
        else index.set(word, [{ declaration, file }]);
      }
    }
  }
  return index;
}

function wordsDeclared(text: string): ReadonlySet<string> {
  // A declaration without a group has all its names at its beginning, in front of what may be a long table.
  return /^[a-z]+\s*\(/.test(text) ? wordsOfGroup(text) : new Set([...text.matchAll(leading)].map(([, word = '']) => word));
}

const leading = /(?:^[a-z]+|\s*,)\s*([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)/gyu;

/** Comments, strings, brackets, and what may stand in front of a name. */
const inGroup = new RegExp([
  String.raw`\/\/[^\n]*`,
  String.raw`\/\*[^]*?(?:\*\/|$)`,
  String.raw`"(?:[^"\\\n]|\\.)*"`,
  String.raw`'(?:[^'\\\n]|\\.)*'`,
  '`[^`]*(?:`|$)',
  String.raw`[[{)\]}]`,
  String.raw`[\n;(,]\s*(?<word>[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)?`,
].join('|'), 'gu');

/** The words of a group that stand where a spec begins, or in its list of names or values: what is in further brackets declares nothing. */
function wordsOfGroup(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  let depth = 0;
  for (const { 0: found, groups } of text.matchAll(inGroup)) {
    const first = found.charAt(0);
    if (first === '(' || first === '[' || first === '{') depth++;
    else if (first === ')' || first === ']' || first === '}') depth--;
    const word = groups?.['word'];
    if (word !== undefined && depth === 1) words.add(word);
  }
  return words;
}

function declaredBy(info: DeclInfo, name: string): readonly Obj[] {
  return info.decl.kind === 'GenDecl' ? specObjects(info.decl, info, name) : [];
}

function specObjects(group: GenDecl, info: DeclInfo, name: string): readonly Obj[] {
  return group.specs.flatMap((spec): Obj[] => {
    if (spec.kind === 'TypeSpec') return spec.name.name === name ? [{ kind: 'TypeName', spec, info }] : [];
    return spec.names.flatMap((ident, index): Obj[] => {
      if (ident.name !== name) return [];
      if (group.tok === 'const') return [{ kind: 'Const', name }];
      const single = spec.values.length === 1 && spec.names.length > 1;
      const value = single ? spec.values[0] : spec.values[index];
      const origin = value && { kind: 'value' as const, value, index: single ? index : 0, count: single ? spec.names.length : 1 };
      return [{ kind: 'Var', name, role: 'package', ident, func: undefined, info, type: spec.type, origin, variadic: false }];
    });
  });
}

/** A dot import of one package is believed to declare every exported name that nothing else does; of several, none. */
function dotImported(name: string, from: ModelFile): Obj | undefined {
  const paths = dotImports(from.source);
  const path = paths.length === 1 ? paths[0] : undefined;
  return path !== undefined && /^\p{Lu}/u.test(name) ? { kind: 'Imported', path, name } : undefined;
}
