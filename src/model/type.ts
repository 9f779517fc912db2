import type { Expr, FuncType, StructType } from '../syntax/ast.ts';
import type { DeclInfo, TypeName } from './info.ts';

/** A type as far as the package's own text shows it. Where the text does not show it there is no type, and no type means silence. */
export type Type =
  /** A type of another package, or of the universe (path ''): `time.Ticker`, `error`, `int`. */
  | { readonly kind: 'Foreign'; readonly path: string; readonly name: string }
  /** A type declared in this package. */
  | { readonly kind: 'Named'; readonly object: TypeName }
  | { readonly kind: 'Pointer' | 'Slice' | 'Array'; readonly elem: Type | undefined }
  | { readonly kind: 'Chan'; readonly dir: 'both' | 'send' | 'recv'; readonly elem: Type | undefined }
  | { readonly kind: 'Map'; readonly key: Type | undefined; readonly elem: Type | undefined }
  /** `info` is where the type is written: the context of the names in it. */
  | { readonly kind: 'Func'; readonly type: FuncType; readonly info: DeclInfo }
  | { readonly kind: 'Struct'; readonly type: StructType; readonly info: DeclInfo }
  | { readonly kind: 'Interface' };

/** The type a type expression stands for; undefined where a name in it is unknown, or it is a type parameter. */
export function typeFromExpr(expr: Expr, info: DeclInfo): Type | undefined {
  switch (expr.kind) {
    case 'ParenExpr':
      return typeFromExpr(expr.x, info);
    case 'Ident':
      return namedType(info.objectOf(expr));
    case 'SelectorExpr':
      return foreignType(expr.x, expr.sel.name, info);
    case 'IndexExpr': // an instantiated generic type: its arguments are not followed
      return typeFromExpr(expr.x, info);
    case 'StarExpr':
      return { kind: 'Pointer', elem: typeFromExpr(expr.x, info) };
    case 'ArrayType':
      return { kind: expr.len ? 'Array' : 'Slice', elem: typeFromExpr(expr.elt, info) };
    case 'ChanType':
      return { kind: 'Chan', dir: expr.dir, elem: typeFromExpr(expr.value, info) };
    case 'MapType':
      return { kind: 'Map', key: typeFromExpr(expr.key, info), elem: typeFromExpr(expr.value, info) };
    case 'FuncType':
      return { kind: 'Func', type: expr, info };
    case 'StructType':
      return { kind: 'Struct', type: expr, info };
    case 'InterfaceType':
      return { kind: 'Interface' };
    default:
      return undefined;
  }
}

function namedType(object: ReturnType<DeclInfo['objectOf']>): Type | undefined {
  if (object?.kind === 'TypeName') return { kind: 'Named', object };
  if (object?.kind === 'Imported') return { kind: 'Foreign', path: object.path, name: object.name };
  return object?.kind === 'Universe' ? { kind: 'Foreign', path: '', name: object.name } : undefined;
}

function foreignType(qualifier: Expr, name: string, info: DeclInfo): Type | undefined {
  if (qualifier.kind !== 'Ident') return undefined;
  const object = info.objectOf(qualifier);
  return object?.kind === 'PkgName' ? { kind: 'Foreign', path: object.path, name } : undefined;
}

/** The type behind a named type of this package, through any number of names (but not for ever). */
export function underlying(type: Type | undefined): Type | undefined {
  let at = type;
  for (let hops = 0; at?.kind === 'Named' && hops < 20; hops++) at = typeFromExpr(at.object.spec.type, at.object.info);
  return at?.kind === 'Named' ? undefined : at;
}

/** `*T` and `T` alike give `T`: selectors look through one pointer. */
export function dereferenced(type: Type | undefined): Type | undefined {
  return type?.kind === 'Pointer' ? type.elem : type;
}

/** The type as Go prints it; this package's own types have no qualifier. `?` stands for what is unknown. */
export function typeString(type: Type | undefined): string {
  switch (type?.kind) {
    case undefined:
      return '?';
    case 'Foreign':
      return type.path === '' ? type.name : `${type.path}.${type.name}`;
    case 'Named':
      return type.object.spec.name.name;
    case 'Pointer':
      return `*${typeString(type.elem)}`;
    case 'Slice':
      return `[]${typeString(type.elem)}`;
    case 'Array':
      return `[...]${typeString(type.elem)}`;
    case 'Chan':
      return `${type.dir === 'recv' ? '<-chan' : type.dir === 'send' ? 'chan<-' : 'chan'} ${typeString(type.elem)}`;
    case 'Map':
      return `map[${typeString(type.key)}]${typeString(type.elem)}`;
    case 'Func':
      return 'func';
    case 'Struct':
      return 'struct';
    case 'Interface':
      return 'interface';
  }
}
