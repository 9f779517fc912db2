import type { Edit } from '../findings/finding.ts';
import type { DeclInfo, FuncNode } from '../model/info.ts';
import { loopAround } from '../model/code/loop-around.ts';
import { literalRole, useOf } from '../model/code/use.ts';
import type { FuncLit, Node, Stmt } from '../syntax/ast.ts';
import { hasGoto } from './has-goto.ts';
import { firstLine, lineAfter } from './insert-line.ts';
import { statementList } from './statement-list.ts';

/**
 * Defers `call` in the one function that uses what `stmt` has made: behind the statement, or at the beginning of the
 * goroutine literal that has it for itself. `uses` are all other places that need it alive.
 *
 * Undefined where the place is not certain: several functions use it, or one that may outlive the function or run more
 * often than once; the statement is in a loop, where deferred calls would pile up until the function ends; a goto may
 * lead back to it. A goroutine must be started by a later statement of the same list, so that each run of `stmt` has
 * one of its own; the variable must then be new in each run, which is the caller's to know.
 */
export function deferCall(stmt: Stmt, uses: readonly Node[], call: string, info: DeclInfo): Edit | undefined {
  const func = info.enclosingFunc(stmt);
  if (!func || hasGoto(func)) return undefined;
  const [user = func, ...others] = new Set(uses.map((use) => runnerOf(use, info)));
  if (others.length > 0) return undefined;
  const code = `defer ${call}`;
  if (user === func) return loopAround(stmt, info) ? undefined : lineAfter(stmt, code, info);
  return user.kind === 'FuncLit' && isStartedAfter(user, stmt, info) ? firstLine(user.body, code, info) : undefined;
}

/**
 * The function at whose end everything that it does at a node is over: literals that it calls or defers itself belong
 * to it.
 */
function runnerOf(node: Node, info: DeclInfo): FuncNode | undefined {
  let func = info.enclosingFunc(node);
  while (func?.kind === 'FuncLit' && isOwnCall(func, info)) func = info.enclosingFunc(func);
  return func;
}

/** `func() { … }()` and `defer func() { … }()`; an argument of a deferred call may be kept by the function called. */
function isOwnCall(literal: FuncLit, info: DeclInfo): boolean {
  return useOf(literal, info).kind === 'called' && literalRole(literal, info) !== 'goroutine';
}

/**
 * Whether a go statement further on in the list of `stmt` starts the literal: then each run of `stmt` has one goroutine
 * of its own.
 */
export function isStartedAfter(literal: FuncLit, stmt: Stmt, info: DeclInfo): boolean {
  const call = info.parent(literal);
  const start = call?.kind === 'CallExpr' && call.fun === literal ? info.parent(call) : undefined;
  return start?.kind === 'GoStmt' && start.pos > stmt.end && statementList(start, info) === statementList(stmt, info);
}
