import type { DeclInfo } from '../model/info.ts';
import { textOf } from '../model/text-of.ts';
import type { Expr } from '../syntax/ast.ts';
import { walk } from '../syntax/walk.ts';

/** What is counted up in each declaration, as it is spelled. */
const known = new WeakMap<DeclInfo, ReadonlySet<string>>();

/** Whether the declaration that reads a counter counts it up: `id := s.next; s.next++`. */
export function isCounted(expr: Expr, info: DeclInfo): boolean {
  const counters = known.get(info) ?? countersIn(info);
  known.set(info, counters);
  return counters.size > 0 && counters.has(textOf(expr, info));
}

function countersIn(info: DeclInfo): ReadonlySet<string> {
  const found = new Set<string>();
  walk(info.decl, (node) => {
    if (node.kind === 'IncDecStmt' && node.tok === '++' && node.x.kind !== 'IndexExpr') found.add(textOf(node.x, info));
  });
  return found;
}
