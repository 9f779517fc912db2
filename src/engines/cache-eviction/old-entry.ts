import type { Cfg } from '../../flow/cfg.ts';
import { after, entryOf, findPaths, pointAt } from '../../flow/paths.ts';
import { resultTargets } from '../../model/code/assignment.ts';
import type { Var } from '../../model/info.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import type { CallExpr, Expr, Node, Stmt } from '../../syntax/ast.ts';
import { someNode, walk } from '../../syntax/walk.ts';
import type { CacheContext } from './cache-context.ts';
import type { Skip } from './skip.ts';
import { isCallOn, isForKey } from './skip.ts';
import { calledName } from '../../syntax/last-word.ts';
import { sameExpr } from '../../model/same-expr.ts';

/** The graph of the function around a call, and the node of the call in it. */
interface Target {
  readonly cfg: Cfg;
  readonly node: Stmt | Expr;
}

function targetOf({ call, info, func }: Skip, { cfgs }: CacheContext): Target | undefined {
  const cfg = cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const node = point?.block.nodes[point.index];
  return cfg && node && { cfg, node };
}

/**
 * Whether every way to the call passes a removal of the same key, which runs the callback; also where that cannot be
 * told.
 */
export function isRemovedBefore(key: Expr, skip: Skip, context: CacheContext): boolean {
  const target = targetOf(skip, context);
  if (!target) return true;
  const ways = findPaths(entryOf(target.cfg), {
    node: (node) => (node === target.node ? 'hit' : removes(node, key, skip, context) ? 'cut' : 'pass'),
    feasible: () => true,
  });
  return !ways.some((path) => path.hit !== undefined);
}

function removes(node: Node, key: Expr, skip: Skip, { cache }: CacheContext): boolean {
  return someNode(node, (each) => isCallOn(skip, [cache.remove], each) && isForKey(each, key, skip));
}

/** What asking for the key before says of an old value. */
export type OldEntry =
  /** There is none, or nobody can say. */
  | 'absent'
  /** There was none, but the lock was released since: another goroutine may have put one there. */
  | 'raced'
  /** There may be one. */
  | 'possible';

/**
 * What is known of an entry under the key where the call stands. Without a question there may be one; with one there is
 * none, unless a way leads from finding it to the call. What is found and ended by hand counts as gone, and so does
 * everything whose answer is not a plain condition.
 */
export function oldEntry(key: Expr, skip: Skip, context: CacheContext): OldEntry {
  const target = targetOf(skip, context);
  const asked = questions(key, skip, context);
  if (asked.length === 0) return 'possible';
  if (!target) return 'absent';
  if (asked.some((question) => leadsOn(question, target, key, skip, context))) return 'possible';
  return asked.every((question) => isUnlockedBetween(question, skip)) ? 'raced' : 'absent';
}

/**
 * Whether a function of the package has been asked for the key before, that asks a cache: `if p, ok := s.find(key); ok
 * { return p }`.
 */
export function isAskedByHelper(key: Expr, skip: Skip, { cache, model }: CacheContext): boolean {
  return someNode(skip.func, (node) => {
    if (
      node.kind !== 'CallExpr'
      || node.end > skip.call.pos
      || !node.args.some((arg) => sameExpr(arg, key, skip.info))
    )
      return false;
    const callee = calleeOf(node, skip.info, model);
    return (
      callee?.kind === 'Func'
      && someNode(
        model.infoOf(callee.func).decl,
        (inner) => inner.kind === 'CallExpr' && cache.reads.includes(calledName(inner)),
      )
    );
  });
}

/**
 * Whether the function releases and takes a lock again between the question and the call, in the same block as the
 * call.
 */
function isUnlockedBetween(question: CallExpr, { call, info }: Skip): boolean {
  let statement: Node = call;
  let block = info.parent(call);
  while (block && block.kind !== 'BlockStmt') [statement, block] = [block, info.parent(block)];
  const between = block?.list.filter((each) => each.pos >= question.end && each.end <= statement.pos) ?? [];
  const unlock = between.findIndex((each) => isLockCall(each, /^R?Unlock$/));
  return unlock !== -1 && between.slice(unlock).some((each) => isLockCall(each, /^Lock$/));
}

function isLockCall(statement: Stmt, name: RegExp): boolean {
  return statement.kind === 'ExprStmt' && statement.x.kind === 'CallExpr' && name.test(calledName(statement.x));
}

function questions(key: Expr, skip: Skip, { cache }: CacheContext): readonly CallExpr[] {
  const found: CallExpr[] = [];
  walk(skip.func, (node) => {
    if (node.end <= skip.call.pos && isCallOn(skip, cache.reads, node) && isForKey(node, key, skip)) found.push(node);
  });
  return found;
}

/** Whether the call can be reached from the question although it found something. */
function leadsOn(question: CallExpr, target: Target, key: Expr, skip: Skip, context: CacheContext): boolean {
  const point = pointAt(target.cfg, question);
  const answer = answerOf(question, skip);
  if (!point || !answer) return false;
  const ways = findPaths(after(point), {
    node: (node) =>
      node === target.node ? 'hit' : ends(node, context) || removes(node, key, skip, context) ? 'cut' : 'pass',
    feasible: (cond, value) => cond.kind !== 'Ident' || skip.info.objectOf(cond) !== answer || value,
  });
  return ways.some((path) => path.hit !== undefined);
}

/** The `ok` of `v, ok := c.Get(key)`. */
function answerOf(question: CallExpr, { info }: Skip): Var | undefined {
  const targets = resultTargets(question, info);
  const last = targets.length > 1 ? targets.at(-1) : undefined;
  const object = last?.kind === 'Ident' ? info.objectOf(last) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

/** Whether something is closed or stopped here: it may be the old value. */
function ends(node: Node, { rule }: CacheContext): boolean {
  return someNode(node, (each) => each.kind === 'CallExpr' && rule.releases.includes(calledName(each)));
}
