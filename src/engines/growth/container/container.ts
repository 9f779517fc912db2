import type { DeclInfo, Obj } from '../../../model/info.ts';
import type { Type } from '../../../model/types/type.ts';
import type { Place } from './growing-names.ts';
import type { Ident, StructType } from '../../../syntax/ast.ts';

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
  /** Where something is put in; undefined where methods of its type do that. */
  readonly places: readonly Place[] | undefined;
  /** What declares its struct: a type, or a variable whose struct has no name; undefined for a variable. */
  readonly owner: Obj | undefined;
  /** The package variables that may hold its struct. */
  readonly holders: readonly string[];
  /** Whether no package variable holds its struct, but a service that lives as long as its server. */
  readonly service: boolean;
  /** The struct that has it as a field; undefined for a variable. */
  readonly struct: StructType | undefined;
  readonly declared: { readonly ident: Ident; readonly info: DeclInfo };
  /** Whether other packages reach it: they may take out what this one does not. */
  readonly exported: boolean;
  readonly key: Type | undefined;
  readonly value: Type | undefined;
}
