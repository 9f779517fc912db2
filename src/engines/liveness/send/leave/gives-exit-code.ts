import type { DeclInfo, FuncNode } from '../../../../model/info.ts';
import { someNode } from '../../../../syntax/walk.ts';

/** Whether a function returns the exit code of the process: `return exitFailed, err`. The process ends with it. */
export function givesExitCode(func: FuncNode, info: DeclInfo): boolean {
  const result = func.type.results[0]?.type;
  if (!func.body || result?.kind !== 'Ident' || result.name !== 'int') return false;
  return someNode(func.body, (node) => {
    const [first] = node.kind === 'ReturnStmt' && info.enclosingFunc(node) === func ? node.results : [];
    const name = first?.kind === 'SelectorExpr' ? first.sel.name : first?.kind === 'Ident' ? first.name : '';
    return /^[Ee]xit(?:Code|[A-Z]|$)/.test(name);
  });
}
