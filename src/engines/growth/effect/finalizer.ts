import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr, Node } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';

/**
 * The call of runtime.SetFinalizer that a removal is written for, where the object it is set on is itself put into a
 * container by the same declaration: what a container holds is reachable, so the finalizer never runs
 * (pkg.go.dev/runtime#SetFinalizer). Undefined for any other removal.
 */
export function finalizedBy(removal: CallExpr, info: DeclInfo, model: PackageModel): CallExpr | undefined {
  const literal = info.enclosingFunc(removal);
  const use = literal?.kind === 'FuncLit' ? useOf(literal, info) : undefined;
  if (use?.kind !== 'argument' || use.index !== 1) return undefined;
  const callee = calleeOf(use.call, info, model);
  const [object] = use.call.args;
  return callee?.kind === 'Foreign' && callee.name === 'runtime.SetFinalizer' && object && isStored(object, info)
    ? use.call
    : undefined;
}

/** `m[k] = object`, `m.Store(k, object)` */
function isStored(object: Expr, info: DeclInfo): boolean {
  const variable = object.kind === 'Ident' ? info.objectOf(object) : undefined;
  if (variable?.kind !== 'Var') return false;
  const isIt = (node: Node | undefined): boolean => node?.kind === 'Ident' && info.objectOf(node) === variable;
  return someNode(info.decl, (node) => {
    if (node.kind === 'AssignStmt')
      return node.lhs.some((target, index) => target.kind === 'IndexExpr' && isIt(node.rhs[index]));
    return (
      node.kind === 'CallExpr'
      && node.fun.kind === 'SelectorExpr'
      && /Store|Set|Put/.test(node.fun.sel.name)
      && isIt(node.args[1])
    );
  });
}
