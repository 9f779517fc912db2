import type { DeclInfo, Var } from '../../model/info.ts';

/** The parameter that takes the argument numbered `index` (from 0); undefined where it has no name. */
export function parameterAt(info: DeclInfo, index: number): Var | undefined {
  if (info.decl.kind !== 'FuncDecl') return undefined;
  const names = info.decl.type.params.flatMap((field) => field.names);
  const ident = names[Math.min(index, names.length - 1)];
  const object = ident && info.objectOf(ident);
  return object?.kind === 'Var' && (object.variadic || names[index] === ident) ? object : undefined;
}
