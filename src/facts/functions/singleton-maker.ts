import type { DeclInfo, Var } from '../../model/info.ts';
import { parameterAt } from '../../model/code/parameter-at.ts';
import { useOf } from '../../model/code/use.ts';
import { calleeOf, funcOf } from '../../model/types/type-of.ts';
import type { CallExpr, Expr } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';

/**
 * Whether a call hands its only argument, a function, to one of the workspace that keeps what it makes for the whole
 * package, `instances[name] = make()`, and gives that from then on: it makes one of each type.
 */
export function makesSingleton(call: CallExpr, info: DeclInfo): boolean {
  const func = call.args.length === 1 ? funcOf(calleeOf(call, info, info.file.package)) : undefined;
  const where = func && func.file.package.infoOf(func);
  if (where?.decl.kind !== 'FuncDecl' || where.decl.recv) return false;
  const made = parameterAt(where.decl, 0, where);
  if (!made || made.variadic || where.decl.type.params.flatMap(({ names }) => names).length !== 1) return false;
  const uses = where.usesOf(made).map((ident) => useOf(ident, where));
  return uses.length > 0 && uses.every((use) => use.kind === 'called' && isKept(use.call, where));
}

/** Whether a value is given to a variable of the package, or to an entry of one, that the function looks at as well. */
function isKept(value: Expr, info: DeclInfo): boolean {
  const use = useOf(value, info);
  if (use.kind !== 'stored') return false;
  const object = variableOf(use.target, info);
  if (object?.role === 'package') return isAsked(object, info);
  return object?.role === 'local' && info.usesOf(object).some((ident) => {
    const next = useOf(ident, info);
    const keeper = next.kind === 'stored' ? variableOf(next.target, info) : undefined;
    return keeper?.role === 'package' && isAsked(keeper, info);
  });
}

function variableOf(target: Expr, info: DeclInfo): Var | undefined {
  const ident = target.kind === 'IndexExpr' ? target.x : target;
  const object = ident.kind === 'Ident' ? info.objectOf(ident) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

/** Whether a variable is compared, or one of its entries looked up. */
function isAsked(variable: Var, info: DeclInfo): boolean {
  return someNode(info.decl, (node) => {
    if (node.kind !== 'Ident' || info.objectOf(node) !== variable) return false;
    const parent = info.parent(node);
    const asked = parent?.kind === 'IndexExpr' ? parent : node;
    const use = useOf(asked, info);
    return use.kind === 'compared' || (asked !== node && use.kind === 'stored');
  });
}
