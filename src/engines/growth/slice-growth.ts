import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { loopAround } from '../../model/loop-around.ts';
import { dereferenced, typeFromExpr, typeString, underlying } from '../../model/type.ts';
import { typeOf } from '../../model/type-of.ts';
import { literalRole } from '../../model/use.ts';
import type { Node } from '../../syntax/ast.ts';
import type { Container } from './container.ts';
import type { Context } from './context.ts';
import type { Insertion } from './effect.ts';
import type { Growing } from './growing.ts';

/** Parameters of functions that run once for each request. */
const requests = /^(?:net\/http\.(?:ResponseWriter|Request)|github\.com\/gin-gonic\/gin\.Context|github\.com\/labstack\/echo(?:\/v\d+)?\.Context|github\.com\/gofiber\/fiber(?:\/v\d+)?\.Ctx|github\.com\/valyala\/fasthttp\.RequestCtx|net\.Conn)$/;

/** Whether an append runs again and again while the program does: in a handler, or in an endless loop. */
export function sliceGrowth({ node, info }: Insertion, container: Container, context: Context): Growing | undefined {
  const func = info.enclosingFunc(node);
  if (!func) return undefined;
  const level = container.exported ? 'note' : 'warning';
  if (handles(func, info)) return { level, confidence: container.exported ? 'medium' : 'high' };
  if (inEndlessLoop(node, info, context)) return { level, confidence: container.exported ? 'medium' : 'high' };
  return undefined;
}

/** Whether a function, or one around it that it runs in, serves a request. */
function handles(func: FuncNode, info: DeclInfo): boolean {
  const parameters = func.type.params.map((field) => typeString(dereferenced(typeFromExpr(field.type, info))));
  if (parameters.some((each) => requests.test(each))) return true;
  const outer = func.kind === 'FuncLit' && ['inline', 'deferred', 'goroutine'].includes(literalRole(func, info)) ? info.enclosingFunc(func) : undefined;
  return outer !== undefined && handles(outer, info);
}

/** A loop without a condition, or over a channel. */
function inEndlessLoop(node: Node, info: DeclInfo, { model }: Context): boolean {
  for (let loop = loopAround(node, info); loop; loop = loopAround(loop, info)) {
    if (loop.kind === 'ForStmt' ? !loop.cond : underlying(typeOf(loop.x, info, model))?.kind === 'Chan') return true;
  }
  return false;
}
