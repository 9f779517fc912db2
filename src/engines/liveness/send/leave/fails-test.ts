import type { Expr, Stmt } from '../../../../syntax/ast.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import type { PackageModel } from '../../../../model/package-model.ts';
import { dereferenced } from '../../../../model/types/type.ts';
import { typeOf } from '../../../../model/types/type-of.ts';

/**
 * Whether a statement is `t.Fatal(…)` or the like of the testing package: it ends the goroutine, the process goes on.
 */
export function failsTest(node: Stmt | Expr, info: DeclInfo, model: PackageModel): boolean {
  if (node.kind !== 'ExprStmt' || node.x.kind !== 'CallExpr' || node.x.fun.kind !== 'SelectorExpr') return false;
  const { fun } = node.x;
  if (!/^(?:Fatalf?|FailNow|Skip(?:f|Now)?)$/.test(fun.sel.name)) return false;
  const type = dereferenced(typeOf(fun.x, info, model));
  return type?.kind === 'Foreign' && /(?:^|\/)testing$|testutil$/.test(type.path) && /^(?:T|B|F|TB)$/.test(type.name);
}
