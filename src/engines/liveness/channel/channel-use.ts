import { constantOf } from '../../../facts/constant.ts';
import { typeFromExpr, underlying } from '../../../model/types/type.ts';
import type { CallExpr, CommClause, CompositeLit, Expr, Node, RangeStmt, SelectStmt, SendStmt, Stmt, UnaryExpr } from '../../../syntax/ast.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';

/** What one place in the code does with a channel. */
export type ChannelEffect =
  /** `make(chan T, n)`; the capacity is undefined where it is no constant number written there. */
  | { readonly kind: 'made'; readonly call: CallExpr; readonly capacity: number | undefined }
  /** `var c chan T` without a value, or `c = nil`. */
  | { readonly kind: 'nil' }
  /**
   * The holder gets a channel that comes from elsewhere: a result, a parameter, an element. `value` is undefined for
   * parameters.
   */
  | { readonly kind: 'taken'; readonly value: Expr | undefined }
  /** `c <- v`; `arm` where other clauses of a select compete with it. */
  | { readonly kind: 'sent'; readonly stmt: SendStmt; readonly arm: Arm | undefined }
  /** `<-c` or `range c`; `arm` where other clauses of a select compete with it. */
  | { readonly kind: 'received'; readonly node: UnaryExpr | RangeStmt; readonly arm: Arm | undefined }
  | { readonly kind: 'closed'; readonly call: CallExpr }
  /** signal.Notify(c, …) */
  | { readonly kind: 'registered'; readonly call: CallExpr }
  /** signal.Stop(c) */
  | { readonly kind: 'unregistered'; readonly call: CallExpr }
  /** Argument of a call of a function of this package, or of a literal: its parameter holds the channel too. */
  | { readonly kind: 'handed'; readonly call: CallExpr; readonly index: number; readonly callee: Target }
  /** Kept in another variable or field: `target`. */
  | { readonly kind: 'stored'; readonly target: Expr }
  /** Kept in a field by a composite literal; `index` counts the elements where no key names the field. */
  | {
      readonly kind: 'element';
      readonly literal: CompositeLit;
      readonly field: string | undefined;
      readonly index: number;
    }
  /** Compared, len, cap, dropped. */
  | { readonly kind: 'neutral' }
  /** Returned, sent, passed to unknown code, address taken …: from here anybody may do anything. */
  | { readonly kind: 'escaped' };

/** A function with a body, and where it is. */
export interface Target {
  readonly func: FuncNode;
  readonly info: DeclInfo;
}

/** A clause of a select with at least one more. */
export interface Arm {
  readonly clause: CommClause;
  readonly select: SelectStmt;
}

/** What stands around an expression that is a channel does with it. */
export function effectAt(expr: Expr, info: DeclInfo, model: PackageModel): ChannelEffect {
  const use = useOf(expr, info);
  switch (use.kind) {
    case 'received':
      return receiveEffect(expr, info);
    case 'sent-to':
      return sendEffect(expr, info);
    case 'argument':
      return argumentEffect(use.call, use.index, info, model);
    case 'assigned':
      return assignedEffect(expr, use.stmt, info, model);
    case 'stored':
      return use.target.kind === 'Ident' && use.target.name === '_'
        ? { kind: 'neutral' }
        : { kind: 'stored', target: use.target };
    case 'element':
      return { kind: 'element', literal: use.literal, field: use.field, index: use.literal.elts.indexOf(expr) };
    case 'compared':
    case 'dropped':
      return { kind: 'neutral' };
    default:
      return { kind: 'escaped' };
  }
}

/** What the holder of a value holds from then on. */
export function valueEffect(value: Expr | undefined, info: DeclInfo, model: PackageModel): ChannelEffect {
  if (!value) return { kind: 'nil' };
  if (value.kind === 'Ident' && value.name === 'nil') return { kind: 'nil' };
  return isMake(value, info, model)
    ? { kind: 'made', call: value, capacity: capacityOf(value, info) }
    : { kind: 'taken', value };
}

function isMake(value: Expr, info: DeclInfo, model: PackageModel): value is CallExpr {
  if (value.kind !== 'CallExpr' || isMakeOfChannel(value, info)) return value.kind === 'CallExpr';
  const callee = calleeOf(value, info, model);
  return callee?.kind === 'Foreign' && callee.name === 'make';
}

/**
 * `make(chan T)`, or `make(T)` of a named channel type: only the built-in function takes a type, so its name need not
 * be looked up.
 */
export function isMakeOfChannel({ fun, args: [type] }: CallExpr, info: DeclInfo): boolean {
  if (fun.kind !== 'Ident' || fun.name !== 'make' || !type) return false;
  return type.kind === 'ChanType' || underlying(typeFromExpr(type, info))?.kind === 'Chan';
}

function capacityOf({ args: [, capacity] }: CallExpr, info: DeclInfo): number | undefined {
  if (!capacity) return 0;
  const value = constantOf(capacity, info);
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

function receiveEffect(expr: Expr, info: DeclInfo): ChannelEffect {
  const node = info.parent(expr);
  if (node?.kind === 'RangeStmt') return { kind: 'received', node, arm: undefined };
  return node?.kind === 'UnaryExpr'
    ? { kind: 'received', node, arm: armOf(statementOf(node, info), info) }
    : { kind: 'escaped' };
}

function sendEffect(expr: Expr, info: DeclInfo): ChannelEffect {
  const stmt = info.parent(expr);
  return stmt?.kind === 'SendStmt' ? { kind: 'sent', stmt, arm: armOf(stmt, info) } : { kind: 'escaped' };
}

/** The statement that is just this receive: `<-c` or `v, ok := <-c`. */
function statementOf(receive: UnaryExpr, info: DeclInfo): Node | undefined {
  const stmt = info.parent(receive);
  return stmt?.kind === 'ExprStmt' || stmt?.kind === 'AssignStmt' ? stmt : undefined;
}

function armOf(stmt: Node | undefined, info: DeclInfo): Arm | undefined {
  const clause = stmt && info.parent(stmt);
  if (clause?.kind !== 'CommClause' || clause.comm !== stmt) return undefined;
  const select = info.parent(clause);
  return select?.kind === 'SelectStmt' && select.body.length > 1 ? { clause, select } : undefined;
}

/**
 * Not looked up, which would read the package: a function of that name that takes a channel is believed to do the same.
 */
const builtins = new Set(['close', 'len', 'cap']);

function argumentEffect(call: CallExpr, index: number, info: DeclInfo, model: PackageModel): ChannelEffect {
  if (isChannelConversion(call)) return effectAt(call, info, model);
  if (call.fun.kind === 'Ident' && builtins.has(call.fun.name)) return foreignEffect(call.fun.name, call, index);
  const func = calledLiteral(call, info);
  if (func) return call.ellipsis ? { kind: 'escaped' } : { kind: 'handed', call, index, callee: { func, info } };
  const callee = calleeOf(call, info, model);
  if (callee?.kind === 'Foreign') return foreignEffect(callee.name, call, index);
  if (callee?.kind !== 'Func' || call.ellipsis) return { kind: 'escaped' };
  const target = model.infoOf(callee.func);
  return target.decl.kind === 'FuncDecl' && target.decl.body
    ? { kind: 'handed', call, index, callee: { func: target.decl, info: target } }
    : { kind: 'escaped' };
}

/** `(<-chan T)(c)` is the same channel. */
function isChannelConversion({ fun, args }: CallExpr): boolean {
  if (args.length !== 1) return false;
  return fun.kind === 'ChanType';
}

/**
 * The literal that a call runs: `func(c chan T) { … }(c)`, or `worker(c)` with `worker := func(c chan T) { … }` and no
 * other value.
 */
function calledLiteral({ fun }: CallExpr, info: DeclInfo): FuncNode | undefined {
  if (fun.kind === 'FuncLit') return fun;
  const object = fun.kind === 'Ident' ? info.objectOf(fun) : undefined;
  if (object?.kind !== 'Var' || object.role !== 'local' || object.origin?.kind !== 'value') return undefined;
  const { value } = object.origin;
  const only = info.usesOf(object).every((ident) => useOf(ident, info).kind === 'called');
  return value.kind === 'FuncLit' && only ? value : undefined;
}

function foreignEffect(name: string, call: CallExpr, index: number): ChannelEffect {
  if (index > 0) return { kind: 'escaped' };
  switch (name) {
    case 'close':
      return { kind: 'closed', call };
    case 'len':
    case 'cap':
      return { kind: 'neutral' };
    case 'os/signal.Notify':
      return { kind: 'registered', call };
    case 'os/signal.Stop':
      return { kind: 'unregistered', call };
    default:
      return { kind: 'escaped' };
  }
}

function assignedEffect(expr: Expr, stmt: Stmt, info: DeclInfo, model: PackageModel): ChannelEffect {
  if (stmt.kind !== 'AssignStmt') return { kind: 'taken', value: undefined };
  const single = stmt.rhs.length === 1 && stmt.lhs.length > 1;
  const value = single ? stmt.rhs[0] : stmt.rhs[stmt.lhs.indexOf(expr)];
  return value ? valueEffect(value, info, model) : { kind: 'taken', value: undefined };
}
