import { docComment } from '../../../syntax/outline/doc-comment.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';

/** Whether the process ends with a function: a deferred call of it ends both, so it is meant to run as long. */
export function endsProcessWithIt(func: FuncNode, info: DeclInfo, cfgs: FunctionCfgs): boolean {
  return (
    func.body?.list.some(
      (stmt) =>
        stmt.kind === 'DeferStmt' && someNode(stmt, (node) => node.kind === 'CallExpr' && !cfgs.comesBack(node, info)),
    ) ?? false
  );
}

/** Words that say that something is meant to live as long as the process. */
const asLongAsProcess = new RegExp([
  /\b(?:exit|end|die|live|last|run|stay)s? (?:with|as long as|until|together with|for) the (?:process|program)\b/,
  /\blife(?:time)? of the (?:process|program)\b/,
].map(({ source }) => source).join('|'), 'i');

/** Whether the comment above a declaration says that what it starts is meant to live as long as the process. */
export function isMeantToStay({ file, decl }: DeclInfo): boolean {
  return asLongAsProcess.test(docComment(file.source, decl.pos));
}
