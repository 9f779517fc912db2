import type { CallExpr, FuncDecl, FuncLit, GoStmt } from '../../../syntax/ast.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { referencesTo } from '../../../model/names/references.ts';
import { callRole, isGoMethod, useOf } from '../../../model/code/use.ts';

/** One place at which a function or literal is made to run as a goroutine. */
export interface GoroutineStart {
  /** The go statement, or the call of a method `Go` that takes the function. */
  readonly node: GoStmt | CallExpr;
  readonly info: DeclInfo;
  /** The function in which it stands; undefined for the initialiser of a package variable. */
  readonly spawner: FuncNode | undefined;
  /** Where the goroutine calls the function, when it is not itself what was started. */
  readonly call: { readonly expr: CallExpr; readonly info: DeclInfo } | undefined;
}

/** How many calls may lie between what the go statement starts and the function in question. */
const calleeDepth = 1;

/**
 * Where a function is started as a goroutine: by `go`, by `x.Go(f)`, or by a call from a function of the package that
 * is. A literal that is called where it stands runs wherever the function around it runs. Empty where nothing in the
 * package shows that it is ever more than called.
 */
export function goroutineStarts(
  func: FuncNode,
  info: DeclInfo,
  model: PackageModel,
  depth = calleeDepth,
): readonly GoroutineStart[] {
  return func.kind === 'FuncLit' ? literalStarts(func, info, model, depth) : declaredStarts(func, info, model, depth);
}

function literalStarts(
  literal: FuncLit,
  info: DeclInfo,
  model: PackageModel,
  depth: number,
): readonly GoroutineStart[] {
  const use = useOf(literal, info);
  switch (use.kind) {
    case 'called':
      return callStarts(use.call, info, model, depth, depth);
    case 'argument':
      return isGoMethod(use.call) ? [start(use.call, info)] : [];
    case 'stored': {
      const object = use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
      return object?.kind === 'Var' && object.role === 'local' ? namedLiteralStarts(object, info, model, depth) : [];
    }
    default:
      return [];
  }
}

/** The starts of the literals that a local variable holds, by the uses of the variable. */
function namedLiteralStarts(
  variable: Var,
  info: DeclInfo,
  model: PackageModel,
  depth: number,
): readonly GoroutineStart[] {
  return info.usesOf(variable).flatMap((ident) => {
    const use = useOf(ident, info);
    if (use.kind === 'called') return callStarts(use.call, info, model, depth, depth - 1);
    return use.kind === 'argument' && isGoMethod(use.call) ? [start(use.call, info)] : [];
  });
}

/** What a call says: started here, or run by a function that may be started elsewhere, `rest` calls away at most. */
function callStarts(
  call: CallExpr,
  info: DeclInfo,
  model: PackageModel,
  depth: number,
  rest: number,
): readonly GoroutineStart[] {
  const role = callRole(call, info);
  const stmt = info.parent(call);
  if (role === 'goroutine' && stmt?.kind === 'GoStmt') return [start(stmt, info)];
  const outer = info.enclosingFunc(call);
  if (role === 'deferred' || !outer || rest < 0) return [];
  return goroutineStarts(outer, info, model, rest).map((each) =>
    rest === depth ? each : { ...each, call: each.call ?? { expr: call, info } },
  );
}

function declaredStarts(func: FuncDecl, info: DeclInfo, model: PackageModel, depth: number): readonly GoroutineStart[] {
  return referencesTo(func, info, model).flatMap(({ expr, info: where }) => {
    const use = useOf(expr, where);
    if (use.kind === 'called') return callStarts(use.call, where, model, depth, depth - 1);
    return use.kind === 'argument' && isGoMethod(use.call) ? [start(use.call, where)] : [];
  });
}

function start(node: GoStmt | CallExpr, info: DeclInfo): GoroutineStart {
  return { node, info, spawner: info.enclosingFunc(node), call: undefined };
}
