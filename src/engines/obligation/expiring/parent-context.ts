import { resultTargets } from '../../../model/code/assignment.ts';
import { constantDuration } from '../../../model/code/constant-duration.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { Expr } from '../../../syntax/ast.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { firstArgument } from '../find/first-argument.ts';
import { identOf } from '../hold/ident-of.ts';
import { companionOf } from '../remedy/remedy.ts';

/** What lasts so long, in nanoseconds, piles up where it is made again and again. */
const longDeadline = 60e9;

/**
 * Whether what was acquired is left to its deadline on purpose, `_ = cancel`, and that is near, or only the run tells.
 * Who forgets a way, or discards the function unseen, is told by go vet as well.
 */
export function endsSoon(acquisition: Acquisition, { rule: { deadline } }: Context): boolean {
  const { call, info, name } = acquisition;
  if (!deadline || !matchesName(name, deadline.of) || call.kind !== 'CallExpr' || !isPutAside(acquisition))
    return false;
  const [, end] = call.args;
  const lasts = end && constantDuration(end, info);
  return lasts === undefined || lasts < longDeadline;
}

/** `_ = cancel`. */
function isPutAside({ call, info, result }: Acquisition): boolean {
  const target = resultTargets(call, info)[result];
  const variable = target && identOf(target, info);
  return variable !== undefined && info.usesOf(variable).some((ident) => {
    const use = useOf(ident, info);
    return use.kind === 'stored' && use.target.kind === 'Ident' && use.target.name === '_';
  });
}

/**
 * Whether nothing keeps what nobody releases: it is made from a root, which never ends and so holds no children, it has
 * no deadline, and no goroutine of the function waits for it.
 */
export function isKeptByNobody(acquisition: Acquisition, context: Context): boolean {
  const { rule: { roots, deadline }, model } = context;
  const parent = firstArgument(acquisition);
  if (
    !roots
    || !parent
    || !matchesName(acquisition.name, roots.of)
    || matchesName(acquisition.name, deadline?.of ?? [])
  )
    return false;
  return isRoot(parent, acquisition.info, roots.from, model) && !isAwaited(acquisition);
}

/** Variables that hold a root are followed so far. */
const mostVariables = 4;

function isRoot(
  expr: Expr,
  info: DeclInfo,
  from: readonly string[],
  model: Context['model'],
  depth = mostVariables,
): boolean {
  if (expr.kind === 'CallExpr') {
    const callee = calleeOf(expr, info, model);
    return callee?.kind === 'Foreign' && matchesName(callee.name, from);
  }
  const object = expr.kind === 'Ident' && depth > 0 ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var' || object.origin?.kind !== 'value') return false;
  const isGivenOnce =
    object.role === 'local' && info.usesOf(object).every((ident) => useOf(ident, info).kind !== 'assigned');
  return isGivenOnce && isRoot(object.origin.value, object.info, from, model, depth - 1);
}

/** Whether a goroutine that the function starts is given what came with the resource. */
function isAwaited(acquisition: Acquisition): boolean {
  const { info, call } = acquisition;
  const func = info.enclosingFunc(call);
  const companion = companionOf(acquisition);
  return companion !== undefined && info.usesOf(companion).some((ident) => {
    const use = useOf(ident, info);
    if (use.kind === 'argument' && callRole(use.call, info) === 'goroutine') return true;
    for (let at = info.enclosingFunc(ident); at && at !== func; at = info.enclosingFunc(at)) {
      if (at.kind === 'FuncLit' && literalRole(at, info) === 'goroutine') return true;
    }
    return false;
  });
}
