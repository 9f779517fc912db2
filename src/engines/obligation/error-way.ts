import type { Expr } from '../../syntax/ast.ts';
import type { Path } from '../../flow/paths.ts';
import type { DeclInfo } from '../../model/info.ts';

/** Whether a way leads through the branch of some error: `err != nil`, `errors.Is(err, …)`. */
export function isErrorWay({ blocks }: Path, info: DeclInfo): boolean {
  return blocks.some((block, index) => {
    const next = blocks[index + 1];
    return block.cond !== undefined && next !== undefined && speaksOfError(block.cond, next === block.succs[0], info);
  });
}

function speaksOfError(cond: Expr, holds: boolean, info: DeclInfo): boolean {
  if (cond.kind === 'CallExpr') return holds && cond.args.some((each) => isError(each));
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return false;
  const [error, other] = isError(cond.x) ? [cond.x, cond.y] : [cond.y, cond.x];
  if (!isError(error)) return false;
  if (other.kind === 'Ident' && other.name === 'nil') return holds === (cond.op === '!=');
  return holds && (cond.op === '!=' || !/EOF/.test(info.file.source.text.slice(other.pos, other.end)));
}

/** Errors are known by their names: everybody calls them `err`, `werr`, `parseError` or `e`. */
function isError(expr: Expr): boolean {
  if (expr.kind === 'SelectorExpr') return isError(expr.sel);
  if (expr.kind === 'CallExpr') return expr.fun.kind === 'SelectorExpr' && /^Err(?:or)?$/.test(expr.fun.sel.name);
  return expr.kind === 'Ident' && /^(?:e|err\w*|\w*(?:Err|Error|err)\d*)$/.test(expr.name);
}
