import type { Expr, Stmt } from '../syntax/ast.ts';

/**
 * How control leaves a function for good. Panics and calls that never return leave it too, but nobody is left to mind.
 */
export type ExitKind = 'return' | 'end' | 'goexit';

/**
 * A basic block, as in golang.org/x/tools/go/cfg: statements and expressions that run one after the other. Compound
 * statements are taken apart; a function literal is a value here, its body has a graph of its own.
 */
export interface Block {
  readonly index: number;
  /** Simple statements, conditions, tags, case expressions and range operands, in order of execution. */
  readonly nodes: readonly (Stmt | Expr)[];
  /** With a condition, `succs[0]` is where it holds and `succs[1]` where it does not. */
  readonly succs: readonly Block[];
  /** The condition at the end of the block, its last node; `&&`, `||` and `!` are taken apart. */
  readonly cond: Expr | undefined;
  /** Whether control leaves the function at the end of the block, and how. */
  readonly exit: ExitKind | undefined;
}

/** A node of the graph: `block.nodes[index]`. */
export interface Place {
  readonly node: Stmt | Expr;
  readonly block: Block;
  readonly index: number;
}

/** The control flow graph of one function or literal. Unreachable blocks may be among the blocks. */
export interface Cfg {
  readonly entry: Block;
  readonly blocks: readonly Block[];
  /** All nodes with their places in the blocks, by position in the source. No node contains another. */
  readonly places: readonly Place[];
  /** Offset of the closing brace: where an exit of kind `end` stands. */
  readonly closingBrace: number;
}
