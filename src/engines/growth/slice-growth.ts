import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { loopAround } from '../../model/code/loop-around.ts';
import { underlying } from '../../model/types/type.ts';
import { typeOf } from '../../model/types/type-of.ts';
import { literalRole } from '../../model/code/use.ts';
import type { Node } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { takesRequest } from './key/outside-types.ts';
import type { Container } from './container/container.ts';
import type { Context } from './context.ts';
import type { Insertion } from './effect/effect.ts';
import type { Growing } from './effect/growing.ts';
import { growing, told, toldOfFew } from './effect/growing.ts';

/** Whether an append runs again and again while the program does: in a handler, or in an endless loop. */
export function sliceGrowth({ node, info }: Insertion, container: Container, context: Context): Growing | undefined {
  const isDoubtful = container.exported || container.service;
  const func = isDoubtful && !context.seeksDoubtful ? undefined : info.enclosingFunc(node);
  if (!func || !(handles(func, info) || inEndlessLoop(node, info, context))) return undefined;
  if (container.exported) return toldOfFew;
  return isDoubtful ? told : growing;
}

/** Whether a function, or one around it that it runs in, serves a request. */
function handles(func: FuncNode, info: DeclInfo): boolean {
  if (takesRequest(func, info)) return true;
  const outer =
    func.kind === 'FuncLit' && ['inline', 'deferred', 'goroutine'].includes(literalRole(func, info)) ? info.enclosingFunc(func) : undefined;
  return outer !== undefined && handles(outer, info);
}

/** A loop without a condition that waits for what comes, or one over a channel. Others go through pages, and come to the last. */
function inEndlessLoop(node: Node, info: DeclInfo, { model }: Context): boolean {
  for (let loop = loopAround(node, info); loop; loop = loopAround(loop, info)) {
    if (loop.kind === 'ForStmt' ? !loop.cond && someNode(loop.body, waits) : underlying(typeOf(loop.x, info, model))?.kind === 'Chan')
      return true;
  }
  return false;
}

function waits(node: Node): boolean {
  if (node.kind === 'UnaryExpr') return node.op === '<-';
  return node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && waiting.test(node.fun.sel.name);
}

const waiting = /^(?:Accept|Read|Recv|Receive|Sleep|Wait|Poll)/;
