import type { Const, DeclInfo, Var } from '../model/info.ts';
import { objectAt } from '../model/types/object-at.ts';
import { useOf } from '../model/code/use.ts';
import type { Expr } from '../syntax/ast.ts';
import { callersOf } from './callers.ts';
import { funcAt } from './functions/func-at.ts';

/** Constants of constants, and parameters of parameters, are followed so deep. */
const mostSteps = 4;

/**
 * The value that an expression always has, as it is written: a literal, a named constant, `true`, `false`, `nil`, or a
 * parameter for which all callers pass the same one. Undefined for everything else, and where not all callers are
 * known.
 */
export function constantOf(expr: Expr, info: DeclInfo, steps = mostSteps): string | undefined {
  if (steps === 0) return undefined;
  switch (expr.kind) {
    case 'BasicLit':
      return expr.value;
    case 'Ident':
      return ofObject(info.objectOf(expr), steps);
    case 'SelectorExpr': {
      const qualifier = expr.x.kind === 'Ident' ? info.objectOf(expr.x) : undefined;
      return qualifier?.kind === 'PkgName'
        ? ofObject(objectAt(qualifier.path, expr.sel.name, info.file), steps)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a condition always has the same value, and which: `param`, `param == "x"`, `mode != Fast`. */
export function constantCondition(cond: Expr, info: DeclInfo): boolean | undefined {
  if (cond.kind === 'BinaryExpr' && (cond.op === '==' || cond.op === '!=')) {
    const [x, y] = [constantOf(cond.x, info), constantOf(cond.y, info)];
    return x === undefined || y === undefined ? undefined : (x === y) === (cond.op === '==');
  }
  const value = cond.kind === 'Ident' ? constantOf(cond, info) : undefined;
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

function ofObject(object: ReturnType<DeclInfo['objectOf']>, steps: number): string | undefined {
  switch (object?.kind) {
    case 'Universe':
      return ['true', 'false', 'nil'].includes(object.name) ? object.name : undefined;
    case 'Const':
      return enumerated(object) ?? (object.value && constantOf(object.value, object.info, steps - 1));
    case 'Var':
      return object.role === 'param' && !object.variadic ? ofParameter(object, steps) : undefined;
    default:
      return undefined;
  }
}

/** The number that `iota` gives a constant of a package: on its own line, or on one above that it repeats. */
function enumerated({ name, info: { decl } }: Const): string | undefined {
  const specs = decl.kind === 'GenDecl' && decl.tok === 'const' ? decl.specs : [];
  const line = specs.findIndex((spec) => spec.kind === 'ValueSpec' && spec.names.some((each) => each.name === name));
  const source = specs.slice(0, line + 1).findLast((spec) => spec.kind === 'ValueSpec' && spec.values.length > 0);
  const [value, ...others] = source?.kind === 'ValueSpec' ? source.values : [];
  return value?.kind === 'Ident' && value.name === 'iota' && others.length === 0 ? String(line) : undefined;
}

/** Asked again for each condition on each way through a function. */
const known = new WeakMap<Var, { readonly value: string | undefined }>();

function ofParameter(parameter: Var, steps: number): string | undefined {
  const before = known.get(parameter);
  if (before) return before.value;
  known.set(parameter, { value: undefined }); // of one that a function hands to itself nothing is known
  const value = passedBy(parameter, steps);
  known.set(parameter, { value });
  return value;
}

function passedBy(parameter: Var, steps: number): string | undefined {
  const { info, func } = parameter;
  if (func !== info.decl || info.usesOf(parameter).some((ident) => mayChange(ident, info))) return undefined;
  const object = funcAt(info);
  const callers = object && callersOf(object);
  if (!callers?.isComplete || callers.values.length > 0 || callers.calls.length === 0) return undefined;
  const index = func.type.params.flatMap((field) => field.names).indexOf(parameter.ident);
  const values = new Set(callers.calls.map(({ call, info: where }) => {
    const argument = call.ellipsis ? undefined : call.args[index];
    return argument && constantOf(argument, where, steps - 1);
  }));
  return values.size === 1 ? [...values][0] : undefined;
}

function mayChange(ident: Expr, info: DeclInfo): boolean {
  const parent = info.parent(ident);
  return (
    useOf(ident, info).kind === 'assigned'
    || parent?.kind === 'IncDecStmt'
    || (parent?.kind === 'UnaryExpr' && parent.op === '&')
  );
}
