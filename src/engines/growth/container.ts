import type { DeclInfo, Var } from '../../model/info.ts';
import type { Type } from '../../model/type.ts';
import type { Ident, StructType } from '../../syntax/ast.ts';

/** What a container is to its users. */
export type Form =
  /** A built-in map, also under a name of its own. */
  | 'map'
  | 'slice'
  /** sync.Map, or a map of some library: reached by methods. */
  | 'object';

/** A container that lives as long as the process. */
export interface Container {
  readonly form: Form;
  /** Whether it is of a named type of the package, whose methods may put something in. */
  readonly ownType: boolean;
  /** As a user names it: `cache`, `registry.entries`. */
  readonly name: string;
  /** The word its places are found by. */
  readonly word: string;
  /** The package variable that it is, or that holds its struct. */
  readonly variable: Var;
  /** The struct that has it as a field; undefined for a variable. */
  readonly struct: StructType | undefined;
  readonly declared: { readonly ident: Ident; readonly info: DeclInfo };
  /** Whether other packages reach it: they may take out what this one does not. */
  readonly exported: boolean;
  readonly key: Type | undefined;
  readonly value: Type | undefined;
}
