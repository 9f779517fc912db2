import { collects } from '../../../model/build/go-version.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { isUnbounded } from '../../../model/code/unbounded-loop.ts';
import { calleeOf, funcOf } from '../../../model/types/type-of.ts';
import type { CallExpr, Expr, GoStmt, Node } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Context } from '../context.ts';
import { calledName } from '../../../syntax/last-word.ts';

/** How many functions down it is looked what making a value starts. */
const mostDeep = 3;

/** Since this version the runtime collects a ticker that nobody holds. */
const tickersCollectedSince = '1.23';

/**
 * Whether making a value starts a goroutine that goes on, or a ticker: as is `seen` in the workspace, or `told` of the
 * name of a library's function.
 */
export function ownsSomething(
  made: Expr,
  info: DeclInfo,
  context: Context,
  depth = mostDeep,
): 'seen' | 'told' | undefined {
  if (made.kind === 'UnaryExpr' && made.op === '&') return ownsSomething(made.x, info, context, depth);
  if (made.kind === 'CompositeLit') {
    const parts = made.elts.map((each) =>
      ownsSomething(each.kind === 'KeyValueExpr' ? each.value : each, info, context, depth),
    );
    return parts.find((part) => part !== undefined);
  }
  if (made.kind !== 'CallExpr') return undefined;
  const callee = calleeOf(made, info, info.file.package);
  const func = funcOf(callee);
  if (func) return depth > 0 && starts(func.file.package.infoOf(func), context, depth) ? 'seen' : undefined;
  if (callee?.kind !== 'Foreign') return undefined;
  if (callee.name === 'time.NewTicker') return collects(context.model.go, tickersCollectedSince) ? undefined : 'seen';
  // Without arguments for a time to live and an interval a cache has nothing to run.
  return matchesName(callee.name, context.rule.owning) && made.args.length > 0 ? 'told' : undefined;
}

/** Whether a function that makes a value leaves something running behind it. */
function starts(info: DeclInfo, context: Context, depth: number): boolean {
  const stops = someNode(
    info.decl,
    (node) => node.kind === 'CallExpr' && calledName(node) === 'Stop' && info.enclosingFunc(node) === info.decl,
  );
  return someNode(info.decl, (node) => {
    if (node.kind === 'GoStmt') return goesOn(node, info);
    return (
      node.kind === 'CallExpr'
      && !stops
      && info.enclosingFunc(node) === info.decl
      && ownsSomething(node, info, context, depth - 1) !== undefined
    );
  });
}

/**
 * Whether a goroutine loops without end, or waits: one that does its work and ends leaves nothing. What cannot be read
 * may go on.
 */
function goesOn({ call }: GoStmt, info: DeclInfo): boolean {
  if (call.kind !== 'CallExpr') return true;
  if (call.fun.kind === 'FuncLit') return isLasting(call.fun.body, info) || callsLasting(call.fun.body, info);
  return isLastingCall(call, info);
}

/** A literal that runs a function which goes on: `go func() { defer wg.Done(); c.run() }()`. */
function callsLasting(body: Node, info: DeclInfo): boolean {
  return someNode(
    body,
    (node) =>
      node.kind === 'CallExpr'
      && funcOf(calleeOf(node, info, info.file.package)) !== undefined
      && isLastingCall(node, info),
  );
}

function isLastingCall(call: CallExpr, info: DeclInfo): boolean {
  const func = funcOf(calleeOf(call, info, info.file.package));
  const where = func?.file.package.infoOf(func);
  return !where || isLasting(where.decl, where);
}

function isLasting(body: Node, info: DeclInfo): boolean {
  return someNode(body, (node) => {
    if (node.kind === 'ForStmt' || node.kind === 'RangeStmt') return isUnbounded(node, info, info.file.package);
    return node.kind === 'SelectStmt' || (node.kind === 'UnaryExpr' && node.op === '<-');
  });
}
