import type { DeclInfo, FuncNode, Var } from '../info.ts';

/** The parameter of a function that takes the argument numbered `index` (from 0); undefined where it has no name. */
export function parameterAt(func: FuncNode, index: number, info: DeclInfo): Var | undefined {
  const names = func.type.params.flatMap((field) => field.names);
  const ident = names[Math.min(index, names.length - 1)];
  const object = ident && info.objectOf(ident);
  return object?.kind === 'Var' && (object.variadic || names[index] === ident) ? object : undefined;
}
