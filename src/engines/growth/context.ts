import type { DeclInfo, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Seeks } from '../../findings/evidence.ts';
import type { Growth } from './rule.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { Container } from './container/container.ts';
import type { Effect } from './effect/effect.ts';

/** What every question of this engine needs: the rule's data, the package, and where its names stand. */
export interface Context {
  readonly rule: Growth;
  readonly model: PackageModel;
  /** Whether containers of which there will be doubt are looked into. A finalizer ends all doubt. */
  readonly seeksDoubtful: boolean;
  /** Whether what rests on a belief is wanted. */
  readonly seeks: Seeks;
  /**
   * The declarations that mention a container, some after the other: first those that look as if they take something
   * out.
   */
  declarationsUsing(container: Container): Iterable<DeclInfo>;
  /** The places in a declaration that spell a name, as an identifier or behind a dot. */
  places(name: string, info: DeclInfo): readonly Place[];
  /** Whether a function is only called while the program starts; asked again and again for the same ones. */
  readonly startup: Map<object, boolean>;
  /** The effects of the uses of variables that stand for a container, by how far they are still followed. */
  readonly aliases: Map<Var, readonly Effect[]>[];
}

/** An identifier, or a selector that ends in the name, with the declaration around it. */
export interface Place {
  readonly expr: Expr;
  readonly info: DeclInfo;
}
