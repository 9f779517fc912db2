import type { Expr, FuncDecl, Node } from '../syntax/ast.ts';
import { walk } from '../syntax/walk.ts';
import type { DeclInfo } from './info.ts';
import type { PackageModel } from './package-model.ts';
import { calleeOf } from './type-of.ts';

/** One place where a function or method of the package is named: called, or handed on as a value. */
export interface Reference {
  /** The name, or the whole selector `x.name`. */
  readonly expr: Expr;
  readonly info: DeclInfo;
}

/** All places that name a function or method; those whose receiver has no known type are not among them. */
export function referencesTo(func: FuncDecl, info: DeclInfo, model: PackageModel): readonly Reference[] {
  const { name } = func.name;
  return model.mentioning(name, info.file).flatMap((where) => {
    const found: Reference[] = [];
    walk(where.decl, (node) => {
      const expr = spelled(node, name, where);
      if (expr && standsFor(expr, func, where, model)) found.push({ expr, info: where });
    });
    return found;
  });
}

/** A node that spells the name, with its receiver or package where there is one. */
function spelled(node: Node, name: string, info: DeclInfo): Expr | undefined {
  if (node.kind === 'SelectorExpr') return node.sel.name === name ? node : undefined;
  if (node.kind !== 'Ident' || node.name !== name) return undefined;
  const parent = info.parent(node);
  return parent?.kind === 'SelectorExpr' && parent.sel === node ? undefined : node;
}

function standsFor(fun: Expr, func: FuncDecl, info: DeclInfo, model: PackageModel): boolean {
  const callee = calleeOf({ kind: 'CallExpr', fun, args: [], ellipsis: false, pos: fun.pos, end: fun.end }, info, model);
  return callee?.kind === 'Func' && callee.func.declaration.ast() === func;
}
