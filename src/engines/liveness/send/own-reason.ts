import { receivedFrom } from '../../../model/code/received-from.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { Expr, Stmt } from '../../../syntax/ast.ts';
import { isTimeChannel } from '../channel/time-channel.ts';
import type { Context } from '../context.ts';

/**
 * `<-ctx.Done()`, `<-r.Context().Done()`, `<-time.After(d)`, `<-timer.C`: nothing that would end who answers as well.
 */
export function isOwnReason(comm: Stmt, info: DeclInfo, { model }: Pick<Context, 'model'>): boolean {
  const channel = receivedFrom(comm);
  if (!channel) return false;
  return isTimeChannel(channel, info, model) || isDoneOfOwn(channel);
}

function isDoneOfOwn(channel: Expr): boolean {
  if (channel.kind !== 'CallExpr' || channel.fun.kind !== 'SelectorExpr' || channel.fun.sel.name !== 'Done')
    return false;
  const of = channel.fun.x;
  return of.kind === 'Ident' || of.kind === 'CallExpr';
}
