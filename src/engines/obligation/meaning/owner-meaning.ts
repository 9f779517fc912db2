import type { DeclInfo, Func } from '../../../model/info.ts';
import { methodOf } from '../../../model/types/members.ts';
import { calleeOf, funcOf, typeOf } from '../../../model/types/type-of.ts';
import type { Use } from '../../../model/code/use.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import type { Hold, Owner } from '../hold/hold.ts';
import type { Meaning } from './meaning-kind.ts';
import { deferred, escape, plainUse, release } from './meaning-kind.ts';

/** What the meaning of a use of an owner is made of. */
interface Ask {
  /** The meaning of an expression that holds so much. */
  of(expr: Expr, hold: Hold): Meaning;
  /** What a method does with its receiver, which is the owner. */
  receiver(func: Func): 'releases' | 'uses' | 'escapes';
}

/**
 * What a selection from an owner does to the resource in its field; undefined for other uses, which are as those of any
 * value.
 */
export function ownerMeaning(
  ident: Expr,
  use: Use,
  owner: Owner,
  info: DeclInfo,
  context: Context,
  ask: Ask,
): Meaning | undefined {
  if (use.kind === 'method-call') return methodMeaning(use.name, use.call, owner, info, context, ask);
  if (use.kind !== 'selected') return undefined;
  if (use.name === owner.field)
    return useOf(use.selector, info).kind === 'assigned' ? { kind: 'overwrite' } : ask.of(use.selector, owner.holds);
  if (owner.isEmbedded && owner.holds === 'whole' && use.name === context.rule.part)
    return ask.of(use.selector, 'part');
  // a method value takes the owner along
  return methodOf(typeOf(ident, info, context.model), use.name) ? escape : plainUse;
}

function methodMeaning(
  name: string,
  call: CallExpr,
  owner: Owner,
  info: DeclInfo,
  { rule, model }: Context,
  { receiver }: Ask,
): Meaning {
  const role = callRole(call, info);
  if (role === 'goroutine') return escape;
  const func = funcOf(calleeOf(call, info, model));
  const effect = func ? receiver(func) : promoted(name, owner, rule);
  if (effect === 'releases') return role === 'deferred' ? deferred : release;
  return effect === 'uses' ? plainUse : escape;
}

/** What a method does that is not one of the workspace: one of the resource itself, or of an interface. */
function promoted(name: string, { isEmbedded }: Owner, rule: Context['rule']): 'releases' | 'uses' | 'escapes' {
  if (rule.release.includes(name)) return 'releases';
  return isEmbedded && rule.anyUse && !rule.handsOn?.includes(name) ? 'uses' : 'escapes';
}
