import { goesOn } from '../../../../flow/loop-often.ts';
import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import type { PackageModel } from '../../../../model/package-model.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import type { ForStmt, Node, RangeStmt } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import type { Operation } from '../../channel/operation.ts';
import { isTimeChannel } from '../../channel/time-channel.ts';
import { jumpsAway } from '../../loop/loop-exit.ts';
import { comesBack } from './sends-again.ts';

/**
 * Whether a goroutine sends without an end of its own, whatever is received: it leaves its loop for an error only, and
 * waits for nobody in it. Any buffer is full in the end.
 */
export function sendsWithoutEnd(send: Pick<Operation, 'use'>, cfgs: FunctionCfgs, model: PackageModel): boolean {
  const { at, info } = send.use;
  for (let loop = loopAround(at, info); loop; loop = loopAround(loop, info)) {
    if (goesOn(loop, info, model)) return !isPaced(loop, info, model) && comesBack(send, cfgs);
  }
  return false;
}

/**
 * Whether a loop waits for somebody who may come no more, or asks whether it should stop: others end it, or hold it up.
 */
function isPaced(loop: ForStmt | RangeStmt, info: DeclInfo, model: PackageModel): boolean {
  if (loop.kind === 'RangeStmt') return true;
  return someNode(loop.body, (node: Node) => {
    if (node.kind === 'UnaryExpr') return node.op === '<-' && !isTimeChannel(node.x, info, model);
    if (node.kind === 'SelectStmt') return node.body.some(({ comm }) => comm?.kind === 'SendStmt');
    return (
      (node.kind === 'SelectorExpr' && /^(?:Wait|Err|Done|Acquire)/.test(node.sel.name))
      || (node.kind === 'Ident' && /^(?:[cC]tx|context)$/.test(node.name))
    );
  });
}

/** Whether the loop of a send has no way out at all: then no value says that it is the last one. */
export function neverLeaves({ use: { at, info } }: Pick<Operation, 'use'>): boolean {
  for (let loop = loopAround(at, info); loop; loop = loopAround(loop, info)) {
    if (loop.kind === 'ForStmt' && !loop.cond && !jumpsAway(loop.body, loop, info)) return true;
  }
  return false;
}
