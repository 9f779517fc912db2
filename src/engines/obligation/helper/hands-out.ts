import type { Expr, FuncDecl, ReturnStmt } from '../../../syntax/ast.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Context } from '../context.ts';
import { holderOf } from '../hold/holder.ts';

/**
 * The number of the result through which a function hands out what `call` gave it; undefined where it does not: the
 * call itself, or a variable that holds nothing else, must stand in a return statement.
 */
export function handsOut(
  { call, result, info }: { readonly call: Expr; readonly result: number; readonly info: DeclInfo },
  func: FuncDecl,
  { rule }: Context,
): number | undefined {
  const holder = holderOf(call, result, info, rule);
  if (holder.kind === 'returned') {
    const statement = returnAround(call, info);
    // `return f()` hands all results on, each at its own place.
    return statement?.results.length === 1 ? result : placeInReturn(statement, (expr) => expr === call);
  }
  if (holder.kind !== 'variable') return undefined;
  const uses = info.usesOf(holder.variable);
  const returned = uses.filter((ident) => useOf(ident, info).kind === 'returned' && info.enclosingFunc(ident) === func);
  const [first] = returned;
  return first && placeInReturn(returnAround(first, info), (expr) => expr === first);
}

/** As above, where no more than the part of it that is to be released is handed out: `return resp.Body, nil`. */
export function handsOutPart(
  { call, result, info }: { readonly call: Expr; readonly result: number; readonly info: DeclInfo },
  func: FuncDecl,
  { rule }: Context,
): number | undefined {
  const holder = holderOf(call, result, info, rule);
  if (rule.part === undefined || holder.kind !== 'variable') return undefined;
  const [first] = info.usesOf(holder.variable).flatMap((ident) => {
    const use = useOf(ident, info);
    const isPart = use.kind === 'selected' && use.name === rule.part && useOf(use.selector, info).kind === 'returned';
    return isPart && info.enclosingFunc(ident) === func ? [use.selector] : [];
  });
  return first && placeInReturn(returnAround(first, info), (expr) => expr === first);
}

function returnAround(node: Parameters<DeclInfo['parent']>[0], info: DeclInfo): ReturnStmt | undefined {
  const parent = info.parent(node);
  return parent?.kind === 'ReturnStmt' ? parent : undefined;
}

function placeInReturn(
  statement: ReturnStmt | undefined,
  isIt: (expr: ReturnStmt['results'][number]) => boolean,
): number | undefined {
  const place = statement?.results.findIndex(isIt) ?? -1;
  return place === -1 ? undefined : place;
}
