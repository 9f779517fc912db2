import type { Path } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { Expr, IfStmt } from '../../../syntax/ast.ts';
import type { Duty } from './duty.ts';
import { isWithin } from '../../../syntax/span.ts';

/**
 * Whether a way passes over several branches that hand the value on and then go on, each for a reason of its own: `if
 * out != "" { w = wrap(f) }; if err != "" { e = wrap(f) }`. Who asks for none of them may not come here at all: the
 * callers see to that.
 */
export function passesOver({ blocks }: Path, { acquisition: { info }, effects: { handedOn } }: Duty): boolean {
  const choices = new Set(blocks.flatMap(({ cond }) => (cond && choiceOf(cond, info)) ?? []));
  const nodes = blocks.flatMap((block) => block.nodes);
  const passed = [...choices].filter(
    ({ body }) => handedOn.some((node) => isWithin(node, body)) && !nodes.some((node) => isWithin(node, body)),
  );
  return passed.length > 1;
}

/** The statement that a condition, or a part of one, belongs to: one whose body leads on to what follows. */
function choiceOf(cond: Expr, info: DeclInfo): IfStmt | undefined {
  let at = info.parent(cond);
  while (at?.kind === 'BinaryExpr' || at?.kind === 'UnaryExpr') at = info.parent(at);
  if (at?.kind !== 'IfStmt' || at.else) return undefined;
  const last = at.body.list.at(-1);
  return last?.kind === 'ReturnStmt' || last?.kind === 'BranchStmt' ? undefined : at;
}
