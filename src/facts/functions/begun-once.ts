import type { DeclInfo, TypeName } from '../../model/info.ts';
import { rootVar } from '../../model/names/entity-name.ts';
import { dereferenced, typeNameOf } from '../../model/types/type.ts';
import { typeOfVar } from '../../model/types/type-of.ts';
import type { Expr, FuncDecl } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';

/** Such a test stands among the first statements. */
const firstStatements = 3;

/**
 * The type of which each value runs a method once at a time, because the method returns where a flag of the value says
 * that it was begun: `if !s.running.CompareAndSwap(false, true) { return }`.
 */
export function begunOnceFor({ recv, body }: FuncDecl, info: DeclInfo): TypeName | undefined {
  const [name] = recv?.names ?? [];
  const receiver = name && info.objectOf(name);
  if (receiver?.kind !== 'Var' || !body) return undefined;
  const isOfReceiver = (expr: Expr | undefined): boolean =>
    expr !== undefined
    && rootVar(expr.kind === 'UnaryExpr' && expr.op === '&' ? expr.x : expr, info) === receiver;
  const isBegun = body.list.slice(0, firstStatements).some((stmt) =>
    stmt.kind === 'IfStmt' && stmt.body.list.at(-1)?.kind === 'ReturnStmt' && someNode(stmt.cond, (node) =>
      node.kind === 'CallExpr'
      && node.fun.kind === 'SelectorExpr'
      && (/^CompareAndSwap$|^Swap$/.test(node.fun.sel.name)
        ? isOfReceiver(node.fun.x)
        : /^CompareAndSwap\w+$/.test(node.fun.sel.name) && isOfReceiver(node.args[0]))));
  return isBegun ? typeNameOf(dereferenced(typeOfVar(receiver, info.file.package))) : undefined;
}
