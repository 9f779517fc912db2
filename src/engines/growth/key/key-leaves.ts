import type { DeclInfo, Origin, Var } from '../../../model/info.ts';
import { underlying } from '../../../model/types/type.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { rootVar } from '../../../model/names/entity-name.ts';
import { calleeOf, typeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import { broughtBy } from '../../../facts/brought.ts';

/** Something that a key is made of and that is no constant. */
export interface Leaf {
  readonly expr: Expr;
  /** Where its value comes from. */
  readonly from:
    /** A parameter or the receiver, or what hangs on it. */
    | 'given'
    /** A channel. */
    | 'message'
    /** A loop over a list or map: as many as it has. */
    | 'loop'
    /** Made anew: a random name. */
    | 'fresh'
    | 'unknown';
  /** The variables on the way from the key to it. */
  readonly by: readonly Expr[];
  /** The parameter, receiver or variable that it hangs on in the end, where there is one. */
  readonly root: Var | undefined;
}

/** Assignments followed back from a key. */
const stepLimit = 2;
/** Expressions looked at for one key: a bound for hostile code, out of reach for real keys. */
const budget = 64;

interface Item {
  readonly expr: Expr;
  readonly steps: number;
  readonly by: readonly Expr[];
}

/**
 * Takes a key apart. What is constant, or the same for the whole package, is not among the leaves: without any the keys
 * are a closed set.
 */
export function keyLeaves(key: Expr, info: DeclInfo, model: PackageModel): readonly Leaf[] {
  const found: Leaf[] = [];
  const pending: Item[] = [{ expr: key, steps: 0, by: [] }];
  for (let seen = 0; seen < budget; seen++) {
    const item = pending.pop();
    if (!item) break;
    const next = leafOrParts(item, info, model);
    if ('from' in next) found.push(next);
    else pending.push(...next.parts);
  }
  return found;
}

interface Parts {
  readonly parts: readonly Item[];
}

const nothing: Parts = { parts: [] };

function leafOrParts(item: Item, info: DeclInfo, model: PackageModel): Leaf | Parts {
  const { expr } = item;
  const into = (...exprs: readonly Expr[]): Parts => ({ parts: exprs.map((each) => ({ ...item, expr: each })) });
  switch (expr.kind) {
    case 'StarExpr':
    case 'SliceExpr':
    case 'TypeAssertExpr':
    case 'IndexExpr':
      return into(expr.x);
    case 'UnaryExpr':
      return expr.op === '<-' ? leaf(item, 'message') : into(expr.x);
    case 'BinaryExpr':
      return into(expr.x, expr.y);
    case 'CompositeLit':
      return into(...expr.elts.slice(0, budget).map((each) => (each.kind === 'KeyValueExpr' ? each.value : each)));
    case 'CallExpr':
      return callLeaf(expr, item, into, info, model);
    case 'SelectorExpr':
      return expr.x.kind === 'Ident' && info.objectOf(expr.x)?.kind === 'PkgName'
        ? nothing
        : rootedLeaf(item, info, model);
    case 'Ident': {
      const object = info.objectOf(expr);
      if (object?.kind !== 'Var') return nothing;
      return variableLeaf(object, item, info, model);
    }
    default:
      return nothing;
  }
}

function leaf({ expr, by }: Item, from: Leaf['from'], root?: Var): Leaf {
  return { expr, from, by, root };
}

/** Types of the program, and what they are made of, are as many as were compiled. */
const closedCalls = /^reflect\.|^\(?\*?reflect\.|^runtime\.|^go\/|^os\.(?:Getenv|Hostname|Args)/;
const freshCalls = /\b(?:uuid|ulid|xid|ksuid|guid)\b|NewUUID|[Rr]and(?:om)?(?:Str|Hex|Bytes|ID|Id)/;

function callLeaf(
  call: CallExpr,
  item: Item,
  into: (...exprs: readonly Expr[]) => Parts,
  info: DeclInfo,
  model: PackageModel,
): Leaf | Parts {
  const callee = calleeOf(call, info, model);
  if (callee?.kind === 'Foreign' && closedCalls.test(callee.name)) return nothing;
  if (callee?.kind === 'Foreign' && freshCalls.test(callee.name)) return leaf(item, 'fresh');
  // `r.Header.Get("X-User")` gives what hangs on `r`.
  if (call.args.length > 0 && call.args.every((arg) => arg.kind === 'BasicLit') && rootVar(call.fun, info))
    return rootedLeaf({ ...item, expr: call.fun }, info, model);
  if (call.args.length > 0) {
    const given = call.args.slice(0, budget);
    // What a request has under a name is of the request, not of the name: `r.FormValue(field)`.
    const receiver = call.fun.kind === 'SelectorExpr' ? rootVar(call.fun.x, info) : undefined;
    return receiver && call.fun.kind === 'SelectorExpr' && broughtBy(receiver, model)
      ? into(call.fun.x, ...given)
      : into(...given);
  }
  if (call.fun.kind === 'SelectorExpr' && call.fun.x.kind === 'CallExpr') return into(call.fun.x);
  if (call.fun.kind !== 'SelectorExpr' || (callee?.kind === 'Foreign' && rootVar(call.fun, info) === undefined))
    return leaf(item, 'unknown');
  return rootedLeaf(item, info, model);
}

/** `a.b.C().d`: comes from where `a` comes from. */
function rootedLeaf(item: Item, info: DeclInfo, model: PackageModel): Leaf | Parts {
  const root = rootVar(item.expr, info);
  if (!root) return leaf(item, 'unknown');
  if (root.role === 'package') return nothing;
  const source = root.role === 'local' ? localSource(root, item.steps, info, model) : { from: 'given', root } as const;
  return leaf(item, source.from, source.root ?? root);
}

type Source = Pick<Leaf, 'from'> & Partial<Pick<Leaf, 'root'>>;

/** Where the value of a local variable comes from, by its first value. */
function localSource(variable: Var, steps: number, info: DeclInfo, model: PackageModel): Source {
  const expr = firstValue(variable, info);
  if (!expr || steps >= stepLimit) return { from: 'unknown' };
  if (variable.origin?.kind === 'range') return { from: rangedSource(variable.origin, steps, info, model) };
  if (expr.kind === 'UnaryExpr' && expr.op === '<-') return { from: 'message' };
  const root = rootVar(expr, info);
  if (!root || root === variable) return { from: 'unknown' };
  if (root.role === 'local') return localSource(root, steps + 1, info, model);
  return root.role === 'package' ? { from: 'unknown' } : { from: 'given', root };
}

function rangedSource(
  { range }: Extract<Origin, { kind: 'range' }>,
  steps: number,
  info: DeclInfo,
  model: PackageModel,
): Leaf['from'] {
  if (underlying(typeOf(range.x, info, model))?.kind === 'Chan') return 'message';
  const root = rootVar(range.x, info);
  return root?.role === 'local' && steps < stepLimit && localSource(root, steps + 1, info, model).from === 'message'
    ? 'message'
    : 'loop';
}

function variableLeaf(variable: Var, item: Item, info: DeclInfo, model: PackageModel): Leaf | Parts {
  if (variable.role === 'package') return nothing;
  if (variable.role !== 'local') return leaf(item, 'given', variable);
  const { origin } = variable;
  if (origin?.kind === 'range') return rangeLeaf(origin, item, info, model);
  const value = firstValue(variable, info);
  if (!value || item.steps >= stepLimit) return leaf(item, 'unknown');
  if (origin && origin.index > 0) return leaf(item, 'unknown');
  return { parts: [{ expr: value, steps: item.steps + 1, by: [...item.by, item.expr] }] };
}

/** A loop variable: that of a table of the package is one of few, an index is a number. */
function rangeLeaf(
  origin: Extract<Origin, { kind: 'range' }>,
  item: Item,
  info: DeclInfo,
  model: PackageModel,
): Leaf | Parts {
  const { range, index } = origin;
  const type = underlying(typeOf(range.x, info, model));
  if (type?.kind === 'Chan') return leaf(item, 'message');
  if (index === 0 && (type?.kind === 'Slice' || type?.kind === 'Array')) return nothing;
  if (range.x.kind === 'CompositeLit' || range.x.kind === 'BasicLit') return nothing;
  const root = rootVar(range.x, info);
  if (root?.role === 'package') return nothing;
  return leaf(item, rangedSource(origin, item.steps, info, model));
}

/** What a variable is declared with, or else first assigned. */
function firstValue(variable: Var, info: DeclInfo): Expr | undefined {
  const { origin } = variable;
  if (origin?.kind === 'value') return origin.value;
  if (origin?.kind === 'range') return origin.range.x;
  for (const use of info.usesOf(variable)) {
    const meaning = useOf(use, info);
    if (meaning.kind === 'assigned' && meaning.stmt.kind === 'AssignStmt')
      return meaning.stmt.rhs[meaning.stmt.lhs.indexOf(use)] ?? meaning.stmt.rhs[0];
  }
  return undefined;
}
