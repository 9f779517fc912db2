import type { Expr, ForStmt, Node, RangeStmt, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Block, Cfg } from '../../../flow/cfg.ts';
import type { Known } from '../../../flow/guards.ts';
import { implied } from '../../../flow/guards.ts';
import { pointAt } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { LocalChannel } from './local-channels.ts';
import type { Operation } from './operation.ts';

/** Where the owner of a channel receives from it, on the graph of the owner. */
export interface Receiving {
  /** The nodes of the graph that receive. */
  readonly nodes: ReadonlySet<Stmt | Expr>;
  /** The channel where a loop ranges over it. */
  readonly operands: ReadonlySet<Expr>;
  /** The loops in which it receives, and those that range over the channel. */
  readonly loops: ReadonlySet<ForStmt | RangeStmt>;
  /**
   * How loops run that are taken to go on until they are left: all, and those only that neither count nor range over
   * anything else.
   */
  readonly staying: Readonly<Record<'all' | 'uncounted', Staying>>;
}

/** What some loops have in common. */
export interface Staying {
  /** Whether a condition keeps control in one of the loops when it has this value. */
  staysInLoop(cond: Expr, value: boolean): boolean;
  /** Whether an edge leads out of one of the loops because there is nothing left to range over. */
  exhausts(from: Block, to: Block): boolean;
}

/** A condition that runs out by itself: a deadline, a context. */
const timeTest = /\.(?:After|Before|Err|Since)\(/;

/** Gathers the receives of the owner itself. */
export function receivingOf({ info, owner }: LocalChannel, operations: readonly Operation[], cfg: Cfg): Receiving {
  const nodes = new Set<Stmt | Expr>();
  const loops = new Set<ForStmt | RangeStmt>();
  const operands = new Set<Expr>();
  for (const { use, places } of operations) {
    const node = use.kind === 'received' && use.info === info ? use.node : undefined;
    if (node?.kind === 'RangeStmt') operands.add(node.x);
    if (node?.kind === 'RangeStmt' && info.enclosingFunc(node) === owner) loops.add(node);
    for (const place of places) {
      const point = pointAt(cfg, place);
      const receive = point?.block.nodes[point.index];
      if (receive) nodes.add(receive);
      for (const loop of loopsAround(place, info)) loops.add(loop);
    }
  }
  const uncounted = [...loops].filter((loop) => (loop.kind === 'RangeStmt' ? operands.has(loop.x) : !loop.post));
  return {
    nodes,
    operands,
    loops,
    staying: { all: stayingIn([...loops], cfg, info), uncounted: stayingIn(uncounted, cfg, info) },
  };
}

function stayingIn(loops: readonly (ForStmt | RangeStmt)[], cfg: Cfg, info: DeclInfo): Staying {
  const leaves = loops
    .flatMap((loop) => (loop.kind === 'ForStmt' && loop.cond ? staying(loop.cond, info) : []))
    .filter((leaf) => !timeTest.test(leaf.text));
  const heads = exhaustingHeads(loops, cfg);
  return {
    staysInLoop: (cond, value) => !leaves.some((leaf) => leaf.cond === cond && leaf.value !== value),
    exhausts: (from, to) => heads.has(from) && from.succs[1] === to,
  };
}

/** What the leaves of a condition must be for a loop to go on: all of them, or the last one where any would do. */
function staying(cond: Expr, info: DeclInfo): readonly Known[] {
  return cond.kind === 'BinaryExpr' && cond.op === '||' ? staying(cond.y, info) : implied(cond, true, info);
}

/** The loops whose body holds a place, within its function. */
function loopsAround(place: Node, info: DeclInfo): readonly (ForStmt | RangeStmt)[] {
  const found: (ForStmt | RangeStmt)[] = [];
  for (let loop = loopAround(place, info); loop; loop = loopAround(loop, info)) {
    if (!isRangeOperand(place, loop)) found.push(loop);
  }
  return found;
}

/** The operand of a range is evaluated before its loop. */
function isRangeOperand(place: Node, loop: ForStmt | RangeStmt): boolean {
  return loop.kind === 'RangeStmt' && loop.x.pos <= place.pos && place.end <= loop.x.end;
}

/** The blocks that decide whether a range goes on: each follows the block that ends with the operand. */
function exhaustingHeads(loops: readonly (ForStmt | RangeStmt)[], cfg: Cfg): ReadonlySet<Block> {
  const operands = new Set<Stmt | Expr>(loops.flatMap((loop) => (loop.kind === 'RangeStmt' ? [loop.x] : [])));
  const before = cfg.blocks.filter((block) => {
    const last = block.nodes[block.nodes.length - 1];
    return last !== undefined && operands.has(last);
  });
  return new Set(before.flatMap((block) => block.succs));
}

/** Whether a node of a graph does something itself, not only in a literal that it holds. */
export function does(node: Node, predicate: (node: Node) => boolean, info: DeclInfo): boolean {
  const func = info.enclosingFunc(node);
  return someNode(node, (each) => predicate(each) && info.enclosingFunc(each) === func);
}
