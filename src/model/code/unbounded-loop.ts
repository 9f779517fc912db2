import type { ForStmt, RangeStmt } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';
import type { PackageModel } from '../package-model.ts';
import { underlying } from '../types/type.ts';
import { typeOf } from '../types/type-of.ts';

/** Whether a loop goes on as long as nothing in it leaves: one without a condition, or over a channel. */
export function isUnbounded(loop: ForStmt | RangeStmt, info: DeclInfo, model: PackageModel): boolean {
  if (loop.kind === 'RangeStmt') return underlying(typeOf(loop.x, info, model))?.kind === 'Chan';
  return loop.cond === undefined || (loop.cond.kind === 'Ident' && loop.cond.name === 'true');
}
