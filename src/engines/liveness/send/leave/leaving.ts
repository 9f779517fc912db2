import type { Expr, Stmt } from '../../../../syntax/ast.ts';
import type { Known } from '../../../../flow/guards.ts';
import { textOf } from '../../../../model/text-of.ts';
import { guards } from '../../../../flow/guards.ts';
import type { Path, Point, Search } from '../../../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../../../flow/paths.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import { waitsFor } from './dependent.ts';
import { failsTest } from './fails-test.ts';
import { hasFired, saysStopped } from './fired-timer.ts';
import type { OwnedChannel, Start } from '../owned-channel.ts';
import { isUnexplainedExit } from './unexplained-exit.ts';
import { isWithin } from '../../../../syntax/span.ts';

/** A way on which the owner leaves, and how often it receives on it. */
export interface Leaving {
  /** From the last receive on, or from the start where there is none. */
  readonly path: Path;
  readonly receives: number;
}

/**
 * How the owner can leave after a start with fewer than `needed` receives; the one with the fewest, the first in the
 * source.
 */
export function leavingWithout(start: Start, needed: number, owned: OwnedChannel): Leaving | undefined {
  const seen = new Set<Stmt | Expr>();
  let points: readonly Point[] = [after(start.point)];
  for (let receives = 0; receives < needed && points.length > 0; receives++) {
    const paths = points.flatMap((point) => findPaths(point, searchFrom(start, owned, receives)));
    const ways = paths.filter(({ hit }) => hit === undefined || !owned.receiving.nodes.has(hit));
    const [path] = ways.sort((a, b) => endOf(a) - endOf(b));
    if (path) return { path, receives };
    points = paths.flatMap(({ hit }) => {
      const point = hit && !seen.has(hit) ? pointAt(owned.cfg, hit) : undefined;
      if (hit) seen.add(hit);
      return point ? [after(point)] : [];
    });
  }
  return undefined;
}

/** Whether control gets from one start to another without a receive on the way. */
export function leadsTo(from: Start, to: Start, owned: OwnedChannel): boolean {
  const search = searchFrom(from, owned, 0);
  const paths = findPaths(after(from.point), {
    ...search,
    node: (node) => (node === to.node ? 'hit' : search.node(node)),
  });
  return paths.some((path) => path.hit === to.node);
}

function endOf({ hit, end }: Path): number {
  return (hit ?? end.nodes[end.nodes.length - 1])?.pos ?? Infinity;
}

/**
 * A search that stops at receives and at calls that fail a test, and follows no way on which the goroutine is known to
 * be done.
 */
function searchFrom(start: Start, owned: OwnedChannel, receives: number): Search {
  const { channel: { info, variable, uses }, receiving, model } = owned;
  const known = guards(start.body, info);
  // Who sends without an end goes on when who receives has come to the end of its own list.
  const { staysInLoop, exhausts } = receiving.staying[start.endless && receives > 0 ? 'uncounted' : 'all'];
  // A channel made anew is another one, and where the owner closes it there is no sender, or it panics.
  const ends = uses.uses.flatMap((use) =>
    use.kind === 'made' || (use.kind === 'closed' && use.info === info) ? [use.call] : [],
  );
  return {
    node(node) {
      info.spend(ends.length);
      if (receiving.nodes.has(node)) return 'hit';
      if (ends.some((end) => isWithin(end, node) && info.enclosingFunc(end) === info.enclosingFunc(node))) return 'cut';
      if (failsTest(node, info, model)) return 'hit';
      if (hasFired(node, start.stopped, info) || waitsFor(node, start, owned)) return 'cut';
      return receives > 0 && isUnexplainedExit(node, start, owned) ? 'cut' : 'pass';
    },
    feasible: (cond, value) =>
      !saysStopped(cond, value, start.timers, info) && staysInLoop(cond, value) && agrees(cond, value, known, info)
      && !isNilTest(cond, value, variable.name),
    follows: (from, to) => !exhausts(from, to),
  };
}

function agrees(cond: Expr, value: boolean, known: readonly Known[], info: DeclInfo): boolean {
  const text = textOf(cond, info);
  return !known.some((guard) => guard.text === text && guard.value !== value);
}

/** `c == nil` does not hold once it is made. */
function isNilTest(cond: Expr, value: boolean, channel: string): boolean {
  if (cond.kind !== 'BinaryExpr' || cond.x.kind !== 'Ident' || cond.y.kind !== 'Ident') return false;
  return cond.x.name === channel && cond.y.name === 'nil' && value === (cond.op === '==');
}
