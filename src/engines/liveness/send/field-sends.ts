import type { SendStmt } from '../../../syntax/ast.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import { ARROW, PERIOD } from '../../../syntax/token/token-kind.ts';
import { isSentOn } from '../../../syntax/token/token-place.ts';
import { hasKind } from '../../../syntax/token/token-range.ts';
import { walk } from '../../../syntax/walk.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { Holder } from '../channel/channel.ts';
import { holderAt, sameHolder } from '../channel/channel.ts';
import type { Context } from '../context.ts';
import type { Verdict } from '../verdict.ts';
import { leftPump } from './reader/left-pump.ts';
import { unheardReply } from './reply/unheard-reply.ts';

/** Sends on channels that stand in fields of the package, one finding for each field. */
export function fieldSends(context: Context): readonly Verdict[] {
  const { model } = context;
  const seen: Holder[] = [];
  return model.declarations(sendsOnField).flatMap((info) =>
    sendsIn(info).flatMap((send): readonly Verdict[] => {
      const holder = holderAt(send.chan, info, model);
      if (holder?.kind !== 'field' || seen.some((each) => sameHolder(each, holder))) return [];
      seen.push(holder);
      const replies = unheardReply(holder, context);
      return replies.length > 0 ? replies : [leftPump(holder, context)].flatMap((each) => each ?? []);
    }));
}

/** `r.reply <- v` */
function sendsOnField(declaration: Declaration): boolean {
  return hasKind(declaration, ARROW) && hasKind(declaration, PERIOD, (tokens, at) => isSentOn(tokens, at + 1));
}

function sendsIn(info: DeclInfo): readonly SendStmt[] {
  const found: SendStmt[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'SendStmt' && node.chan.kind === 'SelectorExpr') found.push(node);
  });
  return found;
}
