import type { Decl, Expr, FuncDecl, FuncLit, Ident, Node, RangeStmt, TypeSpec } from '../syntax/ast.ts';
import type { Declaration } from '../syntax/source-file.ts';
import type { ModelFile } from './model-file.ts';

/** A function body's owner: what a control flow graph is built of. */
export type FuncNode = FuncDecl | FuncLit;

/** Where a variable's type comes from, when it is not declared. */
export type Origin =
  /** Result `index` of `value` (index 0 of a one-value expression), as in `v, err := value`. */
  | { readonly kind: 'value'; readonly value: Expr; readonly index: number; readonly count: number }
  /** The key (index 0) or value (index 1) of a range clause. */
  | { readonly kind: 'range'; readonly range: RangeStmt; readonly index: 0 | 1 };

/** A variable: local, parameter, result, receiver, or of the package. Compared by identity. */
export interface Var {
  readonly kind: 'Var';
  readonly name: string;
  readonly role: 'local' | 'param' | 'result' | 'recv' | 'package';
  /** The identifier that declares it. */
  readonly ident: Ident;
  /** The function or literal it belongs to; undefined for a package variable. */
  readonly func: FuncNode | undefined;
  /** Where it is declared: the context of `type` and `origin`. */
  readonly info: DeclInfo;
  /** The declared type, as written. */
  readonly type: Expr | undefined;
  /** What it was initialised from, where the type is not written. */
  readonly origin: Origin | undefined;
  /** Whether it is a variadic parameter: its type is then a slice of the written one. */
  readonly variadic: boolean;
}

/** The name an import gives to a package in one file. */
export interface PkgName {
  readonly kind: 'PkgName';
  readonly path: string;
}

/** A function of this package (not a method). */
export interface Func {
  readonly kind: 'Func';
  readonly declaration: Declaration;
  readonly file: ModelFile;
}

/** A type of this package, or local to a function of it. */
export interface TypeName {
  readonly kind: 'TypeName';
  readonly spec: TypeSpec;
  readonly info: DeclInfo;
}

/** A constant; its value is not evaluated. */
export interface Const {
  readonly kind: 'Const';
  readonly name: string;
}

/** A type parameter: nothing is known of its values. */
export interface TypeParam {
  readonly kind: 'TypeParam';
}

/** A name of the universe scope: `make`, `nil`, `string`, `panic`. */
export interface Universe {
  readonly kind: 'Universe';
  readonly name: string;
}

/** A name that a dot import brings into the file's scope. */
export interface Imported {
  readonly kind: 'Imported';
  readonly path: string;
  readonly name: string;
}

/** What an identifier stands for; named as in go/types. */
export type Obj = Var | PkgName | Func | TypeName | Const | TypeParam | Imported | Universe;

/** What the names inside one top-level declaration mean, and who stands around whom. Named after go/types.Info. */
export interface DeclInfo {
  readonly file: ModelFile;
  readonly decl: Decl;
  /** The node directly around `node`; undefined for the declaration itself. */
  parent(node: Node): Node | undefined;
  /**
   * What an identifier stands for, at a declaration or a use; undefined for selectors, keys of struct literals, labels, and
   * names nobody declares.
   */
  objectOf(ident: Ident): Obj | undefined;
  /** The uses of a variable of this declaration in source order, its declaring identifier left out. */
  usesOf(variable: Var): readonly Ident[];
  /** The innermost function or literal around `node`, itself left out; undefined outside of any. */
  enclosingFunc(node: Node): FuncNode | undefined;
  /** Counts steps of work on this declaration, beside those that the questions above count themselves. Throws TooMuchWork. */
  spend(steps: number): void;
}
