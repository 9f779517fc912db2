import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { literalRole } from '../../model/code/use.ts';
import { takesRequest } from '../../facts/brought.ts';
import type { Container } from './container/container.ts';
import type { Context } from './context.ts';
import type { Insertion } from './effect/effect.ts';
import { inEndlessLoop } from './endless-loop.ts';
import type { Growing } from './effect/growing.ts';
import { growing, told, toldOfFew } from './effect/growing.ts';

/** Whether an append runs again and again while the program does: in a handler, or in an endless loop. */
export function sliceGrowth({ node, info }: Insertion, container: Container, context: Context): Growing | undefined {
  const isDoubtful = container.exported || container.service;
  const func = isDoubtful && !context.seeksDoubtful ? undefined : info.enclosingFunc(node);
  if (!func || !(handles(func, info) || inEndlessLoop(node, info))) return undefined;
  if (container.exported) return toldOfFew;
  return isDoubtful ? told : growing;
}

/** Whether a function, or one around it that it runs in, serves a request. */
function handles(func: FuncNode, info: DeclInfo): boolean {
  if (takesRequest(func, info)) return true;
  const outer =
    func.kind === 'FuncLit' && ['inline', 'deferred', 'goroutine'].includes(literalRole(func, info))
      ? info.enclosingFunc(func)
      : undefined;
  return outer !== undefined && handles(outer, info);
}
