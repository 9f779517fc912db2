import { specsOf } from '../../../syntax/outline/specs.ts';
import type { TokenRange } from '../../../syntax/token/token-range.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { Type } from '../../../model/types/type.ts';
import { typeString, underlying } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Expr } from '../../../syntax/ast.ts';
import { broughtBy } from '../../../facts/brought.ts';
import { comesFromLists, comesFromOutside } from './comes-from-outside.ts';
import type { Container } from '../container/container.ts';
import type { Context } from '../context.ts';
import type { Leaf } from './key-leaves.ts';
import { keyLeaves } from './key-leaves.ts';
import { leafMeaning } from './leaf-meaning.ts';

/** How many values a key may have in the life of a process. */
export type KeyKind =
  /** As many as were compiled, or a few. */
  | 'closed'
  /** One for each of what comes and goes: users, connections, requests. */
  | 'entity'
  /** What a request brings, whatever its name. */
  | 'outside'
  /** What a channel or a message brings, and its name does not say what it is. */
  | 'message'
  /** What callers give, and its name does not say what it is. */
  | 'given'
  /** What is made anew each time. */
  | 'fresh'
  /** A setting, by its name: as many as somebody configures. */
  | 'setting'
  | 'unknown';

/**
 * What decides how many keys there are: the kind, the expression it is told by, and the variable that this hangs on.
 */
export interface Key {
  readonly kind: KeyKind;
  readonly part: Expr;
  readonly root?: Var | undefined;
}

/** Judges the key of an insertion into a container. */
export function keyKind(key: Expr, info: DeclInfo, container: Container, context: Context): Key {
  const isInteger = isIntegerKey(key, info, container);
  if (isOfClosedType(key, info, container, context)) return { kind: 'closed', part: key };
  const leaves = keyLeaves(key, info, context.model).filter(
    ({ expr }) => !isClosed(typeOf(expr, info, context.model), context),
  );
  if (leaves.length === 0) return { kind: 'closed', part: key };
  const kinds = leaves.map((leaf): Key =>
    ({ kind: leafKind(leaf, key, isInteger, info, container, context), part: leaf.expr, root: leaf.root }));
  // Under reflection a key that is merely given is as a rule the name or tag of a field; pointers are to what the
  // program has.
  const isPlain =
    typeOf(key, info, context.model)?.kind !== 'Pointer' && container.key?.kind !== 'Pointer' && !reflects(info);
  for (const wanted of ['entity', 'outside', 'fresh', 'message', 'given', 'setting'] as const) {
    const found = kinds.find(({ kind }) => kind === wanted);
    if (found) return wanted === 'entity' || (!isInteger && isPlain) ? found : { kind: 'closed', part: key };
  }
  return { kind: isInteger ? 'closed' : 'unknown', part: key };
}

/** Whether keys are numbers that may be plain positions. */
export function isIntegerKey(key: Expr, info: DeclInfo, { key: type }: Container): boolean {
  return [type, typeOf(key, info, info.file.package)].some((each) => /^u?int(?:16|32|64)?$/.test(typeString(each)));
}

/** Whether all keys are known when the program is compiled, by their type. */
export function isOfClosedType(key: Expr, info: DeclInfo, { key: type }: Container, context: Context): boolean {
  return isClosed(type, context) || isClosed(typeOf(key, info, context.model), context);
}

function reflects({ file }: DeclInfo): boolean {
  return file.source.imports.some(({ path }) => path === 'reflect');
}

function leafKind(
  leaf: Leaf,
  key: Expr,
  isInteger: boolean,
  info: DeclInfo,
  container: Container,
  context: Context,
): KeyKind {
  // A connection that is itself the key is one of those that come and go, not what somebody sends.
  if (leaf.expr === key && leaf.expr.kind === 'Ident' && leaf.root && broughtBy(leaf.root, context.model) === 'request')
    return 'entity';
  const meaning = leafMeaning(leaf, isInteger, info, container, context);
  if (meaning === 'setting' || meaning === 'outside') return meaning;
  if (meaning === 'entity') {
    const few =
      leaf.from === 'unknown'
      || leaf.from === 'loop'
      || (leaf.root !== undefined && comesFromLists(leaf.root, context));
    return few ? 'given' : 'entity';
  }
  if (leaf.from === 'loop') return 'unknown';
  return (
    (leaf.from === 'given' && leaf.root ? comesFromOutside(leaf.root, isInteger, container, context) : undefined)
    ?? leaf.from
  );
}

/** Whether all values of a type are known when the program is compiled, or few. */
function isClosed(type: Type | undefined, context: Context): boolean {
  const text = typeString(type);
  if (/^\**(?:reflect\.|go\/|runtime\.|text\/template\.|html\/template\.|flag\.|time\.(?:Duration|Month|Weekday)$|bool$|u?int8$|byte$|rune$|error$)/.test(text)) return true;
  return type?.kind === 'Named' && isEnum(type, context);
}

/** A type of the package with a number or string behind it, of which the package declares constants. */
function isEnum(type: Type & { readonly kind: 'Named' }, { model }: Context): boolean {
  const basic = underlying(type);
  if (basic?.kind !== 'Foreign' || basic.path !== '') return false;
  const { name } = type.object.spec.name;
  return model.files.some(({ source }) =>
    source.declarations.some(
      (declaration) =>
        declaration.kind === 'const'
        && specsOf(declaration).some(({ rest }) => rest.first < rest.last && isIdent(rest, name)),
    ),
  );
}

/** Whether a stretch begins with an identifier. */
function isIdent({ tokens: { ids, names }, first }: TokenRange, name: string): boolean {
  const id = ids[first] ?? -1;
  return id !== -1 && id === names.find(name);
}
