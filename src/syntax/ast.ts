/**
 * The syntax tree of Go, named as in go/ast. Plain immutable objects: no parser, no text, no lifetime behind them.
 * `pos` and `end` are offsets into the file's text in UTF-16 code units, `end` exclusive.
 */

interface Base {
  readonly pos: number;
  readonly end: number;
}

// ---- expressions and types (Go does not tell them apart by syntax alone, nor does go/ast)

/** What the parser could not read. Its presence anywhere in a declaration makes that declaration unreadable. */
export interface BadExpr extends Base { readonly kind: 'BadExpr' }
export interface Ident extends Base { readonly kind: 'Ident'; readonly name: string }
export interface BasicLit extends Base {
  readonly kind: 'BasicLit';
  readonly tok: 'INT' | 'FLOAT' | 'IMAG' | 'CHAR' | 'STRING';
  /** The literal as written, quotes included. */
  readonly value: string;
}
export interface CompositeLit extends Base {
  readonly kind: 'CompositeLit';
  /** Absent where an enclosing composite literal implies it. */
  readonly type: Expr | undefined;
  readonly elts: readonly Expr[];
}
export interface FuncLit extends Base { readonly kind: 'FuncLit'; readonly type: FuncType; readonly body: BlockStmt }
export interface SelectorExpr extends Base { readonly kind: 'SelectorExpr'; readonly x: Expr; readonly sel: Ident }
/** `x[i]` and, as one node for go/ast's IndexExpr and IndexListExpr, the instantiation `x[T1, T2]`. */
export interface IndexExpr extends Base {
  readonly kind: 'IndexExpr';
  readonly x: Expr;
  readonly indices: readonly Expr[];
}
export interface SliceExpr extends Base {
  readonly kind: 'SliceExpr';
  readonly x: Expr;
  readonly low: Expr | undefined;
  readonly high: Expr | undefined;
  readonly max: Expr | undefined;
}
/** `x.(T)`; `type` is absent in the `x.(type)` of a type switch. */
export interface TypeAssertExpr extends Base {
  readonly kind: 'TypeAssertExpr';
  readonly x: Expr;
  readonly type: Expr | undefined;
}
/** A call, or a conversion: without types `T(x)` and `f(x)` look alike. `make` and `new` take types as arguments. */
export interface CallExpr extends Base {
  readonly kind: 'CallExpr';
  readonly fun: Expr;
  readonly args: readonly Expr[];
  /** Whether the last argument is followed by `...`. */
  readonly ellipsis: boolean;
}
export interface StarExpr extends Base { readonly kind: 'StarExpr'; readonly x: Expr }
/** `op x`, where op is one of + - ! ^ & <- ~ */
export interface UnaryExpr extends Base { readonly kind: 'UnaryExpr'; readonly op: string; readonly x: Expr }
export interface BinaryExpr extends Base {
  readonly kind: 'BinaryExpr';
  readonly op: string;
  readonly x: Expr;
  readonly y: Expr;
}
export interface KeyValueExpr extends Base { readonly kind: 'KeyValueExpr'; readonly key: Expr; readonly value: Expr }
/** `[n]T`, `[...]T` (len is an Ellipsis) or, without len, the slice type `[]T`. */
export interface ArrayType extends Base {
  readonly kind: 'ArrayType';
  readonly len: Expr | undefined;
  readonly elt: Expr;
}
export interface StructType extends Base { readonly kind: 'StructType'; readonly fields: readonly Field[] }
export interface FuncType extends Base {
  readonly kind: 'FuncType';
  readonly typeParams: readonly Field[];
  readonly params: readonly Field[];
  readonly results: readonly Field[];
}
/** Methods have one name and a FuncType; embedded elements (types, unions) have no name. */
export interface InterfaceType extends Base { readonly kind: 'InterfaceType'; readonly methods: readonly Field[] }
export interface MapType extends Base { readonly kind: 'MapType'; readonly key: Expr; readonly value: Expr }
export interface ChanType extends Base {
  readonly kind: 'ChanType';
  readonly dir: 'both' | 'send' | 'recv';
  readonly value: Expr;
}
/** `...T` as a parameter type, or the `...` of `[...]T` (no elt). */
export interface Ellipsis extends Base { readonly kind: 'Ellipsis'; readonly elt: Expr | undefined }

/**
 * A parameter, result, receiver, type parameter, struct field or interface element; `names` is empty where unnamed or
 * embedded.
 */
export interface Field extends Base {
  readonly kind: 'Field';
  readonly names: readonly Ident[];
  readonly type: Expr;
}

export type Expr =
  | BadExpr | Ident | BasicLit | CompositeLit | FuncLit | SelectorExpr | IndexExpr | SliceExpr
  | TypeAssertExpr | CallExpr | StarExpr | UnaryExpr | BinaryExpr | KeyValueExpr
  | ArrayType | StructType | FuncType | InterfaceType | MapType | ChanType | Ellipsis;

// ---- statements

export interface BadStmt extends Base { readonly kind: 'BadStmt' }
export interface DeclStmt extends Base { readonly kind: 'DeclStmt'; readonly decl: GenDecl }
export interface EmptyStmt extends Base { readonly kind: 'EmptyStmt' }
export interface LabeledStmt extends Base { readonly kind: 'LabeledStmt'; readonly label: Ident; readonly stmt: Stmt }
export interface ExprStmt extends Base { readonly kind: 'ExprStmt'; readonly x: Expr }
export interface SendStmt extends Base { readonly kind: 'SendStmt'; readonly chan: Expr; readonly value: Expr }
export interface IncDecStmt extends Base { readonly kind: 'IncDecStmt'; readonly x: Expr; readonly tok: '++' | '--' }
/** `lhs tok rhs`, where tok is `=`, `:=` or an operator with `=`. */
export interface AssignStmt extends Base {
  readonly kind: 'AssignStmt';
  readonly lhs: readonly Expr[];
  readonly tok: string;
  readonly rhs: readonly Expr[];
}
/** `call` is a CallExpr in valid Go. */
export interface GoStmt extends Base { readonly kind: 'GoStmt'; readonly call: Expr }
export interface DeferStmt extends Base { readonly kind: 'DeferStmt'; readonly call: Expr }
export interface ReturnStmt extends Base { readonly kind: 'ReturnStmt'; readonly results: readonly Expr[] }
export interface BranchStmt extends Base {
  readonly kind: 'BranchStmt';
  readonly tok: 'break' | 'continue' | 'goto' | 'fallthrough';
  readonly label: Ident | undefined;
}
/** `end - 1` is the position of the closing brace. */
export interface BlockStmt extends Base { readonly kind: 'BlockStmt'; readonly list: readonly Stmt[] }
export interface IfStmt extends Base {
  readonly kind: 'IfStmt';
  readonly init: Stmt | undefined;
  readonly cond: Expr;
  readonly body: BlockStmt;
  readonly else: BlockStmt | IfStmt | undefined;
}
/** `list` holds expressions or, in a type switch, types; it is undefined for `default`. */
export interface CaseClause extends Base {
  readonly kind: 'CaseClause';
  readonly list: readonly Expr[] | undefined;
  readonly body: readonly Stmt[];
}
export interface SwitchStmt extends Base {
  readonly kind: 'SwitchStmt';
  readonly init: Stmt | undefined;
  readonly tag: Expr | undefined;
  readonly body: readonly CaseClause[];
}
/** `switch [name :=] x.(type)`. */
export interface TypeSwitchStmt extends Base {
  readonly kind: 'TypeSwitchStmt';
  readonly init: Stmt | undefined;
  readonly name: Ident | undefined;
  readonly x: Expr;
  readonly body: readonly CaseClause[];
}
/** `comm` is a SendStmt, an ExprStmt or AssignStmt with a receive, or undefined for `default`. */
export interface CommClause extends Base {
  readonly kind: 'CommClause';
  readonly comm: Stmt | undefined;
  readonly body: readonly Stmt[];
}
export interface SelectStmt extends Base { readonly kind: 'SelectStmt'; readonly body: readonly CommClause[] }
export interface ForStmt extends Base {
  readonly kind: 'ForStmt';
  readonly init: Stmt | undefined;
  readonly cond: Expr | undefined;
  readonly post: Stmt | undefined;
  readonly body: BlockStmt;
}
/** `for key, value tok range x`; key and value may be absent, tok is then undefined. */
export interface RangeStmt extends Base {
  readonly kind: 'RangeStmt';
  readonly key: Expr | undefined;
  readonly value: Expr | undefined;
  readonly tok: ':=' | '=' | undefined;
  readonly x: Expr;
  readonly body: BlockStmt;
}

export type Stmt =
  | BadStmt | DeclStmt | EmptyStmt | LabeledStmt | ExprStmt | SendStmt | IncDecStmt | AssignStmt | GoStmt | DeferStmt
  | ReturnStmt | BranchStmt | BlockStmt | IfStmt | SwitchStmt | TypeSwitchStmt | SelectStmt | ForStmt | RangeStmt;

// ---- declarations

/**
 * One variable or constant line. In a const group an entry without values repeats the previous ones; that is not
 * expanded.
 */
export interface ValueSpec extends Base {
  readonly kind: 'ValueSpec';
  readonly names: readonly Ident[];
  readonly type: Expr | undefined;
  readonly values: readonly Expr[];
}
export interface TypeSpec extends Base {
  readonly kind: 'TypeSpec';
  readonly name: Ident;
  readonly typeParams: readonly Field[];
  /** Whether this is an alias (`type A = B`). */
  readonly alias: boolean;
  readonly type: Expr;
}
export interface GenDecl extends Base {
  readonly kind: 'GenDecl';
  readonly tok: 'var' | 'const' | 'type';
  readonly specs: readonly (ValueSpec | TypeSpec)[];
}
export interface FuncDecl extends Base {
  readonly kind: 'FuncDecl';
  /** The receiver; undefined for a function. */
  readonly recv: Field | undefined;
  readonly name: Ident;
  readonly type: FuncType;
  /** Absent for functions implemented outside Go. */
  readonly body: BlockStmt | undefined;
}
/** A top-level declaration that could not be read, whole or in part: analysed by nobody, counted and said. */
export interface BadDecl extends Base { readonly kind: 'BadDecl' }

export type Decl = GenDecl | FuncDecl | BadDecl;

export type Node = Expr | Stmt | Field | CaseClause | CommClause | ValueSpec | TypeSpec | Decl;
