import type { CommClause, Expr, ForStmt, Ident, Node, RangeStmt, Stmt } from '../../../syntax/ast.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { textOf } from '../../../model/text-of.ts';
import type { OwnedChannel, Start } from './owned-channel.ts';

/**
 * Whether a way out of a loop that receives may mean that everything was received: a count, a sentinel. It does not
 * where the loop is left
 * - on an error that was received, unless one goroutine sends all values: it may have ended with the error;
 * - on another error, while the loop goes on until that goroutine closes the channel;
 * - in another clause of the select;
 * - and makes as many passes as there are senders.
 */
export function isUnexplainedExit(node: Stmt | Expr, start: Start, { channel: { info }, receiving }: OwnedChannel): boolean {
  const leaves = node.kind === 'ReturnStmt' || (node.kind === 'BranchStmt' && node.tok !== 'continue' && node.tok !== 'fallthrough');
  if (!leaves) return false;
  const sole = start.sendsAgain;
  const senders = countOf(loopAround(start.node, start.info), start.info);
  let inLoop = false;
  let onError = false;
  for (let at = info.parent(node); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    const error = at.kind === 'IfStmt' ? errorIn(at.cond) : undefined;
    const isReceived = error !== undefined && isReceivedError(error, receiving.nodes, info);
    if (isReceived && !sole) return false;
    if (error !== undefined && !isReceived) onError = true;
    if (at.kind === 'CommClause' && isOtherClause(at, receiving.nodes)) return false;
    if ((at.kind === 'ForStmt' || at.kind === 'RangeStmt') && receiving.loops.has(at)) {
      if (senders !== undefined && countOf(at, info) === senders) return false;
      if (sole && onError && at.kind === 'RangeStmt' && receiving.operands.has(at.x)) return false;
      inLoop = true;
    }
  }
  return inLoop;
}

/** What a loop counts up to, or goes through, where it takes one after the other: `xs` of `range xs` and `i < len(xs)`. */
function countOf(loop: ForStmt | RangeStmt | undefined, info: DeclInfo): string | undefined {
  if (loop?.kind === 'RangeStmt') return /^[\w\u{80}-\u{10ffff}.]+$/u.exec(textOf(loop.x, info))?.[0];
  const bound = loop?.cond?.kind === 'BinaryExpr' && loop.cond.op === '<' && loop.init && loop.post ? loop.cond.y : undefined;
  const [argument] = bound?.kind === 'CallExpr' && bound.fun.kind === 'Ident' && bound.fun.name === 'len' ? bound.args : [];
  const counted = argument ?? (bound?.kind === 'CallExpr' ? undefined : bound);
  return counted && textOf(counted, info);
}

function isOtherClause({ comm }: CommClause, receives: ReadonlySet<Stmt | Expr>): boolean {
  return comm !== undefined && !receives.has(comm);
}

/** `err` of `err != nil`, `r` of `r.err != nil`. */
function errorIn(cond: Expr): Ident | undefined {
  const isTest = cond.kind === 'BinaryExpr' && cond.op === '!=' && cond.y.kind === 'Ident' && cond.y.name === 'nil';
  return isTest ? rootIdent(cond.x) : undefined;
}

/** Whether the variable was received. */
function isReceivedError(error: Ident, receives: ReadonlySet<Stmt | Expr>, info: DeclInfo): boolean {
  const object = info.objectOf(error);
  if (object?.kind !== 'Var') return false;
  const declared = object.origin?.kind === 'value' ? object.origin.value : object.origin?.range.x;
  return [declared, ...info.usesOf(object)].some((use) => use !== undefined && isAssignedFrom(use, receives));
}

function isAssignedFrom(place: Node, nodes: ReadonlySet<Stmt | Expr>): boolean {
  return [...nodes].some((node) => node.pos <= place.pos && place.end <= node.end);
}

function rootIdent(expr: Expr): Ident | undefined {
  if (expr.kind === 'Ident') return expr;
  return expr.kind === 'SelectorExpr' ? rootIdent(expr.x) : undefined;
}
