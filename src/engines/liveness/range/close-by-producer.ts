import { deferCall } from '../../../edits/defer-call.ts';
import { soleAssignment } from '../../../edits/sole-assignment.ts';
import type { Fix } from '../../../findings/finding.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import type { RangeStmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { ChannelUse, ChannelUses } from '../channel/channel-uses.ts';

/**
 * `defer close(c)` in the only function that sends: the one that makes the channel, or the one goroutine it starts for
 * that. Certain where the channel stays in one declaration and is only sent on, and ranged over by loops that are the
 * last statements of their functions: a plain receive would begin to yield zero values, and what follows a loop that
 * has never ended was never run. A producer that waits for others before it returns might wait for the very loops it
 * should end.
 */
export function closeByProducer({ uses }: ChannelUses, info: DeclInfo): Fix | undefined {
  const [made, ...others] = uses.filter((use) => use.kind === 'made');
  const assignment = made && soleAssignment(made.call, info);
  const [channel] = assignment?.targets ?? [];
  if (!channel || !assignment?.declares || others.length > 0 || !uses.every((use) => isPlain(use, info)))
    return undefined;
  const sends = uses.filter((use) => use.kind === 'sent');
  if (sends.length === 0) return undefined;
  if (sends.some(({ stmt }) => mayWait(info.enclosingFunc(stmt)))) return undefined;
  const call = `close(${channel.name})`;
  const edit = deferCall(assignment.stmt, sends.map(({ stmt }) => stmt), call, info);
  return edit && { kind: 'defer', call, edits: [edit] };
}

function isPlain(use: ChannelUse, info: DeclInfo): boolean {
  if (use.via || use.info !== info) return false;
  if (use.kind === 'received') return use.node.kind === 'RangeStmt' && isLast(use.node, info);
  return use.kind === 'made' || use.kind === 'sent';
}

/** Whether a function waits for anything but its own sends: `wg.Wait()`, `<-done`. */
function mayWait(func: FuncNode | undefined): boolean {
  return (
    func?.body !== undefined
    && someNode(
      func.body,
      (node) =>
        (node.kind === 'SelectorExpr' && node.sel.name.startsWith('Wait'))
        || (node.kind === 'UnaryExpr' && node.op === '<-'),
    )
  );
}

function isLast(loop: RangeStmt, info: DeclInfo): boolean {
  const list = info.enclosingFunc(loop)?.body?.list ?? [];
  return list[list.length - 1] === loop;
}
