import type { DeclInfo } from '../../../model/info.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr, FuncDecl, Ident, ReturnStmt } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';

/**
 * The number of the result that is one of `given` in each return without an error, where each return with one gives nil
 * there; undefined for functions whose last result is no error, and where any of `given` stands elsewhere.
 */
export function carriedResult(func: FuncDecl, given: readonly Ident[], info: DeclInfo): number | undefined {
  const types = func.type.results.flatMap((field) => Array<Expr>(Math.max(1, field.names.length)).fill(field.type));
  const last = types.at(-1);
  if (types.length < 2 || last?.kind !== 'Ident' || last.name !== 'error' || given.length === 0) return undefined;
  if (!given.every((ident) => useOf(ident, info).kind === 'returned' && info.enclosingFunc(ident) === func))
    return undefined;
  const returned: ReturnStmt[] = [];
  walk(func, (node) => {
    if (node.kind === 'ReturnStmt' && info.enclosingFunc(node) === func) returned.push(node);
  });
  const isGiven = (value: Expr | undefined): boolean => value?.kind === 'Ident' && given.includes(value);
  const place = returned.map(({ results }) => results.findIndex(isGiven)).find((each) => each !== -1);
  if (place === undefined || place === types.length - 1) return undefined;
  const isClear = returned.every(
    ({ results }) =>
      results.length === types.length
      && (isGiven(results[place]) ? isNil(results.at(-1)) : isNil(results[place]) && !isNil(results.at(-1))),
  );
  return isClear && returned.some(({ results }) => isNil(results[place])) ? place : undefined;
}

function isNil(value: Expr | undefined): boolean {
  return value?.kind === 'Ident' && value.name === 'nil';
}
