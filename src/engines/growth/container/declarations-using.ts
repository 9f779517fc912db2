import { isSelected } from '../../../syntax/token/token-place.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import type { StructType } from '../../../syntax/ast.ts';
import type { Container } from './container.ts';
import { structsOf } from './containers.ts';
import type { Context } from '../context.ts';

/**
 * So many containers are looked for one by one; of more than that it is found out once which struct each place means.
 */
const fewContainers = 64;

/** Gives the declarations that mention a container, for `count` of them. */
export function declarationsUsingIn(
  model: PackageModel,
  places: Context['places'],
  count: number,
): Context['declarationsUsing'] {
  if (count <= fewContainers) return (container) => inTurn(container, model);
  const known = new Map<string, ByStruct>();
  return ({ word, struct }) => {
    const infos = model.declarationsUsing(word);
    if (!struct) return infos;
    const found = known.get(word) ?? byStruct(word, infos, places, model);
    known.set(word, found);
    return new Set([...(found.get(struct) ?? []), ...(found.get(undefined) ?? [])]);
  };
}

/** Declarations by the structs whose field they mention; undefined stands for those that are not known. */
type ByStruct = ReadonlyMap<StructType | undefined, ReadonlySet<DeclInfo>>;

/** Thousands of structs may have a field of one name: each declaration is asked once which of them it means. */
function byStruct(word: string, infos: readonly DeclInfo[], places: Context['places'], model: PackageModel): ByStruct {
  const found = new Map<StructType | undefined, Set<DeclInfo>>();
  for (const info of infos) {
    for (const { expr } of places(word, info)) {
      const structs = expr.kind === 'SelectorExpr' ? structsOf(expr, info, model) : [];
      for (const struct of structs ?? [undefined]) {
        const others = found.get(struct);
        if (others) others.add(info);
        else found.set(struct, new Set([info]));
      }
    }
  }
  return found;
}

/**
 * Reads one declaration after the other: the first ones often end the question. To a field of a variable whose struct
 * has no name there is no way but by the variable.
 */
function* inTurn({ word, struct, owner }: Container, model: PackageModel): Generator<DeclInfo> {
  const variable = owner?.kind === 'Var' ? owner.name : undefined;
  for (const { declaration, info } of model.mentions(word, undefined, struct ? isSelected : undefined)) {
    if (variable === undefined || declaration.mentions(variable)) yield info();
  }
}
