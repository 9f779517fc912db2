import type { DeclInfo } from '../../../../model/info.ts';
import { textOf } from '../../../../model/text-of.ts';
import type { ForStmt, RangeStmt } from '../../../../syntax/ast.ts';

/**
 * What a loop counts up to, or goes through, where it takes one after the other: `xs` of `range xs` and `i < len(xs)`.
 */
export function countOf(loop: ForStmt | RangeStmt | undefined, info: DeclInfo): string | undefined {
  if (loop?.kind === 'RangeStmt') return /^[\w\u{80}-\u{10ffff}.]+$/u.exec(textOf(loop.x, info))?.[0];
  const bound =
    loop?.cond?.kind === 'BinaryExpr' && loop.cond.op === '<' && loop.init && loop.post ? loop.cond.y : undefined;
  const [argument] =
    bound?.kind === 'CallExpr' && bound.fun.kind === 'Ident' && bound.fun.name === 'len' ? bound.args : [];
  const counted = argument ?? (bound?.kind === 'CallExpr' ? undefined : bound);
  return counted && textOf(counted, info);
}
