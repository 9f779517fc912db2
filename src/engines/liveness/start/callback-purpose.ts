import type { CallExpr, FuncLit } from '../../../syntax/ast.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { typeFromExpr, typeString } from '../../../model/types/type.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import { calledName } from '../../../syntax/last-word.ts';
import { functionNames } from '../../../knowledge/function-names.ts';

/**
 * Whether a function runs for what comes from outside, again and again: within a literal that is registered for it, as
 * in `peer.OnTrack(f)` and `mux.HandleFunc(p, f)`, or as a handler of HTTP requests.
 */
export function isInHandler(func: FuncNode, info: DeclInfo): boolean {
  const types = func.type.params.map((field) => typeString(typeFromExpr(field.type, info)));
  if (types.includes('*net/http.Request')) return true;
  return callsWith(func, info).some(
    (call) => call.fun.kind === 'SelectorExpr' && functionNames.registers.test(calledName(call)),
  );
}

/** Whether a function runs within what a failpoint injects for a test: builds that are shipped do not have it. */
export function isInjected(func: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  return callsWith(func, info).some((call) => {
    const callee = calleeOf(call, info, model);
    return callee?.kind === 'Foreign' && /(?:^|\/)failpoint\.Inject/.test(callee.name);
  });
}

/** The calls that get a function, or a literal around it, as an argument. */
function callsWith(func: FuncNode, info: DeclInfo): readonly CallExpr[] {
  return literalsFrom(func, info).flatMap((literal) => {
    const use = useOf(literal, info);
    return use.kind === 'argument' ? [use.call] : [];
  });
}

/** A literal and those around it, from the inside out. */
function literalsFrom(func: FuncNode, info: DeclInfo): readonly FuncLit[] {
  const found: FuncLit[] = [];
  for (let at: FuncNode | undefined = func; at?.kind === 'FuncLit'; at = info.enclosingFunc(at)) found.push(at);
  return found;
}
