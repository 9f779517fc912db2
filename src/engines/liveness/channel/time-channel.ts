import type { Expr } from '../../../syntax/ast.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { underlying } from '../../../model/types/type.ts';

/**
 * Whether an expression is proven to be a channel that only package time sends on, as `t.C` and `time.Tick(d)`: nobody
 * can close it.
 */
export function isTimeChannel(expr: Expr, info: DeclInfo, model: PackageModel): boolean {
  const type = underlying(typeOf(expr, info, model));
  return (
    type?.kind === 'Chan'
    && type.dir === 'recv'
    && type.elem?.kind === 'Foreign'
    && type.elem.path === 'time'
    && type.elem.name === 'Time'
  );
}
