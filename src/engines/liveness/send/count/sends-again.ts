import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import { guards } from '../../../../flow/guards.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import { useOf } from '../../../../model/code/use.ts';
import type { ForStmt, Node, RangeStmt } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import type { Operation } from '../../channel/operation.ts';
import { leadsTo } from './order.ts';

/**
 * Whether one goroutine makes a send again and again, on a channel without room for what nobody receives: it gets from
 * the send back to it. Room for one value is often enough for all that ever comes, answers to requests for example.
 */
export function sendsAgain(send: Operation, capacity: number, cfgs: FunctionCfgs): boolean {
  return capacity === 0 && comesBack(send, cfgs);
}

/**
 * Whether the function of a send gets from it back to it: a return behind it, or a flag that says it was made, prevents
 * that.
 */
export function comesBack({ use: { at, info } }: Pick<Operation, 'use'>, cfgs: FunctionCfgs): boolean {
  const loop = loopAround(at, info);
  const func = loop && info.enclosingFunc(at);
  return (
    loop !== undefined
    && func !== undefined
    && !isMadeOnce(at, loop, info)
    && leadsTo(at, at, func, info, cfgs) === true
  );
}

/** `if !sent { c <- v; sent = true }` in a loop: what guards the send is changed behind it. */
function isMadeOnce(send: Node, loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  const inLoop = guards(send, info).filter(({ cond }) => loop.body.pos <= cond.pos && cond.end <= loop.body.end);
  return inLoop.some(({ cond }) => someNode(cond, (node) => {
    const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
    const block = info.parent(info.parent(send) ?? send);
    return object?.kind === 'Var' && block !== undefined && info.usesOf(object).some((ident) =>
      ident.pos > send.pos && ident.end <= block.end && useOf(ident, info).kind === 'assigned');
  }));
}
