import { isEndlessLoop } from '../syntax/outline/loop-header.ts';
import { hasNameLike } from '../syntax/token/names-like.ts';
import type { Declaration } from '../syntax/source-file.ts';
import { FOR, LBRACE, RBRACE, SELECT } from '../syntax/token/token-kind.ts';
import { hasKind } from '../syntax/token/token-range.ts';
import type { CallExpr, RangeStmt } from '../syntax/ast.ts';
import type { DeclInfo, Func, FuncNode } from '../model/info.ts';
import type { PackageModel } from '../model/package-model.ts';
import { importedPath } from '../model/names/imports.ts';
import { calleeOf, funcOf, typeOf } from '../model/types/type-of.ts';
import { underlying } from '../model/types/type.ts';
import { buildCfg } from './build-cfg.ts';
import type { Cfg } from './cfg.ts';
import { entryOf, reachesExit } from './paths.ts';

/** The graphs of a package's functions and literals, built when first asked for. */
export interface FunctionCfgs {
  /** The graph of a function or literal; undefined for one without a body. */
  of(func: FuncNode, info: DeclInfo): Cfg | undefined;
  /**
   * Whether control can come back from a call: not from panic, os.Exit, log.Fatal, runtime.Goexit, and functions that
   * only end so.
   */
  comesBack(call: CallExpr, info: DeclInfo): boolean;
}

/** How deep calls are followed to learn that a function never returns. */
const callDepth = 2;

/** Opens the store of graphs of one package. */
export function functionCfgs(model: PackageModel): FunctionCfgs {
  const graphs = new Map<FuncNode, Cfg>();
  const verdicts = new Map<Func['declaration'], boolean>();

  const neverReturns = (func: Func, depth: number): boolean => {
    const { declaration } = func;
    const known = verdicts.get(declaration);
    if (known !== undefined) return known;
    if (depth === 0 || !mayNeverReturn(declaration)) return false;
    verdicts.set(declaration, false); // for functions that call themselves
    const info = model.infoOf(func);
    const body = info.decl.kind === 'FuncDecl' ? info.decl.body : undefined;
    const verdict = body !== undefined && !reachesExit(entryOf(buildCfg(body, questions(info, depth - 1))));
    verdicts.set(declaration, verdict);
    return verdict;
  };

  const questions = (info: DeclInfo, depth: number) => ({
    isGoexit: (call: CallExpr) => mayEnd(call, info, model) && foreignName(call, info, model) === 'runtime.Goexit',
    mayExhaust: (range: RangeStmt) => !isTickerChannel(range, info, model),
    mayReturn(call: CallExpr): boolean {
      if (isFatalByName(call)) return false;
      if (!mayEnd(call, info, model)) return true;
      const callee = calleeOf(call, info, model);
      if (callee?.kind === 'Foreign' && fatal.test(callee.name)) return false;
      const func = funcOf(callee);
      return !func || !neverReturns(func, depth);
    },
  });

  return {
    of(func, info) {
      const known = graphs.get(func);
      if (known || !func.body) return known;
      const fresh = buildCfg(func.body, questions(info, callDepth));
      graphs.set(func, fresh);
      return fresh;
    },
    comesBack(call, info) {
      const { isGoexit, mayReturn } = questions(info, callDepth);
      return !isGoexit(call) && mayReturn(call);
    },
  };
}

/**
 * Calls that end the process or the goroutine without a way back (panic runs deferred calls, but the duty ends with
 * it).
 */
const fatal = /^(?:panic|os\.Exit|syscall\.Exit|log\.(?:Fatal|Panic)(?:f|ln)?|(?:.*\/)?[kg]log(?:\/v\d+)?\.Exit\w*)$/;

/**
 * Asked by name before anything is looked up: most calls are of functions outside of the workspace that everybody comes
 * back from.
 */
function mayEnd({ fun }: CallExpr, { file }: DeclInfo, model: PackageModel): boolean {
  if (
    fun.kind !== 'SelectorExpr'
    || /^(?:Exit|Fatal|Panic|Goexit)/.test(fun.sel.name)
    || model.functionsNamed(fun.sel.name).length > 0
  )
    return true;
  const path = fun.x.kind === 'Ident' ? importedPath(file.source, fun.x.name) : undefined;
  return path !== undefined && file.package.others.package(path, file.package) !== undefined;
}

/** `logger.Fatal(…)`, `t.Fatalf(…)`, `t.FailNow()`: by convention these never come back, whoever declares them. */
function isFatalByName(call: CallExpr): boolean {
  return call.fun.kind === 'SelectorExpr' && /^(?:Fatal(?:f|ln|w|Context|Depth)?|FailNow)$/.test(call.fun.sel.name);
}

/**
 * Names of functions that may not come back, in whatever package; the channel of a ticker, over which a range never
 * ends.
 */
const endless = /^(?:panic$|Panic|Exit|Fatal|Goexit$|C$)/;

/** Whether a function may never come back: asked before it is read. */
function mayNeverReturn(declaration: Declaration): boolean {
  return hasNameLike(declaration, endless) || hasKind(declaration, FOR, isEndlessLoop)
    || hasKind(declaration, SELECT, ({ kinds }, at) => kinds[at + 1] === LBRACE && kinds[at + 2] === RBRACE);
}

function foreignName(call: CallExpr, info: DeclInfo, model: PackageModel): string | undefined {
  const callee = calleeOf(call, info, model);
  return callee?.kind === 'Foreign' ? callee.name : undefined;
}

/** Nobody closes the channel of a time.Ticker or time.Timer, so a range over it never runs out. */
function isTickerChannel(range: RangeStmt, info: DeclInfo, model: PackageModel): boolean {
  const type = underlying(typeOf(range.x, info, model));
  return (
    type?.kind === 'Chan'
    && type.elem?.kind === 'Foreign'
    && type.elem.path === 'time'
    && type.elem.name === 'Time'
    && type.dir === 'recv'
  );
}
