import { isStartedAfter } from '../../../../edits/defer-call.ts';
import { statementList } from '../../../../edits/statement-list.ts';
import type { DeclInfo, Var } from '../../../../model/info.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import type { PackageModel } from '../../../../model/package-model.ts';
import { underlying } from '../../../../model/types/type.ts';
import { typeOf } from '../../../../model/types/type-of.ts';
import { useOf } from '../../../../model/code/use.ts';
import type { FuncLit, Stmt } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';

/** How many goroutines there are for each make, at most: a number, or the length of what a loop runs over. */
export function senderCount(
  literals: readonly FuncLit[],
  make: Stmt,
  info: DeclInfo,
  model: PackageModel,
): string | undefined {
  if (literals.every((literal) => isStartedAfter(literal, make, info))) return String(literals.length);
  const [literal, ...others] = literals;
  const start = literal && others.length === 0 ? startOf(literal, info) : undefined;
  const loop = start && loopAround(start, info);
  if (!start || loop?.kind !== 'RangeStmt' || !loop.body.list.includes(start) || loop.pos < make.end) return undefined;
  const slice = loop.x.kind === 'Ident' ? info.objectOf(loop.x) : undefined;
  if (slice?.kind !== 'Var' || slice.role === 'package' || slice.ident.pos > make.pos) return undefined;
  if (!isSlice(typeOf(loop.x, info, model))) return undefined;
  if (statementList(loop, info) !== statementList(make, info) || isChanged(slice, make, info) || isTaken('len', info))
    return undefined;
  return `len(${slice.name})`;
}

/** The go statement that starts a literal. */
function startOf(literal: FuncLit, info: DeclInfo): Stmt | undefined {
  const call = info.parent(literal);
  const start = call?.kind === 'CallExpr' && call.fun === literal ? info.parent(call) : undefined;
  return start?.kind === 'GoStmt' ? start : undefined;
}

/** A map may grow while it is ranged over; the length of a slice is taken at the beginning. */
function isSlice(type: ReturnType<typeof typeOf>): boolean {
  return underlying(type)?.kind === 'Slice';
}

/** Whether a variable may get another value once `make` has been run: behind it, by a closure, or through a pointer. */
function isChanged(variable: Var, make: Stmt, info: DeclInfo): boolean {
  return info.usesOf(variable).some((ident) => {
    const parent = info.parent(ident);
    if (parent?.kind === 'UnaryExpr' && parent.op === '&') return true;
    return (
      useOf(ident, info).kind === 'assigned'
      && (ident.pos > make.pos || info.enclosingFunc(ident) !== info.enclosingFunc(make))
    );
  });
}

/** Whether the declaration has something else of that name. */
function isTaken(name: string, info: DeclInfo): boolean {
  return someNode(
    info.decl,
    (node) => node.kind === 'Ident' && node.name === name && info.objectOf(node)?.kind === 'Var',
  );
}
