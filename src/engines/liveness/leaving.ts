import type { CommClause, Expr, Ident, Node, Stmt } from '../../syntax/ast.ts';
import type { Cfg } from '../../flow/cfg.ts';
import type { Known } from '../../flow/guards.ts';
import { textOf } from '../../model/text-of.ts';
import { guards } from '../../flow/guards.ts';
import type { Path, Point, Search } from '../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../flow/paths.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Sender } from './dependent.ts';
import { waitsFor } from './dependent.ts';
import type { LocalChannel } from './local-channels.ts';
import type { Receiving } from './receiving.ts';
import { failsTest } from './fails-test.ts';

/** What is known about a channel, its owner and its receives. */
export interface Scene {
  readonly channel: LocalChannel;
  readonly cfg: Cfg;
  readonly receiving: Receiving;
  readonly model: PackageModel;
}

/** One place at which the owner starts a goroutine that sends. */
export interface Start extends Sender {
  readonly node: Stmt | Expr;
  readonly point: Point;
}

/** A way on which the owner leaves, and how often it receives on it. */
export interface Leaving {
  /** From the last receive on, or from the start where there is none. */
  readonly path: Path;
  readonly receives: number;
}

/** How the owner can leave after a start with fewer than `needed` receives; the one with the fewest, the first in the source. */
export function leavingWithout(start: Start, needed: number, scene: Scene): Leaving | undefined {
  const seen = new Set<Stmt | Expr>();
  let points: readonly Point[] = [after(start.point)];
  for (let receives = 0; receives < needed && points.length > 0; receives++) {
    const paths = points.flatMap((point) => findPaths(point, searchFrom(start, scene, receives)));
    const ways = paths.filter(({ hit }) => hit === undefined || !scene.receiving.nodes.has(hit));
    const [path] = ways.sort((a, b) => endOf(a) - endOf(b));
    if (path) return { path, receives };
    points = paths.flatMap(({ hit }) => {
      const point = hit && !seen.has(hit) ? pointAt(scene.cfg, hit) : undefined;
      if (hit) seen.add(hit);
      return point ? [after(point)] : [];
    });
  }
  return undefined;
}

/** Whether control gets from one start to another without a receive on the way. */
export function leadsTo(from: Start, to: Start, scene: Scene): boolean {
  const search = searchFrom(from, scene, 0);
  const paths = findPaths(after(from.point), { ...search, node: (node) => (node === to.node ? 'hit' : search.node(node)) });
  return paths.some((path) => path.hit === to.node);
}

function endOf({ hit, end }: Path): number {
  return (hit ?? end.nodes[end.nodes.length - 1])?.pos ?? Infinity;
}

/** A search that stops at receives and at calls that fail a test, and follows no way on which the goroutine is known to be done. */
function searchFrom(start: Start, scene: Scene, receives: number): Search {
  const { channel: { info, variable, uses }, receiving, model } = scene;
  const known = guards(start.body, info);
  const makes = uses.uses.flatMap((use) => (use.kind === 'made' ? [use.call] : []));
  return {
    node(node) {
      info.spend(makes.length);
      if (receiving.nodes.has(node)) return 'hit';
      if (makes.some((make) => contains(node, make))) return 'cut';
      if (failsTest(node, info, model)) return 'hit';
      if (waitsFor(node, start, model)) return 'cut';
      return receives > 0 && isUnexplainedExit(node, scene) ? 'cut' : 'pass';
    },
    feasible: (cond, value) =>
      receiving.staysInLoop(cond, value) && agrees(cond, value, known, info) && !isNilTest(cond, value, variable.name),
    follows: (from, to) => !receiving.exhausts(from, to),
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

/**
 * Whether a way out of a loop that receives may mean that everything was received: a count, a sentinel. It does not
 * where the loop is left on an error that was received, or in another clause of the select.
 */
function isUnexplainedExit(node: Stmt | Expr, { channel: { info }, receiving }: Scene): boolean {
  const leaves = node.kind === 'ReturnStmt' || (node.kind === 'BranchStmt' && node.tok !== 'continue' && node.tok !== 'fallthrough');
  if (!leaves) return false;
  let inLoop = false;
  for (let at = info.parent(node); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind === 'IfStmt' && isErrorTest(at.cond, receiving, info)) return false;
    if (at.kind === 'CommClause' && isOtherClause(at, receiving)) return false;
    if ((at.kind === 'ForStmt' || at.kind === 'RangeStmt') && receiving.loops.has(at)) inLoop = true;
  }
  return inLoop;
}

function isOtherClause({ comm }: CommClause, { nodes }: Receiving): boolean {
  return comm !== undefined && !nodes.has(comm);
}

/** `err != nil`, `r.err != nil`, where the variable was received. */
function isErrorTest(cond: Expr, { nodes }: Receiving, info: DeclInfo): boolean {
  if (cond.kind !== 'BinaryExpr' || cond.op !== '!=' || cond.y.kind !== 'Ident' || cond.y.name !== 'nil') return false;
  const root = rootIdent(cond.x);
  const object = root && info.objectOf(root);
  if (object?.kind !== 'Var') return false;
  const declared = object.origin?.kind === 'value' ? object.origin.value : object.origin?.range.x;
  return [declared, ...info.usesOf(object)].some((use) => use !== undefined && isAssignedFrom(use, nodes));
}

function isAssignedFrom(place: Node, nodes: ReadonlySet<Stmt | Expr>): boolean {
  return [...nodes].some((node) => contains(node, place));
}

function rootIdent(expr: Expr): Ident | undefined {
  if (expr.kind === 'Ident') return expr;
  return expr.kind === 'SelectorExpr' ? rootIdent(expr.x) : undefined;
}

function contains(outer: Node, inner: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
