import type { DeclInfo, Var } from '../../../model/info.ts';
import { methodOf } from '../../../model/types/members.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { textOf } from '../../../model/text-of.ts';
import { dereferenced } from '../../../model/types/type.ts';
import { calleeOf, typeOf } from '../../../model/types/type-of.ts';
import type { AssignStmt, CallExpr, Expr, IndexExpr, Node, SelectorExpr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import type { Effect } from './effect.ts';
import { none, release } from './effect.ts';
import { isFirstValue } from './first-value.ts';
import { finalizedBy } from './finalizer.ts';
import { isBound } from './bound.ts';
import type { Form } from '../container/container.ts';
import { holdsExpr, sameExpr } from '../../../model/same-expr.ts';

/** How far a container is followed into variables, parameters and receivers that stand for it. */
const aliasDepth = 3;

/** Methods that put something in; the key comes first. */
const inserting = /^(?:Store|LoadOrStore|Swap|Set|SetIfAbsent|Upsert|Put|LoadOrCompute|GetOrSet|GetOrInsert)$/;
/** What takes something out, by the words that begin or end its name. */
const removing =
  /(?:delete|remove|clear|reset|purge|prune|evict|expire|clean|flush|trim|pop|drop|drain|sweep|truncate|compact|gc|release|forget|unset|replace)/i;
/** Functions of other packages that only read what they are given. */
const reading =
  /^(?:encoding\/|fmt\.|log|maps\.(?!DeleteFunc)|slices\.|sort\.|reflect\.|strings\.|golang\.org\/x\/exp\/(?:maps|slices)\.|len$|cap$|print)|Marshal|Encode|Execute|JSON|Print|Info|Debug|Warn|Error|Log|Render|Equal|Join|Write/;

/** What the uses of a container at one place do to it. */
export function effectsAt(
  expr: Expr,
  form: Form,
  info: DeclInfo,
  context: Context,
  depth = aliasDepth,
): readonly Effect[] {
  const parent = info.parent(expr);
  switch (parent?.kind) {
    case 'StarExpr':
      return effectsAt(parent, form, info, context, depth);
    case 'IndexExpr':
      return parent.x === expr ? [indexEffect(parent, form, info, false)] : [none];
    case 'SelectorExpr':
      return methodEffects(parent, form, info, context, depth);
    case 'CallExpr':
      return parent.fun === expr ? [none] : argumentEffects(parent, expr, form, info, context, depth);
    case 'UnaryExpr': // an address may go anywhere; sync.Map has to be handed on by it
      return [parent.op === '&' ? release : none];
    case 'SliceExpr':
      return [assignsTo(parent, expr, info) ? release : none];
    case 'AssignStmt':
      return assignEffects(parent, expr, form, info, context, depth);
    case 'ValueSpec': {
      const name = parent.names[parent.values.indexOf(expr)];
      return name ? aliasEffects(name, form, info, context, depth) : [none];
    }
    case 'ReturnStmt':
      return [form === 'slice' || isReturnedAsAny(expr, info) ? none : release];
    case 'CompositeLit':
    case 'KeyValueExpr':
    case 'SendStmt': // whoever gets a map can take something out; of a slice he gets a copy of the header
      return [form === 'slice' ? none : release];
    default:
      return [none];
  }
}

/** `c[k]`: put in where it is assigned to. */
function indexEffect(index: IndexExpr, form: Form, info: DeclInfo, nested: boolean): Effect {
  const [key] = index.indices;
  const parent = info.parent(index);
  if (form === 'slice' || !key) return none;
  const insertion = { kind: 'insertion', node: index, info, key, nested } as const;
  switch (parent?.kind) {
    case 'IndexExpr':
      return parent.x === index ? indexEffect(parent, form, info, true) : none;
    case 'IncDecStmt':
      return parent.tok === '++' ? { ...insertion, manner: 'counts', value: undefined } : none;
    case 'ValueSpec':
      return shrinksIn(parent.names[0], info) ? { kind: 'inner-release', node: index, info } : none;
    case 'AssignStmt': {
      if (!parent.lhs.includes(index))
        return shrinksIn(parent.lhs[parent.rhs.indexOf(index)], info)
          ? { kind: 'inner-release', node: index, info }
          : none;
      // Made of the old one: `append(m[k][:i], m[k][i+1:]...)`, `m[k][1:]`, `filter(m[k])`.
      const value = valueFor(index, parent);
      if (parent.tok !== '=') return { ...insertion, manner: 'counts', value };
      if (!value) return { ...insertion, manner: 'stores', value: parent.rhs[0] };
      if (value.kind === 'Ident' && value.name === 'nil') return none;
      if (info.decl.kind === 'FuncDecl' && removing.test(info.decl.name.name))
        return { kind: 'inner-release', node: index, info };
      if (isAppendTo(value, index, info)) return { ...insertion, manner: 'appends', value };
      if (value.kind === 'BinaryExpr')
        return { ...insertion, manner: holdsExpr(value, index, info) ? 'counts' : 'stores', value };
      return holdsExpr(value, index, info)
        ? { kind: 'inner-release', node: index, info }
        : { ...insertion, manner: 'stores', value };
    }
    case 'CallExpr':
      return isBuiltin(parent, ['delete', 'clear']) && parent.args[0] === index
        ? { kind: 'inner-release', node: parent, info }
        : isBuiltin(parent, ['len']) && isBound(parent, info)
          ? { kind: 'inner-release', node: parent, info }
          : none;
    default:
      return none;
  }
}

/** Whether something is taken out of what a variable holds: `inner := m[k]; delete(inner, j)`. */
function shrinksIn(target: Expr | undefined, info: DeclInfo): boolean {
  const variable = target?.kind === 'Ident' ? info.objectOf(target) : undefined;
  return variable?.kind === 'Var' && variable.role !== 'package' && info.usesOf(variable).some((use) => {
    const call = info.parent(use);
    return call?.kind === 'CallExpr' && isBuiltin(call, ['delete', 'clear']) && call.args[0] === use;
  });
}

/** Whoever gets a map as any shows or encodes it: `expvar.Func(func() any { return m })`. */
function isReturnedAsAny(expr: Expr, info: DeclInfo): boolean {
  const [result, second] = info.enclosingFunc(expr)?.type.results ?? [];
  return (
    result !== undefined
    && !second
    && (result.type.kind === 'InterfaceType' || (result.type.kind === 'Ident' && result.type.name === 'any'))
  );
}

/** The value that an assignment gives to one of its targets; undefined where it is one of several results. */
function valueFor(target: Expr, { lhs, rhs }: AssignStmt): Expr | undefined {
  return lhs.length === rhs.length ? rhs[lhs.indexOf(target)] : undefined;
}

function isAppendTo(value: Expr, target: Expr, info: DeclInfo): boolean {
  const first = value.kind === 'CallExpr' && isBuiltin(value, ['append']) ? value.args[0] : undefined;
  return first !== undefined && sameExpr(first, target, info);
}

function isBuiltin({ fun }: CallExpr, names: readonly string[]): boolean {
  return fun.kind === 'Ident' && names.includes(fun.name);
}

/** Whether a stretch of a container becomes the container: `s = s[1:]`, `s = append(s[:i], s[i+1:]...)`. */
function assignsTo(node: Node, target: Expr, info: DeclInfo): boolean {
  for (let at = info.parent(node); at; at = info.parent(at)) {
    if (at.kind === 'AssignStmt') return at.lhs.some((each) => sameExpr(each, target, info));
    if (at.kind === 'BlockStmt' || at.kind === 'FuncLit') return false;
  }
  return false;
}

function methodEffects(
  selector: SelectorExpr,
  form: Form,
  info: DeclInfo,
  context: Context,
  depth: number,
): readonly Effect[] {
  const parent = info.parent(selector);
  const method = selector.sel.name;
  const call = parent?.kind === 'CallExpr' && parent.fun === selector ? parent : undefined;
  const func = methodOf(dereferenced(typeOf(selector.x, info, context.model)), method);
  if (func && depth > 0) {
    const callee = context.model.infoOf(func);
    const ident = callee.decl.kind === 'FuncDecl' ? callee.decl.recv?.names[0] : undefined;
    return ident
      ? aliasEffects(ident, form, callee, context, depth)
      : [callee.decl.kind === 'FuncDecl' ? none : release];
  }
  if (removing.test(method)) {
    const kept = call && finalizedBy(call, info, context.model);
    return [kept ? { kind: 'finalizer', node: kept, info } : release];
  }
  const [key, value] = call?.args ?? [];
  if (form !== 'object' || !call || !key || !value || !inserting.test(method)) return [none];
  return [{ kind: 'insertion', node: call, info, manner: 'stores', key, value, nested: false }];
}

function argumentEffects(
  call: CallExpr,
  expr: Expr,
  form: Form,
  info: DeclInfo,
  context: Context,
  depth: number,
): readonly Effect[] {
  const index = call.args.indexOf(expr);
  if (isBuiltin(call, ['len'])) return [isBound(call, info) ? release : none];
  if (isBuiltin(call, ['delete', 'clear'])) {
    const kept = finalizedBy(call, info, context.model);
    return [kept ? { kind: 'finalizer', node: kept, info } : release];
  }
  if (isBuiltin(call, ['append', 'copy', 'cap', 'print', 'println', 'panic']))
    return [appendEffect(call, expr, form, info)];
  if (form === 'slice') return [none];
  const callee = calleeOf(call, info, context.model);
  if (callee?.kind === 'Func') {
    const inside = context.model.infoOf(callee.func);
    const parameter = inside.decl.kind === 'FuncDecl' ? parameterAt(inside.decl, index, inside) : undefined;
    return parameter && depth > 0
      ? varEffects(parameter, form, inside, context, depth - 1).filter(({ kind }) => kind !== 'insertion')
      : [release];
  }
  const name = callee?.kind === 'Foreign' ? callee.name : textOf(call.fun, info);
  return [removing.test(name) || !reading.test(name) ? release : none];
}

/** `s = append(s, v)` where `expr` is the first argument. */
function appendEffect(call: CallExpr, expr: Expr, form: Form, info: DeclInfo): Effect {
  const parent = info.parent(call);
  if (form !== 'slice' || !isBuiltin(call, ['append']) || call.args[0] !== expr || parent?.kind !== 'AssignStmt')
    return none;
  const target = parent.lhs[parent.rhs.indexOf(call)];
  if (!target || !sameExpr(target, expr, info)) return none;
  return { kind: 'insertion', node: call, info, manner: 'appends', key: undefined, value: call.args[1], nested: false };
}

function assignEffects(
  assign: AssignStmt,
  expr: Expr,
  form: Form,
  info: DeclInfo,
  context: Context,
  depth: number,
): readonly Effect[] {
  if (assign.lhs.includes(expr)) {
    const value = valueFor(expr, assign);
    if (value && isAppendTo(value, expr, info)) return [none]; // its argument has the effect
    return [isFirstValue(assign, expr, info, context) ? none : release];
  }
  const target = assign.lhs[assign.rhs.indexOf(expr)];
  if (target?.kind === 'Ident' && target.name === '_') return [none];
  return target?.kind === 'Ident'
    ? aliasEffects(target, form, info, context, depth)
    : [form === 'slice' ? none : release];
}

/**
 * The effects of the uses of a variable or parameter that a container was given to; what is no local variable is out of
 * sight.
 */
function aliasEffects(ident: Expr, form: Form, info: DeclInfo, context: Context, depth: number): readonly Effect[] {
  const object = ident.kind === 'Ident' ? info.objectOf(ident) : undefined;
  if (object?.kind !== 'Var' || object.role === 'package' || depth === 0) return [form === 'slice' ? none : release];
  return varEffects(object, form, info, context, depth - 1);
}

function varEffects(variable: Var, form: Form, info: DeclInfo, context: Context, depth: number): readonly Effect[] {
  const known = context.aliases[depth]?.get(variable);
  if (known) return known;
  const found = usesEffects(variable, form, info, context, depth);
  (context.aliases[depth] ??= new Map()).set(variable, found);
  return found;
}

function usesEffects(variable: Var, form: Form, info: DeclInfo, context: Context, depth: number): readonly Effect[] {
  return info.usesOf(variable).flatMap((use) => {
    const parent = info.parent(use);
    // Another value for the variable is none for the container.
    if (parent?.kind === 'AssignStmt' && parent.lhs.includes(use)) return [none];
    return effectsAt(use, form, info, context, depth);
  });
}
