import type { Belief } from '../../../findings/evidence.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { literalRole, useOf } from '../../../model/code/use.ts';
import type { Use } from '../../../model/code/use.ts';
import type { FuncDecl, Node } from '../../../syntax/ast.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { handsOut, handsOutPart } from './hands-out.ts';
import type { Owner } from '../hold/hold.ts';
import { holderOf } from '../hold/holder.ts';
import { resultTypes } from './implementations.ts';
import { isInBranch } from './in-branch.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { ownedResult } from './owned-result.ts';

/** A function that hands out what it acquires. */
export interface Helper {
  readonly decl: FuncDecl;
  readonly info: DeclInfo;
  readonly result: number;
  /** See `hold` of Acquisition. */
  readonly hold?: 'part' | undefined;
  /** What is believed of it: that the caller has the resource, and nobody else. */
  readonly beliefs: readonly Belief[];
  /** Where it gives an owner: which of its fields has the resource. */
  readonly owner?: Owner | undefined;
}

/**
 * The function that returns this acquisition as it is, under the resource's own type, or in an owner of its own that
 * ends it.
 */
export function helperOf(acquisition: Acquisition, context: Context): readonly Helper[] {
  const { info } = acquisition;
  const { decl } = info;
  if (decl.kind !== 'FuncDecl' || info.enclosingFunc(acquisition.call) !== decl) return [];
  const own = context.rule.withError ? ownedResult(acquisition, decl, context) : undefined;
  if (own || acquisition.owner) return own ? [{ decl, info, beliefs: acquisition.beliefs, ...own }] : [];
  const part = acquisition.hold ? undefined : handsOutPart(acquisition, decl, context);
  const result = part ?? handsOut(acquisition, decl, context);
  const beliefs: readonly Belief[] | undefined = context.rule.withError
    ? soleHolder(acquisition, context)
    : ['helper-hands-out'];
  if (result === undefined || beliefs === undefined || isReleasedBefore(acquisition, context)) return [];
  // With a stop function as a companion result the duty lies with that function.
  const types = resultTypes(decl.type, info);
  if (types.includes('func')) return [];
  if (part !== undefined || acquisition.hold) return [{ decl, info, result, beliefs, hold: 'part' }];
  return matchesName(types[result], [context.rule.type].flat()) ? [{ decl, info, result, beliefs }] : [];
}

/**
 * What is believed where a function which returns what it acquired is to keep nothing of it: nothing, where it does no
 * more than use it. One that stores it as well, or sees to its end, shares it (undefined), one that shows it to others
 * may.
 */
function soleHolder(acquisition: Acquisition, context: Context): readonly Belief[] | undefined {
  const { call, result, info, beliefs, hold } = acquisition;
  const holder = holderOf(call, result, info, context.rule);
  if (holder.kind !== 'variable') return beliefs;
  const uses = info
    .usesOf(holder.variable)
    .map((ident) => ({ ident, use: useOf(ident, info), meaning: meaningOf(ident, info, context, hold) }));
  if (uses.some(({ use, meaning }) => use.kind === 'stored' && meaning.kind === 'escape')) return undefined;
  if (uses.some(({ ident, meaning }) => meaning.kind === 'release' && runsLater(ident, info))) return undefined;
  const isSole = uses.every(({ use, meaning }) => isReturned(use, info) || meaning.kind !== 'escape');
  return isSole ? beliefs : [...beliefs, 'shown-to-others'];
}

/** Whether a value is returned, or a field of it. */
function isReturned(use: Use, info: DeclInfo): boolean {
  return use.kind === 'returned' || (use.kind === 'selected' && useOf(use.selector, info).kind === 'returned');
}

/** Whether a use stands in a goroutine, or in a literal that somebody keeps. */
function runsLater(node: Node, info: DeclInfo): boolean {
  const func = info.enclosingFunc(node);
  return func?.kind === 'FuncLit' && ['goroutine', 'callback', 'kept'].includes(literalRole(func, info));
}

/**
 * Whether the function that hands the resource out has released it on its straight way, outside of any branch, or does
 * when it ends: only its name is wanted then.
 */
function isReleasedBefore({ call, result, info, hold }: Acquisition, context: Context): boolean {
  const { rule } = context;
  const holder = holderOf(call, result, info, rule);
  if (!rule.withError || holder.kind !== 'variable') return false;
  return info
    .usesOf(holder.variable)
    .some(
      (ident) =>
        ['release', 'deferred-release'].includes(meaningOf(ident, info, context, hold).kind)
        && !isInBranch(ident, info, holder.variable),
    );
}
