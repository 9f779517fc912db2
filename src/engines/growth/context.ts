import type { DeclInfo, Var } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Growth } from '../../spec.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { Effect } from './effect.ts';

/** What every question of this engine needs: the rule's data, the package, and where its names stand. */
export interface Context {
  readonly rule: Growth;
  readonly model: PackageModel;
  /** The places that spell a name, as an identifier or behind a dot; all there are, or those in some declarations. */
  places(name: string, infos?: readonly DeclInfo[]): readonly Place[];
  /** The identifiers that declare package variables, by name. */
  readonly variables: ReadonlyMap<string, readonly Place[]>;
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
