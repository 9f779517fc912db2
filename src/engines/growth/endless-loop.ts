import { loopAround } from '../../model/code/loop-around.ts';
import { isUnbounded } from '../../model/code/unbounded-loop.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { Node } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';

/**
 * An unbounded loop that waits for what comes, or one over a channel. Others go through pages, and come to the last.
 */
export function inEndlessLoop(node: Node, info: DeclInfo): boolean {
  for (let loop = loopAround(node, info); loop; loop = loopAround(loop, info)) {
    if (isUnbounded(loop, info, info.file.package) && (loop.kind === 'RangeStmt' || someNode(loop.body, waits)))
      return true;
  }
  return false;
}

function waits(node: Node): boolean {
  if (node.kind === 'UnaryExpr') return node.op === '<-';
  return node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && waiting.test(node.fun.sel.name);
}

const waiting = /^(?:Accept|Read|Recv|Receive|Sleep|Wait|Poll)/;
