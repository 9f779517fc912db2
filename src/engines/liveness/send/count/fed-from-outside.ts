import type { DeclInfo } from '../../../../model/info.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import { useOf } from '../../../../model/code/use.ts';
import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import type { Expr, ForStmt, Node, RangeStmt } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import type { Operation } from '../../channel/operation.ts';
import { comesBack } from './sends-again.ts';

/**
 * Whether a goroutine sends something for each message that comes from outside, with room for one: how many come is not
 * up to who receives. It ranges over the channel of a library, or reads from a stream and leaves its loop for an error.
 */
export function isFedFromOutside(send: Operation, capacity: number, cfgs: FunctionCfgs): boolean {
  const { at, info } = send.use;
  const loop = loopAround(at, info);
  if (capacity !== 1 || !loop || loopAround(loop, info) || !comesBack(send, cfgs)) return false;
  if (loop.kind === 'RangeStmt') return isOfLibrary(loop.x, info);
  return loop.cond === undefined && someNode(loop.body, isStreamRead) && !waitsForOthers(loop, info);
}

/** Whether a channel comes from a call, and is only ranged over: nobody here has a say in what comes. */
function isOfLibrary(x: Expr, info: DeclInfo): boolean {
  const variable = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  if (variable?.kind !== 'Var' || variable.role !== 'local' || variable.origin?.kind !== 'value') return false;
  const { value } = variable.origin;
  const isMade = value.kind !== 'CallExpr' || (value.fun.kind === 'Ident' && value.fun.name === 'make');
  return (
    !isMade
    && value.fun.kind === 'SelectorExpr'
    && info
      .usesOf(variable)
      .every((ident) => ident === variable.ident || ident === x || useOf(ident, info).kind === 'assigned')
  );
}

/** A message of a gRPC stream, or of a websocket. */
function isStreamRead(node: Node): boolean {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr') return false;
  const { name } = node.fun.sel;
  return (name === 'Recv' && node.args.length === 0) || name === 'ReadMessage' || name === 'ReadJSON';
}

function waitsForOthers(loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  return someNode(loop.body, (node) => node.kind === 'SelectStmt' || (node.kind === 'UnaryExpr' && node.op === '<-')
    || (node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && node.fun.sel.name === 'Wait' && info.enclosingFunc(node) === info.enclosingFunc(loop)));
}
