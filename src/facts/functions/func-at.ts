import type { DeclInfo, Func } from '../../model/info.ts';

/** The function that a declaration is; undefined for one that is none. */
export function funcAt({ decl, file }: DeclInfo): Func | undefined {
  const declaration =
    decl.kind === 'FuncDecl' ? file.source.declarations.find((each) => each.pos === decl.pos) : undefined;
  return declaration && { kind: 'Func', declaration, file };
}
