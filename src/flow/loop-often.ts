import type { DeclInfo } from '../model/info.ts';
import type { PackageModel } from '../model/package-model.ts';
import { isShortLoop } from '../model/code/short-loop.ts';
import { isUnbounded } from '../model/code/unbounded-loop.ts';
import type { ForStmt, RangeStmt } from '../syntax/ast.ts';
import { endsByItself } from './ends-by-itself.ts';

/**
 * How often a loop runs: a `few` times, again and again without an end of its own (`per-pass`), or that does not show.
 */
export function loopOften(
  loop: ForStmt | RangeStmt,
  info: DeclInfo,
  model: PackageModel,
): 'few' | 'per-pass' | 'unknown' {
  if (isShortLoop(loop, info)) return 'few';
  return goesOn(loop, info, model) ? 'per-pass' : 'unknown';
}

/** Whether a loop is left only at the word of others, or for an error. */
export function goesOn(loop: ForStmt | RangeStmt, info: DeclInfo, model: PackageModel): boolean {
  return isUnbounded(loop, info, model) && !(loop.kind === 'ForStmt' && endsByItself(loop, info));
}
