import type { CallExpr, FuncType } from '../../../syntax/ast.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { referencesTo } from '../../../model/names/references.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Holder } from './channel.ts';
import { holderAt } from './channel.ts';
import { isExported } from '../../../syntax/is-exported.ts';

/**
 * Who holds what a parameter is given, in all calls of its function. Undefined where not all calls can be seen: the
 * function is exported, a method, or more than called, or an argument is no variable or field.
 */
export function parameterSources(parameter: Var, model: PackageModel): readonly Holder[] | undefined {
  const { func } = parameter;
  const index = func ? indexOf(parameter, func.type) : -1;
  const calls = index === -1 ? undefined : callsOf(parameter, model);
  const holders = calls?.map(({ call, info: where }) => {
    const argument = call.ellipsis ? undefined : call.args[index];
    return argument && holderAt(argument, where, model);
  });
  if (!holders || holders.length === 0) return undefined;
  const known = holders.filter((holder) => holder !== undefined);
  return known.length === holders.length ? known : undefined;
}

function indexOf({ ident, variadic }: Var, { params }: FuncType): number {
  return variadic ? -1 : params.flatMap((field) => field.names).indexOf(ident);
}

interface Call {
  readonly call: CallExpr;
  readonly info: DeclInfo;
}

/** All calls of the function that has the parameter; undefined where it is more than called. */
function callsOf({ func, info }: Var, model: PackageModel): readonly Call[] | undefined {
  if (!func || (func.kind === 'FuncDecl' && (func.recv || isExported(func.name.name)))) return undefined;
  const places = func.kind === 'FuncDecl' ? referencesTo(func, info, model) : [{ expr: func, info }];
  const calls = places.flatMap(({ expr, info: where }): readonly Call[] => {
    const use = useOf(expr, where);
    return use.kind === 'called' ? [{ call: use.call, info: where }] : [];
  });
  return calls.length === places.length ? calls : undefined;
}
