import type { DeclInfo } from '../model/info.ts';
import type { Expr, ReturnStmt, Stmt } from '../syntax/ast.ts';
import type { Path } from './paths.ts';
import { lastWord } from '../syntax/last-word.ts';

/** Whether a way leads through the branch of some error: `err != nil`, `errors.Is(err, …)`. */
export function isErrorWay({ blocks }: Path): boolean {
  return blocks.some((block, index) => {
    const next = blocks[index + 1];
    return block.cond !== undefined && next !== undefined && saysError(block.cond, next === block.succs[0]);
  });
}

/** Whether a condition with this value says that there is an error; the end of a file is none. */
export function saysError(cond: Expr, holds: boolean): boolean {
  if (cond.kind === 'CallExpr') return holds && cond.args.some((each) => isError(each));
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return false;
  const [error, other] = isError(cond.x) ? [cond.x, cond.y] : [cond.y, cond.x];
  if (!isError(error)) return false;
  if (other.kind === 'Ident' && other.name === 'nil') return holds === (cond.op === '!=');
  return holds && (cond.op === '!=' || !lastWord(other).includes('EOF'));
}

/** Errors are known by their names: everybody calls them `err`, `werr`, `parseError` or `e`. */
export function isError(expr: Expr): boolean {
  if (expr.kind === 'SelectorExpr') return isError(expr.sel);
  if (expr.kind === 'CallExpr') return expr.fun.kind === 'SelectorExpr' && /^Err(?:or)?$/.test(expr.fun.sel.name);
  return expr.kind === 'Ident' && /^(?:e|err\w*|\w*(?:Err|Error|err)\d*)$/.test(expr.name);
}

/**
 * What a function says where it is left: `fine` where it returns no error, `failed` where it makes one or hands one on,
 * `either` where that does not show (`return f()`).
 */
export type Outcome = 'fine' | 'either' | 'failed';

/** What a way out of a function says; `exit` is the node at its end, undefined where the function just ends. */
export function outcomeOf(path: Path, exit: Stmt | Expr | undefined, info: DeclInfo): Outcome {
  if (isErrorWay(path)) return 'failed';
  return exit?.kind === 'ReturnStmt' ? returnOutcome(exit, info) : 'fine';
}

/** What a return statement says by its last result. */
export function returnOutcome(statement: ReturnStmt, info: DeclInfo): Outcome {
  const last = statement.results[statement.results.length - 1];
  const func = last && info.enclosingFunc(statement);
  const type = func && func.type.results[func.type.results.length - 1]?.type;
  if (type?.kind !== 'Ident' || type.name !== 'error') return 'fine';
  if (last?.kind === 'Ident' && last.name === 'nil') return 'fine';
  return last && makesError(last) ? 'failed' : 'either';
}

/**
 * Whether an expression makes an error: `errors.New("…")`, `fmt.Errorf("…")`, `errNotFound`, `&NotFound{}`. An `err` of
 * the function may as well be nil.
 */
export function makesError(expr: Expr): boolean {
  if (expr.kind === 'CallExpr') return /^(?:Errorf|New|Wrapf?|\w*Error)$/.test(lastWord(expr.fun));
  if (expr.kind === 'UnaryExpr' || expr.kind === 'CompositeLit') return true;
  const word = lastWord(expr);
  return /^[eE]rr(?:or)?[A-Z]/.test(word) || (expr.kind === 'SelectorExpr' && isError(expr.sel));
}
