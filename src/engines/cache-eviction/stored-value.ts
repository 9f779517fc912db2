import type { DeclInfo, Var } from '../../model/info.ts';
import { useOf } from '../../model/code/use.ts';
import type { CallExpr, Expr } from '../../syntax/ast.ts';
import type { CacheContext } from './cache-context.ts';
import { calledName } from '../../syntax/last-word.ts';

/** Where a value that is put into a cache comes from. */
export type ValueSource =
  /** Made here: the old value under the key is surely another one. */
  | 'made'
  /** A parameter: as a rule another one; only the caller knows. */
  | 'given'
  /** Read from a cache, a number or constant, or out of sight: nothing is lost, or nobody can say. */
  | 'other';

/** How far variables that hold what variables held are followed. */
const depthLimit = 4;

/** The source of a value, as it is at `call`. */
export function sourceOf(
  value: Expr,
  call: CallExpr,
  info: DeclInfo,
  context: CacheContext,
  depth = depthLimit,
): ValueSource {
  if (depth === 0) return 'other';
  switch (value.kind) {
    case 'TypeAssertExpr':
    case 'StarExpr':
      return sourceOf(value.x, call, info, context, depth);
    case 'UnaryExpr':
      return value.op === '&' ? sourceOf(value.x, call, info, context, depth) : 'other';
    case 'CompositeLit':
    case 'FuncLit':
      return 'made';
    case 'CallExpr':
      return isMaking(value, context) ? 'made' : 'other';
    case 'Ident': {
      const object = info.objectOf(value);
      return object?.kind === 'Var' ? variableSource(object, call, info, context, depth - 1) : 'other';
    }
    default:
      return 'other';
  }
}

/** What is read from a cache is the same value again; what is appended to, as a rule, too. */
function isMaking(made: CallExpr, { cache }: CacheContext): boolean {
  const name = calledName(made);
  return (
    !cache.reads.includes(name)
    && !/^(?:append|Load|Get|Peek|Find|Lookup|Fetch|Items?|len|string|int\d*|uint\d*)(?![a-z])/.test(name)
  );
}

/** The last value given to the variable before the call counts. */
function variableSource(
  variable: Var,
  call: CallExpr,
  info: DeclInfo,
  context: CacheContext,
  depth: number,
): ValueSource {
  if (variable.role === 'package' || variable.role === 'recv') return 'other';
  const assigned = info
    .usesOf(variable)
    .findLast((ident) => ident.end <= call.pos && useOf(ident, info).kind === 'assigned');
  const value = assigned
    ? assignedValue(assigned, info)
    : variable.origin?.kind === 'value'
      ? variable.origin.value
      : undefined;
  if (value) return sourceOf(value, call, info, context, depth);
  return variable.role === 'param' && !assigned ? 'given' : 'other';
}

function assignedValue(target: Expr, info: DeclInfo): Expr | undefined {
  const parent = info.parent(target);
  if (parent?.kind !== 'AssignStmt') return undefined;
  return parent.rhs.length === 1 ? parent.rhs[0] : parent.rhs[parent.lhs.indexOf(target)];
}
