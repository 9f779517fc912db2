import { lineAfter, lineBefore } from '../../../edits/insert-line.ts';
import type { Fix } from '../../../findings/finding.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { textOf } from '../../../model/text-of.ts';
import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { ChannelUse } from '../channel/channel-uses.ts';

/** A place in a declaration. */
interface Placed {
  readonly call: CallExpr;
  readonly info: DeclInfo;
}

/**
 * `signal.Stop(c)` in front of the close, or deferred behind a deferred close, which runs first. Certain where nothing
 * stops the signals yet and the file of the close is that of signal.Notify, whose name for the package is then known.
 */
export function stopBeforeClose(
  close: ChannelUse & { readonly kind: 'closed' },
  registration: Placed,
): Fix | undefined {
  const { call, info } = close;
  const stmt = info.parent(call);
  const name = info.file === registration.info.file ? stopName(registration.call, registration.info, info) : undefined;
  const [channel] = call.args;
  if (name === undefined || !channel || !isPath(channel)) return undefined;
  const stop = `${name}(${textOf(channel, info)})`;
  const isDeferred = stmt?.kind === 'DeferStmt' && !loopAround(stmt, info);
  const edit =
    stmt?.kind === 'ExprStmt'
      ? lineBefore(stmt, stop, info)
      : isDeferred
        ? lineAfter(stmt, `defer ${stop}`, info)
        : undefined;
  return edit && { kind: 'call-before', call: stop, before: textOf(call, info), edits: [edit] };
}

/**
 * `signal.Stop` by the name that the file has for os/signal; undefined where something in the declaration `where` takes
 * that name.
 */
function stopName({ fun }: CallExpr, info: DeclInfo, where: DeclInfo): string | undefined {
  if (fun.kind !== 'SelectorExpr' || fun.x.kind !== 'Ident' || info.objectOf(fun.x)?.kind !== 'PkgName')
    return undefined;
  const { name } = fun.x;
  const isTaken = someNode(
    where.decl,
    (node) => node.kind === 'Ident' && node.name === name && isVariable(where.objectOf(node)?.kind),
  );
  return isTaken ? undefined : `${name}.Stop`;
}

function isVariable(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'PkgName';
}

/** `c`, `s.c`, `s.a.c`: nothing that does anything when it is evaluated once more. */
function isPath(expr: Expr): boolean {
  return expr.kind === 'Ident' || (expr.kind === 'SelectorExpr' && isPath(expr.x));
}
