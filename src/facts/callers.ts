import { isLinked } from '../syntax/outline/doc-comment.ts';
import { libraryMethods } from '../knowledge/library-methods.ts';
import type { DeclInfo, Func, PackageModel } from '../model/info.ts';
import { promotesUnknown } from './has-methods-of.ts';
import { callOf, isOwnMethod, mayReferTo, referencesIn } from './functions/references-in.ts';
import type { CallExpr, Expr } from '../syntax/ast.ts';
import { IDENT } from '../syntax/token/token-kind.ts';
import { callBracket } from '../syntax/token/token-place.ts';
import type { TokenTest } from '../syntax/token/token-range.ts';
import { behindBracket, kindIn } from '../syntax/token/token-range.ts';
import { isExported } from '../syntax/is-exported.ts';
import { lazy } from './functions/lazy.ts';

/** One call that calls a function, or for all that is known may call it. */
export interface CallSite {
  readonly call: CallExpr;
  readonly info: DeclInfo;
  /** Whether it is only for all that is known: through an interface, or on a value of unknown type. */
  readonly isGuess?: boolean;
}

/** One place that names a function without calling it there. */
export interface ValueSite {
  readonly expr: Expr;
  readonly info: DeclInfo;
}

/** A place that names a function. */
export type Site = CallSite | ValueSite;

/** Who calls a function, as far as the workspace shows it. */
export interface Callers {
  /**
   * All places that name it, tests left out; of a method also those that may mean it, through interfaces and values of
   * unknown type. Who goes through them parses no declaration behind the one where he stops.
   */
  readonly sites: Iterable<Site>;
  /** Of these all that call it, */
  readonly calls: readonly CallSite[];
  /** and all that do not. */
  readonly values: readonly ValueSite[];
  /** Whether there can be no other call: nobody outside of the workspace, and no library, can reach the function. */
  readonly isComplete: boolean;
}

/** So many declarations are looked through for one function. */
export const mostDeclarations = 400;

/** Trees are shared by the analyses of several packages, models are not. */
const known = new WeakMap<PackageModel, Map<Func['declaration'], Callers>>();

/** All that calls a function or method, in its own package and in the others of the workspace. */
export function callersOf(func: Func): Callers {
  const ofPackage = known.get(func.file.package) ?? new Map<Func['declaration'], Callers>();
  known.set(func.file.package, ofPackage);
  const found = ofPackage.get(func.declaration) ?? lookFor(func);
  ofPackage.set(func.declaration, found);
  return found;
}

const knownNear = new WeakMap<PackageModel, Map<Func['declaration'], readonly CallSite[]>>();

/** So many calls are looked at where each of them may decide. */
const mostNear = 20;

/**
 * The first calls of a function or method in its own package and in those that import it, without those that are given
 * nothing but constants: cheaper than all, and enough where one decides. Not taken from all callers where these are known:
 * the answer must not depend on what was asked before.
 */
export function nearCalls(func: Func): readonly CallSite[] {
  const { declaration, file: { package: own } } = func;
  const ofPackage = knownNear.get(own) ?? new Map<Func['declaration'], readonly CallSite[]>();
  knownNear.set(own, ofPackage);
  const found = ofPackage.get(declaration) ?? lookNear(func);
  ofPackage.set(declaration, found);
  return found;
}

function lookNear(func: Func): readonly CallSite[] {
  const { declaration: { name = '' }, file: { package: own } } = func;
  const importers = isExported(name) ? own.others.importers(own) : [];
  const calls: CallSite[] = [];
  let looked = 0;
  for (const model of [own, ...(importers ?? [])]) {
    const refers = mayReferTo(func, model);
    const mentions = model.mentions(name, func.file, (tokens, at, file) => takesNames(tokens, at) && refers(tokens, at, file));
    for (const { info } of mentions) {
      if (calls.length >= mostNear || ++looked > mostDeclarations) return calls;
      const where = info();
      for (const expr of referencesIn(where, func)) {
        const call = callOf(expr, where);
        if (call) calls.push({ call, info: where });
      }
    }
  }
  return calls.slice(0, mostNear);
}

/** A call with a name among its arguments: what has none is given constants. */
const takesNames: TokenTest = (tokens, at) => {
  const open = callBracket(tokens, at);
  return (
    open !== -1 && kindIn({ tokens, first: open, last: behindBracket(tokens, open, tokens.count) }, IDENT, open) !== -1
  );
};

function lookFor(func: Func): Callers {
  const { declaration: { name = '', receiver }, file } = func;
  const own = file.package;
  const others = !isExported(name) ? [] : receiver === undefined ? own.others.importers(own) : own.others.selecting(name, own);
  const models = [...new Set([own, ...(others ?? [])])];
  let count = 0;
  for (const model of models) if ((count += model.mentions(name, file).length) > mostDeclarations) return tooMany;
  return new Search(func, others !== undefined, lazy(sitesOf(func, models)));
}

const tooMany: Callers = { sites: [], calls: [], values: [], isComplete: false };

function* sitesOf(func: Func, models: readonly PackageModel[]): Generator<Site, void> {
  const { declaration: { name = '', receiver }, file } = func;
  for (const model of models) {
    for (const mention of model.mentions(name, file, mayReferTo(func, model))) {
      const info = mention.info();
      for (const expr of referencesIn(info, func)) {
        const call = callOf(expr, info);
        yield call
          ? { call, info, isGuess: receiver !== undefined && !isOwnMethod(expr, info, func) }
          : { expr, info };
      }
    }
  }
}

class Search implements Callers {
  readonly sites: Iterable<Site>;
  readonly #func: Func;
  /** Whether all packages are known that may name the function. */
  readonly #isWhole: boolean;

  constructor(func: Func, isWhole: boolean, sites: Iterable<Site>) {
    this.#func = func;
    this.#isWhole = isWhole;
    this.sites = sites;
  }

  get calls(): readonly CallSite[] {
    return [...this.sites].filter((site) => 'call' in site);
  }

  get values(): readonly ValueSite[] {
    return [...this.sites].filter((site) => 'expr' in site);
  }

  get isComplete(): boolean {
    return this.#isWhole && !isReachableFromOutside(this.#func, () => this.calls.length > 0);
  }
}

/**
 * An exported method of what embeds a type of a library, as controllers do: it may be called by its name, from a table
 * of routes.
 */
function isOfFramework(name: string, receiver: string, file: Func['file']): boolean {
  const object = isExported(name) ? file.package.member(receiver, file) : undefined;
  return object?.kind === 'TypeName' && promotesUnknown(object);
}

/**
 * Whether something outside of the workspace may call a function. What is in a table of routes is not called directly
 * as well.
 */
function isReachableFromOutside({ declaration: { name = '', receiver }, file }: Func, isCalled: () => boolean): boolean {
  if (receiver !== undefined && (libraryMethods.test(name) || (isOfFramework(name, receiver, file) && !isCalled())))
    return true;
  if (isLinked(file.source, name)) return true;
  return isExported(name) && (receiver === undefined || isExported(receiver)) && !isClosedPackage(file.package);
}

/**
 * Whether only the module itself imports a package: a program, what is under `internal/`, what by convention belongs to
 * the programs below `cmd/`, and all of a module that is a program.
 */
export function isClosedPackage(model: PackageModel): boolean {
  const { name, importPath, others } = model;
  return (
    name === 'main'
    || (importPath !== undefined && /(?:^|\/)(?:internal|cmd)(?:\/|$)/.test(importPath))
    || others.isOfProgram(model)
  );
}
