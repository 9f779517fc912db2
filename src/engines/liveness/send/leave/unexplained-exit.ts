import type { CommClause, Expr, Ident, Node, Stmt } from '../../../../syntax/ast.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import { neverLeaves } from '../count/endless-sender.ts';
import { countOf } from '../count/loop-count.ts';
import { isOwnDecision } from './own-decision.ts';
import type { OwnedChannel, Start } from '../owned-channel.ts';

/**
 * Whether a way out of a loop that receives may mean that everything was received: a count, a sentinel. It does not
 * where the loop is left
 * - on an error that was received, unless one goroutine sends all values: it may have ended with the error;
 * - on another error, while the loop goes on until that goroutine closes the channel;
 * - in another clause of the select;
 * - for a reason of the receiver's own, as every reason is where the sender has no end;
 * - and makes as many passes as there are senders.
 */
export function isUnexplainedExit(node: Stmt | Expr, start: Start, owned: OwnedChannel): boolean {
  const { channel: { info }, receiving } = owned;
  const leaves =
    node.kind === 'ReturnStmt' || (node.kind === 'BranchStmt' && node.tok !== 'continue' && node.tok !== 'fallthrough');
  if (!leaves || (start.endless && start.sends.every(neverLeaves))) return false;
  const sole = start.sendsAgain;
  const senders = countOf(loopAround(start.node, start.info), start.info);
  let inLoop = false;
  let onError = false;
  const tests: Expr[] = [];
  for (let at = info.parent(node); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind === 'IfStmt') tests.push(at.cond);
    if (at.kind === 'CaseClause') tests.push(...(at.list ?? []));
    const error = at.kind === 'IfStmt' ? errorIn(at.cond) : undefined;
    const isReceived = error !== undefined && isReceivedError(error, receiving.nodes, info);
    if (isReceived && !sole) return false;
    if (error !== undefined && !isReceived) onError = true;
    if (at.kind === 'CommClause' && isOtherClause(at, receiving.nodes)) return false;
    if ((at.kind === 'ForStmt' || at.kind === 'RangeStmt') && receiving.loops.has(at)) {
      if (senders !== undefined && countOf(at, info) === senders) return false;
      if (isOwnDecision({ loop: at, tests }, start, owned)) return false;
      if (sole && onError && at.kind === 'RangeStmt' && receiving.operands.has(at.x)) return false;
      inLoop = true;
    }
  }
  return inLoop;
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
