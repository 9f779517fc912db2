import { requestTypes } from '../knowledge/request-types.ts';
import { wordsOfName } from '../model/names/entity-name.ts';
import type { DeclInfo, FuncNode, Var } from '../model/info.ts';
import type { PackageModel } from '../model/package-model.ts';
import { dereferenced, typeFromExpr, typeString, underlying } from '../model/types/type.ts';
import { typeOfVar } from '../model/types/type-of.ts';

/** Names of types, by their last word, whose values come from somebody else: a request or a message. */
const brought: readonly string[] = ['request', 'req', 'message', 'msg', 'packet', 'payload', 'delivery', 'envelope', 'update'];

/** Whether a function serves one request or connection, by its parameters. */
export function takesRequest({ type }: FuncNode, info: DeclInfo): boolean {
  return type.params.some((field) => requestTypes.test(typeString(dereferenced(typeFromExpr(field.type, info)))));
}

/**
 * Whether a variable holds what somebody else sends while the program runs: a `request` to a server, or by its type's
 * name a `message`.
 */
export function broughtBy(variable: Var, model: PackageModel): 'request' | 'message' | undefined {
  const type = dereferenced(typeOfVar(variable, model));
  const name = typeString(type);
  if (requestTypes.test(name)) return isSent(variable) ? undefined : 'request';
  const last = wordsOfName(name.slice(name.lastIndexOf('.') + 1)).at(-1) ?? '';
  // A map under such a name is what was decoded of one.
  if (type?.kind === 'Named' && underlying(type)?.kind === 'Map' && (last === 'params' || brought.includes(last)))
    return 'request';
  return brought.includes(last) ? 'message' : undefined;
}

/**
 * Whether a request is one that the program itself sends: `RoundTrip(req *http.Request)`, and what is given the
 * response as well.
 */
function isSent({ func, info }: Var): boolean {
  if (func?.kind !== 'FuncDecl') return false;
  return /^(?:RoundTrip|Do)(?![a-z])/.test(func.name.name)
    || func.type.params.some(({ type }) => typeString(dereferenced(typeFromExpr(type, info))) === 'net/http.Response');
}
