import { someNode } from '../../syntax/walk.ts';
import type { FunctionCfgs } from '../../flow/function-cfg.ts';
import type { DeclInfo, FuncNode } from '../../model/info.ts';

/** Whether the process ends with a function: a deferred call of it ends both, so it is meant to run as long. */
export function endsProcessWithIt(func: FuncNode, info: DeclInfo, cfgs: FunctionCfgs): boolean {
  return func.body?.list.some((stmt) =>
    stmt.kind === 'DeferStmt' && someNode(stmt, (node) => node.kind === 'CallExpr' && !cfgs.comesBack(node, info))) ?? false;
}

/** Words that say that something is meant to live as long as the process. */
const asLongAsProcess = new RegExp([
  /\b(?:exit|end|die|live|last|run|stay)s? (?:with|as long as|until|together with|for) the (?:process|program)\b/,
  /\blife(?:time)? of the (?:process|program)\b/,
].map(({ source }) => source).join('|'), 'i');

/** More lines of comment than this are not read. */
const commentLimit = 40;

/** Whether the comment above a declaration says that what it starts is meant to live as long as the process. */
export function isMeantToStay({ file, decl }: DeclInfo): boolean {
  return asLongAsProcess.test(commentAbove(file.source.text, decl.pos));
}

/** The line comments that end right above an offset, as one line of words. */
function commentAbove(text: string, offset: number): string {
  const lines: string[] = [];
  let end = text.lastIndexOf('\n', offset - 1);
  while (end > 0 && lines.length < commentLimit) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (!line.startsWith('//')) break;
    lines.unshift(line.slice(2).trim());
    end = start - 1;
  }
  return lines.join(' ');
}
