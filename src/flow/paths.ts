import type { Expr, Stmt } from '../syntax/ast.ts';
import type { Block, Cfg } from './cfg.ts';

/** A place between the nodes of a block: before `nodes[index]`, or at its end. */
export interface Point {
  readonly block: Block;
  readonly index: number;
}

/**
 * What a node means to the search: `pass` on, `cut` the path here (it is of no interest any more), or `hit`: what was
 * looked for.
 */
export type Verdict = 'pass' | 'cut' | 'hit';

/** What a search asks while it walks. */
export interface Search {
  node(node: Stmt | Expr): Verdict;
  /** Whether control can take the branch on which `cond` has this value; where it cannot, the path is not followed. */
  feasible(cond: Expr, value: boolean): boolean;
  /**
   * Whether control can go on from one block to the next one, where more than a condition decides; left out, it can.
   */
  follows?(from: Block, to: Block): boolean;
}

/** A way that the search found: from its start to an exit of the function or to a node that was a hit. */
export interface Path {
  /** The block with the exit or the hit. */
  readonly end: Block;
  /** The node that was the hit; undefined for an exit. */
  readonly hit: Stmt | Expr | undefined;
  /** The blocks on the way, the first and the last included. */
  readonly blocks: readonly Block[];
}

/** The ways found: one for each exit and each hit that can be reached without being cut, the shortest first. */
export function findPaths(start: Point | readonly Point[], search: Search): readonly Path[] {
  const found: Path[] = [];
  const seen = new Set<Block>();
  let frontier: readonly Visit[] = [start]
    .flat()
    .map(({ block, index }) => ({ block, from: index, before: undefined }));
  while (frontier.length > 0) {
    const next: Visit[] = [];
    for (const visit of frontier) for (const one of step(visit, search, seen, found)) next.push(one);
    frontier = next;
  }
  return found;
}

/** A block on its way from the start; ways share their beginnings. */
interface Visit {
  readonly block: Block;
  /** The node to begin with: 0 but for the start itself. */
  readonly from: number;
  readonly before: Visit | undefined;
}

/**
 * Runs through one block. A block entered at its beginning is run once: what is ahead does not depend on the way there.
 */
function step(visit: Visit, search: Search, seen: Set<Block>, found: Path[]): readonly Visit[] {
  const { block } = visit;
  if (visit.from === 0) {
    if (seen.has(block)) return [];
    seen.add(block);
  }
  for (let index = visit.from; index < block.nodes.length; index++) {
    const node = block.nodes[index];
    if (!node) continue;
    const verdict = search.node(node);
    if (verdict === 'cut') return [];
    if (verdict === 'hit') {
      found.push(foundPath(visit, node));
      return [];
    }
  }
  if (block.exit) found.push(foundPath(visit, undefined));
  return successors(visit, search);
}

function successors(visit: Visit, search: Search): readonly Visit[] {
  const { cond, succs } = visit.block;
  const open = cond ? succs.filter((_, index) => search.feasible(cond, index === 0)) : succs;
  const followed = open.filter((block) => search.follows?.(visit.block, block) ?? true);
  return followed.map((block) => ({ block, from: 0, before: visit }));
}

/** The way is listed only when somebody looks at it: most ways found are not shown, and all of them may be long. */
function foundPath(visit: Visit, hit: Stmt | Expr | undefined): Path {
  return {
    end: visit.block,
    hit,
    get blocks() {
      const blocks: Block[] = [];
      for (let at: Visit | undefined = visit; at; at = at.before) blocks.push(at.block);
      return blocks.reverse();
    },
  };
}

/** The node of the graph that contains a stretch of source, as the point before it; undefined where none does. */
export function pointAt(cfg: Cfg, span: { readonly pos: number; readonly end: number }): Point | undefined {
  const { places } = cfg;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.node.pos ?? Infinity) <= span.pos) low = middle + 1;
    else high = middle;
  }
  const last = places[low - 1];
  return last && span.end <= last.node.end ? last : undefined;
}

/** The point behind the node at `point`. */
export function after(point: Point): Point {
  return { block: point.block, index: point.index + 1 };
}

/** The beginning of the function. */
export function entryOf(cfg: Cfg): Point {
  return { block: cfg.entry, index: 0 };
}

/** Whether some exit of the function can be reached from `start` at all. */
export function reachesExit(start: Point): boolean {
  return findPaths(start, { node: () => 'pass', feasible: () => true }).some((path) => path.hit === undefined);
}
