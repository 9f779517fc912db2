import type { Expr, Stmt } from '../../../syntax/ast.ts';
import type { Point } from '../../../flow/paths.ts';
import { after, findPaths } from '../../../flow/paths.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { useOf } from '../../../model/code/use.ts';
import { identOf } from '../hold/ident-of.ts';
import { isNilTest, isNotEqual } from './nil-test.ts';

/** The error that came with a resource. */
export interface CompanionError {
  readonly variable: Var;
  /** Whether the variable surely still holds that error at a place: tests of it elsewhere say nothing. */
  holdsAt(place: { readonly pos: number }): boolean;
}

/**
 * What is known beside the acquisition: other variables with the resource, where the ways begin, and the nodes at which
 * the search ends.
 */
export interface Beginning {
  readonly aliases?: readonly Var[];
  readonly start?: Point;
  isEnd?(node: Stmt | Expr): boolean;
}

/**
 * The last variable of `v, err := acquire()`, and those made of it: `e := wrap(err)`. With `start`, the point of the
 * acquisition, the ways from there tell where the variable may have another value; else their order in the source does.
 */
export function companionErrors(call: Expr, info: DeclInfo, begin: Beginning): readonly CompanionError[] {
  const { start } = begin;
  const targets = resultTargets(call, info);
  const last = targets.at(-1);
  const variable = last && identOf(last, info);
  // A single result may be the resource, or the error of a call that runs a closure with the acquisition in it.
  if (!variable || (targets.length === 1 && !/^e$|[eE]rr/.test(variable.name))) return [];
  const given = info.usesOf(variable).filter((ident) => ident.pos > call.end && useOf(ident, info).kind === 'assigned');
  const until = given[0]?.pos ?? Infinity;
  const made = info.usesOf(variable).flatMap((ident): CompanionError[] => {
    const target = ident.pos > call.end && ident.pos <= until ? madeOf(ident, info) : undefined;
    return target && target !== variable
      ? [{ variable: target, holdsAt: (place) => place.pos > target.ident.pos }]
      : [];
  });
  const replaced = start && given.length > 0 ? placesAfter(variable, start, begin, info) : undefined;
  return [{ variable, holdsAt: (place) => (replaced ? !replaced.has(place.pos) : place.pos < until) }, ...made];
}

/** The variable that a value is given to, as it is or by way of a call. */
function madeOf(value: Expr, info: DeclInfo): Var | undefined {
  const use = useOf(value, info);
  if (use.kind === 'stored') return identOf(use.target, info);
  const outer = use.kind === 'argument' ? useOf(use.call, info) : undefined;
  return outer?.kind === 'stored' ? identOf(outer.target, info) : undefined;
}

/**
 * The offsets of all nodes that can be reached after the variable was given another value, the first error being nil
 * until then.
 */
function placesAfter(error: Var, start: Point, { isEnd }: Beginning, info: DeclInfo): ReadonlySet<number> {
  const writes = info.usesOf(error).filter((ident) => useOf(ident, info).kind === 'assigned');
  const isWrite = (node: Stmt | Expr): boolean =>
    writes.some((ident) => node.pos <= ident.pos && ident.end <= node.end);
  const places = new Set<number>();
  const first = findPaths(after(start), {
    node: (node) => (isEnd?.(node) ? 'cut' : isWrite(node) ? 'hit' : 'pass'),
    feasible: (cond, value) => !isNilTest(cond, error, info) || value !== isNotEqual(cond),
  });
  for (const { hit, end } of first) {
    if (!hit) continue;
    findPaths({ block: end, index: end.nodes.indexOf(hit) + 1 }, {
      node: (node) => {
        if (isEnd?.(node) || places.has(node.pos)) return 'cut';
        places.add(node.pos);
        return 'pass';
      },
      feasible: () => true,
    });
  }
  return places;
}
