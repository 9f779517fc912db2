import type { Expr, FuncType, StructType } from '../../syntax/ast.ts';
import type { DeclInfo, Obj, TypeName } from '../info.ts';
import { objectAt } from './object-at.ts';

/**
 * A type as far as the text of the workspace shows it. Where the text does not show it there is no type, and no type
 * means silence.
 */
export type Type =
  /**
   * A type of another package than the one under analysis, or of the universe (path ''): `time.Ticker`, `error`, `int`.
   * `object` is its declaration where its package belongs to the workspace.
   */
  | { readonly kind: 'Foreign'; readonly path: string; readonly name: string; readonly object?: TypeName }
  /** A type declared in the package under analysis. */
  | { readonly kind: 'Named'; readonly object: TypeName }
  | { readonly kind: 'Pointer' | 'Slice' | 'Array'; readonly elem: Type | undefined }
  | { readonly kind: 'Chan'; readonly dir: 'both' | 'send' | 'recv'; readonly elem: Type | undefined }
  | { readonly kind: 'Map'; readonly key: Type | undefined; readonly elem: Type | undefined }
  /** `info` is where the type is written: the context of the names in it. */
  | { readonly kind: 'Func'; readonly type: FuncType; readonly info: DeclInfo }
  | { readonly kind: 'Struct'; readonly type: StructType; readonly info: DeclInfo }
  | { readonly kind: 'Interface' };

/** Aliases of aliases further than this stand for nothing: they go round in a circle. */
const mostAliases = 20;

/**
 * The type a type expression stands for, aliases resolved; undefined where a name in it is unknown, or it is a type
 * parameter. `aliases` counts those on the way to it.
 */
export function typeFromExpr(expr: Expr, info: DeclInfo, aliases = 0): Type | undefined {
  if (aliases > mostAliases) return undefined;
  const of = (part: Expr): Type | undefined => typeFromExpr(part, info, aliases);
  switch (expr.kind) {
    case 'Ident':
      return namedType(info.objectOf(expr), info, aliases);
    case 'SelectorExpr':
      return foreignType(expr.x, expr.sel.name, info, aliases);
    case 'IndexExpr': // an instantiated generic type: its arguments are not followed
      return of(expr.x);
    case 'StarExpr':
      return { kind: 'Pointer', elem: of(expr.x) };
    case 'ArrayType':
      return { kind: expr.len ? 'Array' : 'Slice', elem: of(expr.elt) };
    case 'ChanType':
      return { kind: 'Chan', dir: expr.dir, elem: of(expr.value) };
    case 'MapType':
      return { kind: 'Map', key: of(expr.key), elem: of(expr.value) };
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

function namedType(object: Obj | undefined, info: DeclInfo, aliases: number): Type | undefined {
  switch (object?.kind) {
    case 'TypeName':
      return typeOfName(object, aliases);
    case 'Imported':
      return typeAt(object.path, object.name, info, aliases);
    case 'Universe':
      return { kind: 'Foreign', path: '', name: object.name };
    default:
      return undefined;
  }
}

function foreignType(qualifier: Expr, name: string, info: DeclInfo, aliases: number): Type | undefined {
  const object = qualifier.kind === 'Ident' ? info.objectOf(qualifier) : undefined;
  return object?.kind === 'PkgName' ? typeAt(object.path, name, info, aliases) : undefined;
}

function typeAt(path: string, name: string, info: DeclInfo, aliases: number): Type | undefined {
  const object = objectAt(path, name, info.file);
  return object?.kind === 'TypeName' ? typeOfName(object, aliases) : { kind: 'Foreign', path, name };
}

/** The type that a name declares, or for an alias the one that it stands for. */
export function typeOfName(object: TypeName, aliases = 0): Type | undefined {
  const { spec, info } = object;
  if (spec.alias) return typeFromExpr(spec.type, info, aliases + 1);
  const { isOwn, importPath } = info.file.package;
  return isOwn || importPath === undefined
    ? { kind: 'Named', object }
    : { kind: 'Foreign', path: importPath, name: spec.name.name, object };
}

/** The declaration of a named type; undefined for other types, and where its package is outside of the workspace. */
export function typeNameOf(type: Type | undefined): TypeName | undefined {
  return type?.kind === 'Named' || type?.kind === 'Foreign' ? type.object : undefined;
}

/** The type behind a named type, through any number of names (but not for ever). */
export function underlying(type: Type | undefined): Type | undefined {
  let at = type;
  let object = typeNameOf(at);
  for (let hops = 0; object && hops < mostAliases; hops++) {
    at = typeFromExpr(object.spec.type, object.info);
    object = typeNameOf(at);
  }
  return object ? undefined : at;
}

/** `*T` and `T` alike give `T`: selectors look through one pointer. */
export function dereferenced(type: Type | undefined): Type | undefined {
  return type?.kind === 'Pointer' ? type.elem : type;
}

/** The type as Go prints it; types of the package under analysis have no qualifier. `?` stands for what is unknown. */
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
