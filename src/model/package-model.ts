import type { PackageText } from '../package-text.ts';
import type { GenDecl } from '../syntax/ast.ts';
import type { Parser } from '../syntax/parse/parser.ts';
import type { Declaration } from '../syntax/source-file.ts';
import { treeOf } from '../syntax/parse/read-declaration.ts';
import { sourceOf } from '../syntax/source-file.ts';
import { compatibility, constraintsOfPackage } from './build/build-constraint.ts';
import { functionIndex } from './names/function-index.ts';
import type { Placed } from './names/declaring-index.ts';
import { declaringIndex } from './names/declaring-index.ts';
import { dotImports, importedPath } from './names/imports.ts';
import type { DeclInfo, Func, Mention, ModelFile, Obj, OtherPackages, PackageModel } from './info.ts';
import { resolve } from './names/resolve.ts';
import { TooMuchWork } from './too-much-work.ts';
import { universe } from './names/universe.ts';
import { isExported } from '../syntax/is-exported.ts';

export type { Mention, PackageModel } from './info.ts';

/** How a package is opened. */
export interface Opening {
  /** Declarations that took too much work before: they are not read, and count as broken. */
  readonly givenUp?: readonly TooMuchWork[];
  /** Undefined for a package that is analysed on its own. */
  readonly surroundings?: Surroundings;
  /** Whether declarations are asked by their tokens before they are parsed; otherwise all are. */
  readonly gates?: boolean;
}

/** Where a package stands. */
export interface Surroundings {
  readonly importPath: string | undefined;
  readonly isOwn: boolean;
  /** Asked once, with the package itself, and with what its opening was given. */
  readonly others: (model: PackageModel, parser: Parser, givenUp: readonly TooMuchWork[]) => OtherPackages;
}

const alone: Surroundings = {
  importPath: undefined,
  isOwn: true,
  others: () => ({
    package: () => undefined,
    imported: () => [],
    importers: () => undefined,
    holding: () => undefined,
    selecting: () => undefined,
    isOfProgram: () => false,
  }),
};

/** Steps of work on one declaration; the most that was seen in thirty large repositories is 22,152. */
const mostWork = 2_000_000;

/**
 * Steps of work on all declarations of a package, the search for mentions among them; the most in Go's own source is
 * 38,511.
 */
const mostWorkOfPackage = 20_000_000;

/** So many characters of a declaration that is looked through are a step. */
const charactersPerStep = 32;

/**
 * Opens a package. Reads nothing yet: files are asked by their bytes, and declarations by their tokens, before they are
 * parsed.
 */
export function packageModel(parser: Parser, text: PackageText, opening: Opening = {}): PackageModel {
  const { givenUp = [], surroundings = alone, gates = true } = opening;
  const constraintOf = constraintsOfPackage();
  const files = text.files.map((file): ModelFile => ({
    source: sourceOf(file),
    get package() {
      return model;
    },
    inProject: file.inProject ?? file.path,
    constraint: constraintOf(file.path, file.text),
    report: file.report,
  }));
  const compatible = compatibility(new Set(files.map(({ constraint }) => constraint)).size);
  const spend = packageMeter(files[0]?.source.path ?? text.name);
  const infos = new Map<Declaration, DeclInfo>();
  const objects = new Map<string, readonly Obj[]>();
  const broken: Placed[] = [];
  let others: OtherPackages | undefined;
  const declaring = declaringIndex(files);
  const functions = functionIndex(files);

  const info = (declaration: Declaration, file: ModelFile): DeclInfo => {
    const known = infos.get(declaration);
    if (known) return known;
    const isGivenUp = givenUp.some(({ path, pos }) => path === file.source.path && pos === declaration.pos);
    const decl = isGivenUp
      ? { kind: 'BadDecl' as const, pos: declaration.pos, end: declaration.end }
      : treeOf(declaration, parser);
    const fresh = resolve(decl, file, lookup, workMeter(declaration, file, spend));
    infos.set(declaration, fresh);
    if (fresh.decl.kind === 'BadDecl') broken.push({ declaration, file });
    return fresh;
  };

  const mentions: PackageModel['mentions'] = (name, from, place) => {
    const found: Mention[] = [];
    // In a package of many files most hold no mention: they must cost as good as nothing.
    for (const file of files) {
      if (!file.source.mayName(name) || (from && !compatible(file.constraint, from.constraint))) continue;
      for (const declaration of file.source.using(name, gates ? place : undefined)) {
        spend(1 + (declaration.end - declaration.pos) / charactersPerStep);
        found.push({ declaration, info: () => info(declaration, file) });
      }
    }
    return found;
  };

  const declarations: PackageModel['declarations'] = (gate, ofFile = () => true) =>
    files
      .filter((file) => !gates || ofFile(file))
      .flatMap((file) =>
        file.source.declarations.filter((each) => !gates || gate(each)).map((each) => info(each, file)),
      );

  /** Several of one name are of files that exclude each other, or the package is broken. */
  const visibleFunc = (receiver: string | undefined, name: string, from: ModelFile): Func | undefined => {
    const visible = functions(name).filter(({ declaration, file }) =>
      declaration.receiver === receiver && compatible(file.constraint, from.constraint));
    return visible.length === 1 ? visible[0] : undefined;
  };

  /** Variables, constants and types of that name, from all files. */
  const declared = (name: string): readonly Obj[] => {
    const known = objects.get(name);
    if (known) return known;
    objects.set(name, []); // a declaration that mentions its own name finds itself on the second look
    const fresh = declaring(name).flatMap(({ declaration, file }) => declaredBy(info(declaration, file), name));
    objects.set(name, fresh);
    return fresh;
  };

  const member = (name: string, from: ModelFile): Obj | undefined => {
    const func = visibleFunc(undefined, name, from);
    if (func) return func;
    const [object, ...twins] = declared(name).filter(
      (each) => !('info' in each) || compatible(each.info.file.constraint, from.constraint),
    );
    return twins.length === 0 || from.package === model ? object : undefined;
  };

  function lookup(name: string, from: ModelFile): Obj | undefined {
    const path = importedPath(from.source, name);
    if (path !== undefined) return { kind: 'PkgName', path };
    return (
      member(name, from)
      ?? (universe.has(name) ? { kind: 'Universe', name } : (dotImported(name, from) ?? importedByClause(name, from)))
    );
  }

  const model: PackageModel = {
    name: text.name,
    importPath: surroundings.importPath,
    isOwn: surroundings.isOwn,
    get others() {
      return (others ??= surroundings.others(model, parser, givenUp));
    },
    go: text.go,
    files,
    declarationsUsing: (name, from, place) => mentions(name, from, place).map((each) => each.info()),
    mentions,
    declarations,
    declarationAt: (file, token) => {
      const found = file.source.declarationAt(token);
      return found && info(found, file);
    },
    lookup,
    member,
    method: (type, name, from) => visibleFunc(type, name, from),
    hasMethod: (type, name) => functions(name).some(({ declaration }) => declaration.receiver === type),
    functionsNamed: functions,
    infoOf: (func) =>
      func.file.package === model ? info(func.declaration, func.file) : func.file.package.infoOf(func),
    unread: (source) =>
      broken
        .filter(({ file }) => file.source === source)
        .map(({ declaration }) => declaration)
        .sort((a, b) => a.pos - b.pos),
  };
  return model;
}

/** `path` names the package. */
function packageMeter(path: string): DeclInfo['spend'] {
  let spent = 0;
  return (steps) => {
    spent += steps;
    if (spent > mostWorkOfPackage) throw new TooMuchWork(path, undefined);
  };
}

function workMeter(declaration: Declaration, file: ModelFile, spendOfPackage: DeclInfo['spend']): DeclInfo['spend'] {
  let spent = 0;
  return (steps) => {
    spent += steps;
    spendOfPackage(steps);
    if (spent > mostWork) throw new TooMuchWork(file.source.path, declaration.pos);
  };
}

function declaredBy(info: DeclInfo, name: string): readonly Obj[] {
  return info.decl.kind === 'GenDecl' ? specObjects(info.decl, info, name) : [];
}

function specObjects(group: GenDecl, info: DeclInfo, name: string): readonly Obj[] {
  return group.specs.flatMap((spec): Obj[] => {
    if (spec.kind === 'TypeSpec') return spec.name.name === name ? [{ kind: 'TypeName', spec, info }] : [];
    return spec.names.flatMap((ident, index): Obj[] => {
      if (ident.name !== name) return [];
      if (group.tok === 'const') return [{ kind: 'Const', name, value: spec.values[index], info }];
      const single = spec.values.length === 1 && spec.names.length > 1;
      const value = single ? spec.values[0] : spec.values[index];
      const origin = value && {
        kind: 'value' as const,
        value,
        index: single ? index : 0,
        count: single ? spec.names.length : 1,
      };
      return [
        { kind: 'Var', name, role: 'package', ident, func: undefined, info, type: spec.type, origin, variadic: false },
      ];
    });
  });
}

/** A dot import of one package is believed to declare every exported name that nothing else does; of several, none. */
function dotImported(name: string, from: ModelFile): Obj | undefined {
  const paths = dotImports(from.source);
  const path = paths.length === 1 ? paths[0] : undefined;
  return path !== undefined && isExported(name) ? { kind: 'Imported', path, name } : undefined;
}

/** The package of the workspace that a file imports without a name, and whose path does not tell what it is called. */
function importedByClause(name: string, from: ModelFile): Obj | undefined {
  const found = from.source.imports.find(
    (spec) => spec.name === undefined && from.package.others.package(spec.path, from.package)?.name === name,
  );
  return found && { kind: 'PkgName', path: found.path };
}
