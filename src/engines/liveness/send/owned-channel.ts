import type { Expr, Node, Stmt } from '../../../syntax/ast.ts';
import type { Cfg } from '../../../flow/cfg.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import type { Point } from '../../../flow/paths.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import type { LocalChannel } from '../channel/local-channels.ts';
import type { Operation } from '../channel/operation.ts';
import type { Receiving } from '../channel/receiving.ts';

/** What is known about a channel, its owner and its receives. */
export interface OwnedChannel {
  readonly channel: LocalChannel;
  readonly cfg: Cfg;
  readonly receiving: Receiving;
  readonly model: PackageModel;
  readonly cfgs: FunctionCfgs;
}

/** One place at which the owner starts a goroutine that sends. */
export interface Start {
  readonly node: Stmt | Expr;
  /** The literal that the goroutine runs, or the call that starts a function of the package. */
  readonly body: Node;
  readonly owner: FuncNode;
  readonly info: DeclInfo;
  /** What it sends on the channel, not in a select with other clauses. */
  readonly sends: readonly Operation[];
  readonly point: Point;
  /** Whether it is one goroutine that makes its sends again and again. */
  readonly sendsAgain: boolean;
  /** Whether it does so without an end of its own: no buffer has room for all. */
  readonly endless: boolean;
  /**
   * Whether its reader may leave before the last send, but need not: it sends for messages from outside, or after
   * offers of a callback.
   */
  readonly fed: boolean;
  /** The timers, as written, that must have fired before it sends. */
  readonly timers: ReadonlySet<string>;
  /** The timers, as written, that it has stopped before they fired when it sends. */
  readonly stopped: ReadonlySet<string>;
}
