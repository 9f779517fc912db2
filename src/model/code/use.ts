import type { CallExpr, CompositeLit, Expr, FuncLit, Ident, Node, Stmt } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';
import { fieldNames } from '../types/members.ts';
import { typeFromExpr, underlying } from '../types/type.ts';

/**
 * What the code around an expression does with its value, one step out. Purely syntactic, the same for every rule;
 * what a use means (a release, an escape) is the engines' business.
 */
export type Use =
  /** `v.name(…)` */
  | { readonly kind: 'method-call'; readonly name: string; readonly call: CallExpr }
  /** `v.name`, not called: a field, or a method value. `selector` is the whole expression, to ask about in turn. */
  | { readonly kind: 'selected'; readonly name: string; readonly selector: Expr }
  /** `f(…, v, …)`; `index` counts the arguments from 0. */
  | { readonly kind: 'argument'; readonly call: CallExpr; readonly index: number }
  /** `v(…)` */
  | { readonly kind: 'called'; readonly call: CallExpr }
  /** `v = …`, `v, err := …`: the value is replaced, not used. `stmt` is the assignment, or the range loop. */
  | { readonly kind: 'assigned'; readonly stmt: Stmt }
  /** `target = v` or `var target = v`. */
  | { readonly kind: 'stored'; readonly target: Expr }
  /** An element of a composite literal: of field `field` where a key names it. */
  | { readonly kind: 'element'; readonly literal: CompositeLit; readonly field: string | undefined }
  | { readonly kind: 'returned' }
  /** `v == x` or `v != x`. */
  | { readonly kind: 'compared' }
  /** `<-v`, or `range v`. */
  | { readonly kind: 'received' }
  /** `v <- x` */
  | { readonly kind: 'sent-to' }
  /** `x <- v` */
  | { readonly kind: 'sent' }
  /** Evaluated and dropped: an expression statement. */
  | { readonly kind: 'dropped' }
  /** Anything else: address taken, indexed, converted, asserted … */
  | { readonly kind: 'other' };

/** How an expression is used by what stands around it. Parentheses count as nothing. */
export function useOf(expr: Expr, info: DeclInfo): Use {
  const parent = info.parent(expr);
  switch (parent?.kind) {
    case 'SelectorExpr':
      return selectorUse(parent, parent.sel, info);
    case 'CallExpr':
      if (parent.fun === expr) return { kind: 'called', call: parent };
      info.spend(parent.args.length);
      return { kind: 'argument', call: parent, index: parent.args.indexOf(expr) };
    case 'KeyValueExpr':
      return parent.value === expr ? elementUse(parent, keyName(parent.key), info) : { kind: 'other' };
    case 'CompositeLit':
      return { kind: 'element', literal: parent, field: fieldByPosition(parent, expr, info) };
    case 'ReturnStmt':
      return { kind: 'returned' };
    case 'BinaryExpr':
      return { kind: parent.op === '==' || parent.op === '!=' ? 'compared' : 'other' };
    case 'UnaryExpr':
      return { kind: parent.op === '<-' ? 'received' : 'other' };
    case 'SendStmt':
      return { kind: parent.chan === expr ? 'sent-to' : 'sent' };
    case 'ExprStmt':
      return { kind: 'dropped' };
    case 'RangeStmt':
      return parent.x === expr ? { kind: 'received' } : { kind: 'assigned', stmt: parent };
    case 'AssignStmt': {
      info.spend(parent.lhs.length);
      if (parent.lhs.includes(expr)) return { kind: 'assigned', stmt: parent };
      return storedUse(parent.lhs, parent.rhs, expr);
    }
    case 'ValueSpec':
      return parent.values.includes(expr) ? storedUse(parent.names, parent.values, expr) : { kind: 'other' };
    default:
      return { kind: 'other' };
  }
}

function selectorUse(selector: Expr, name: Ident, info: DeclInfo): Use {
  const outer = useOf(selector, info);
  return outer.kind === 'called'
    ? { kind: 'method-call', name: name.name, call: outer.call }
    : { kind: 'selected', name: name.name, selector };
}

function elementUse(pair: Node, field: string | undefined, info: DeclInfo): Use {
  const literal = info.parent(pair);
  return literal?.kind === 'CompositeLit' ? { kind: 'element', literal, field } : { kind: 'other' };
}

/** The field that an element without a key is given to; undefined where the literal is of no struct that is known. */
function fieldByPosition({ type, elts }: CompositeLit, element: Expr, info: DeclInfo): string | undefined {
  if (
    type?.kind !== 'Ident'
    && type?.kind !== 'SelectorExpr'
    && type?.kind !== 'IndexExpr'
    && type?.kind !== 'StructType'
  )
    return undefined;
  const struct = underlying(typeFromExpr(type, info));
  if (struct?.kind !== 'Struct') return undefined;
  info.spend(elts.length);
  return struct.type.fields.flatMap(fieldNames)[elts.indexOf(element)];
}

function keyName(key: Expr): string | undefined {
  return key.kind === 'Ident' ? key.name : undefined;
}

function storedUse(targets: readonly Expr[], values: readonly Expr[], value: Expr): Use {
  const target = targets[values.indexOf(value)];
  return target ? { kind: 'stored', target } : { kind: 'other' };
}

/** What becomes of a function literal, as its surroundings show. */
export type LiteralRole =
  /** `defer func() { … }()`, or an argument of a deferred call. */
  | 'deferred'
  /** `go func() { … }()`, or handed to a method `Go`, as of errgroup.Group, sync.WaitGroup and their like. */
  | 'goroutine'
  /** `func() { … }()`: runs where it stands. */
  | 'inline'
  /** Handed to some function: it may run now, later, or never. */
  | 'callback'
  /** Everything else: returned, stored, sent: may run at any time. */
  | 'kept';

/** The role of a literal. A literal that a variable holds is `kept`: ask about the variable's uses then. */
export function literalRole(literal: FuncLit, info: DeclInfo): LiteralRole {
  const use = useOf(literal, info);
  if (use.kind === 'called') return callRole(use.call, info) ?? 'inline';
  if (use.kind !== 'argument') return 'kept';
  return callRole(use.call, info) ?? (isGoMethod(use.call) ? 'goroutine' : 'callback');
}

/** Whether a call is deferred or starts a goroutine; undefined where it simply runs. */
export function callRole(call: CallExpr, info: DeclInfo): 'deferred' | 'goroutine' | undefined {
  const parent = info.parent(call);
  if (parent?.kind === 'DeferStmt') return 'deferred';
  return parent?.kind === 'GoStmt' ? 'goroutine' : undefined;
}

/** Whether a call hands its argument to a goroutine: `group.Go(f)`, `pool.GoCtx(f)`, `safe.Go(f)`, `wg.TryGo(f)`. */
export function isGoMethod(call: CallExpr): boolean {
  return call.fun.kind === 'SelectorExpr' && /^(?:Try)?Go(?:$|[A-Z])/.test(call.fun.sel.name);
}
