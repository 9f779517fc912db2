import type { DeclInfo } from '../../../model/info.ts';
import type { Use } from '../../../model/code/use.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { Expr, Stmt } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import { mayBeForgotten } from './forgotten.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Meaning } from './meaning-kind.ts';
import { deferred, escape, isBlank, plainUse, release } from './meaning-kind.ts';

/**
 * Whoever mentions a function may call it; only to drop it, or to replace it, is no use. As go vet's lostcancel, which
 * takes both for one.
 */
export function functionMeaning(ident: Expr, use: Use, info: DeclInfo, context: Context): Meaning {
  if (use.kind === 'assigned') return setsToNil(use.stmt) ? escape : { kind: 'overwrite' };
  if (use.kind === 'called') return callRole(use.call, info) === 'deferred' ? deferred : release;
  if (use.kind === 'argument') return mayBeForgotten(use.call, use.index, info, context) ? plainUse : escape;
  return use.kind === 'stored' && isBlank(use.target) && !isCalled(ident, info) ? plainUse : escape;
}

/** `_ = cancel` beside ways that call it says that somebody has thought about this way, too. */
function isCalled(ident: Expr, info: DeclInfo): boolean {
  const variable = identOf(ident, info);
  return variable !== undefined && info.usesOf(variable).some((each) => useOf(each, info).kind === 'called');
}

/** `cancel = nil` says that somebody knows, and means to keep what it would end. */
function setsToNil(stmt: Stmt): boolean {
  return (
    stmt.kind === 'AssignStmt' && stmt.rhs.length === 1 && stmt.rhs[0]?.kind === 'Ident' && stmt.rhs[0].name === 'nil'
  );
}
