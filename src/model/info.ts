import type { Decl, Expr, FuncDecl, FuncLit, Ident, Node, RangeStmt, TypeSpec } from '../syntax/ast.ts';
import type { GoSettings } from '../package-text.ts';
import type { Declaration, PlaceTest, SourceFile } from '../syntax/source-file.ts';
import type { Constraint } from './build/build-constraint.ts';

/** A file of a package, with what is known of it before any declaration is parsed. */
export interface ModelFile {
  readonly source: SourceFile;
  /** The package it belongs to: where questions about what it declares go on. */
  readonly package: PackageModel;
  /** Its path below the root of its project, as far as that is known. */
  readonly inProject: string;
  /** Who can be built together with it: twins for other systems cannot see each other. */
  readonly constraint: Constraint;
  /** Whether findings in it are wanted. */
  readonly report: boolean;
}

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

/** A function or method of a package that can be read. */
export interface Func {
  readonly kind: 'Func';
  readonly declaration: Declaration;
  readonly file: ModelFile;
}

/** A type of a package that can be read, or local to a function there. */
export interface TypeName {
  readonly kind: 'TypeName';
  readonly spec: TypeSpec;
  readonly info: DeclInfo;
}

/** A constant. */
export interface Const {
  readonly kind: 'Const';
  readonly name: string;
  /** What it is declared as; undefined where its line repeats the one above. */
  readonly value: Expr | undefined;
  /** Where it is declared: the context of `value`. */
  readonly info: DeclInfo;
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
   * What an identifier stands for, at a declaration or a use; undefined for selectors, keys of struct literals, labels,
   * and names nobody declares.
   */
  objectOf(ident: Ident): Obj | undefined;
  /** The uses of a variable of this declaration in source order, its declaring identifier left out. */
  usesOf(variable: Var): readonly Ident[];
  /** The innermost function or literal around `node`, itself left out; undefined outside of any. */
  enclosingFunc(node: Node): FuncNode | undefined;
  /**
   * Counts steps of work on this declaration, beside those that the questions above count themselves. Throws
   * TooMuchWork.
   */
  spend(steps: number): void;
}

/**
 * One package: what its names mean, read as far as somebody asks. A declaration is parsed when a question needs it,
 * and only once; questions are answered from tokens where tokens suffice.
 */
export interface PackageModel {
  /** The name in the package clause. */
  readonly name: string;
  /** What other packages import it as; undefined where no module around it says. */
  readonly importPath: string | undefined;
  /** Whether it is the package under analysis: the types and functions of all others are `Foreign`. */
  readonly isOwn: boolean;
  /** The packages of the same workspace. */
  readonly others: OtherPackages;
  readonly go: GoSettings;
  readonly files: readonly ModelFile[];
  /**
   * All declarations in which the identifier occurs, in files that can be built together with `from`, and at a place
   * that passes a test where there is one.
   */
  declarationsUsing(name: string, from?: ModelFile, place?: PlaceTest): readonly DeclInfo[];
  /** The same, not read: for questions that their kinds and names may answer. */
  mentions(name: string, from?: ModelFile, place?: PlaceTest): readonly Mention[];
  /**
   * All declarations that pass a gate, which is asked before they are parsed, of files that do. A gate may say no only
   * where the caller would find nothing in the tree: they can be switched off.
   */
  declarations(gate: Gate, ofFile?: (file: ModelFile) => boolean): readonly DeclInfo[];
  /** The declaration that a token of a file is in. */
  declarationAt(file: ModelFile, token: number): DeclInfo | undefined;
  /**
   * What a name that no function scope holds stands for in a file: an import, an object of the package, the universe.
   */
  lookup(name: string, from: ModelFile): Obj | undefined;
  /**
   * What a name of the package itself stands for, seen from a file of this package or of another one; undefined where
   * there is none, or where builds that include that file of another package differ about it.
   */
  member(name: string, from: ModelFile): Obj | undefined;
  /** The method of a type of this package; undefined where there is none, or builds differ about it. */
  method(type: string, name: string, from: ModelFile): Func | undefined;
  /** Whether a type of this package has a method of that name in some build, visible or not. */
  hasMethod(type: string, name: string): boolean;
  /**
   * The functions and methods of the package that have a name, in whatever build: asked before a receiver's type is
   * looked for.
   */
  functionsNamed(name: string): readonly Func[];
  /** The function or method, of this package or another one, as a tree with its names resolved. */
  infoOf(func: Func): DeclInfo;
  /** The declarations of a file that somebody asked for and that could not be read. */
  unread(source: SourceFile): readonly Declaration[];
}

/** Whether the tokens of a declaration may hold what is looked for. */
export type Gate = (declaration: Declaration) => boolean;

/** A declaration that may be read. */
export interface Mention {
  readonly declaration: Declaration;
  info(): DeclInfo;
}

/** What is known of a package by its tokens, before anything of it is parsed. */
export interface Signatures {
  readonly imports: ReadonlySet<string>;
  /**
   * The exported functions and methods in whose parameters or results a type stands that another package, at `path`,
   * has under this name.
   */
  naming(path: string, type: string): ReadonlySet<string>;
  /**
   * The exported functions and methods that give a value of an exported type of their own package, and an error, and
   * in whose bodies one of these functions and methods may be called, named as Go prints them.
   */
  making(names: readonly string[]): ReadonlySet<string>;
}

/** The other packages of the workspace, as one analysis sees them. Nothing of them is read before it is asked for. */
export interface OtherPackages {
  /**
   * The package that an import of this path in a file of `from` leads to; undefined outside of the workspace, and for
   * programs.
   */
  package(path: string, from: PackageModel): PackageModel | undefined;
  /** What is known by tokens of the packages of the workspace that the files of the package under analysis import. */
  imported(): readonly Signatures[];
  /** The packages with a file, tests left out, that imports this one; undefined where not all of them can be known. */
  importers(model: PackageModel): readonly PackageModel[] | undefined;
  /**
   * The packages that belong to a build together with this one, itself included, and in whose files, tests left out, a
   * word stands; undefined where not all of them can be known, or are too many.
   */
  holding(word: string, model: PackageModel): readonly PackageModel[] | undefined;
  /** The same where the word stands behind a dot, as a method that is called or taken does. */
  selecting(name: string, model: PackageModel): readonly PackageModel[] | undefined;
  /**
   * Whether the module of a package is a program: it has one at its root or, where there is nothing or a package
   * without types that others can name, below `cmd`. Then it is believed that no other module imports its packages.
   */
  isOfProgram(model: PackageModel): boolean;
}
