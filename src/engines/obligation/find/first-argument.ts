import type { Expr } from '../../../syntax/ast.ts';
import type { Acquisition } from './acquisition.ts';

/** The first argument of the call that acquires; none where the resource comes out of a channel. */
export function firstArgument({ call }: Pick<Acquisition, 'call'>): Expr | undefined {
  return call.kind === 'CallExpr' ? call.args[0] : undefined;
}
