import type { Expr, Node } from '../../../syntax/ast.ts';
import type { Block } from '../../../flow/cfg.ts';
import { isErrorWay, saysError } from '../../../flow/error-way.ts';
import type { Path, Search } from '../../../flow/paths.ts';
import { after, findPaths } from '../../../flow/paths.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { Obligation } from '../rule.ts';
import type { Duty } from './duty.ts';
import { handsOutResult } from './duty.ts';
import type { Effect } from './effects.ts';
import { armedFrom } from './armed.ts';
import type { Beginning } from './companion-error.ts';
import { feasibleFrom, followsFrom } from './feasible.ts';
import { identOf } from '../hold/ident-of.ts';
import { isOver } from './is-over.ts';
import { spentBy } from './spent.ts';

/** Which ways are open behind an acquisition, as long as there is something to release. */
export function openWays(subject: Duty): Pick<Search, 'feasible' | 'follows'> {
  const { acquisition, origin: call, variable, effects, point, node, context } = subject;
  const { info } = acquisition;
  const { rule } = context;
  const begin: Beginning = {
    aliases: effects.aliases,
    start: point,
    isEnd: (each) => each === node || effects.at(each).length > 0,
  };
  const feasible = feasibleFrom(call, variable, info, begin);
  const holders = [variable, ...effects.aliases];
  const isSpent = spentBy(acquisition, context);
  const follows = followsFrom(call, info, begin);
  const isArmed = armedFrom(subject, info, feasible);
  return {
    feasible: (cond, value) =>
      feasible(cond, value) && (value || !isExhausting(cond, holders, info, rule)) && !isSpent(cond, value),
    follows: (from, to) => follows(from, to) && isArmed(to),
  };
}

/** `rows.Next()`: where it answers false the resource has released itself. */
function isExhausting(cond: Expr, holders: readonly Var[], info: DeclInfo, { exhaustedBy = [] }: Obligation): boolean {
  if (cond.kind !== 'CallExpr' || cond.fun.kind !== 'SelectorExpr' || !exhaustedBy.includes(cond.fun.sel.name))
    return false;
  const variable = identOf(cond.fun.x, info);
  return variable !== undefined && holders.includes(variable);
}

/**
 * The ways out on which the duty is unmet: no release, nothing deferred, nothing handed on, no other value, none of
 * `ends`. The effect that is left out does not count.
 */
export function waysOut(subject: Duty, ends: ReadonlySet<Node>, leftOut?: Effect): readonly Path[] {
  const { point } = subject;
  const search = waysOutSearch(subject, leftOut);
  const node: Search['node'] = (each) => (ends.has(each) ? 'cut' : search.node(each));
  const all = findPaths(after(point), { ...search, node });
  if (!all.some((path) => isErrorWay(path))) return all;
  // What can be reached without an error is no way of errors, though the shortest one passes by some.
  const fine = findPaths(after(point), {
    ...search, node, feasible: (cond, value) => !saysError(cond, value) && search.feasible(cond, value),
  });
  return all.map((path) => fine.find(({ end }) => end === path.end) ?? path);
}

function waysOutSearch(subject: Duty, leftOut?: Effect): Search {
  const { node, effects } = subject;
  return {
    node: (each) =>
      each === node
      || effects.at(each).some((effect) => effect !== leftOut)
      || handsOutResult(each, subject)
      || isOver(each, subject)
        ? 'cut'
        : 'pass',
    ...openWays(subject),
  };
}

/**
 * Whether the branch that a way does not take at the end of a block, where its condition holds, leads to a release that
 * is not on the way.
 */
export function releaseDecisions(subject: Duty): (block: Block) => boolean {
  const released = (start: Block): { readonly ends: ReadonlySet<Node>; readonly always: boolean } => {
    const ends = new Set<Node>();
    const search = waysOutSearch(subject);
    const ways = findPaths({ block: start, index: 0 }, {
      ...search,
      node: (node) => {
        const verdict = search.node(node);
        if (verdict === 'cut') ends.add(node);
        return verdict;
      },
    });
    return { ends, always: ways.length === 0 };
  };
  return ({ cond, succs: [holds, other] }) => {
    if (!cond || !holds || !other || !waysOutSearch(subject).feasible(cond, true)) return false;
    const { ends, always } = released(holds);
    if (ends.size === 0 || always) return always && ends.size > 0;
    const beside = released(other).ends;
    return [...ends].some((each) => !beside.has(each));
  };
}
