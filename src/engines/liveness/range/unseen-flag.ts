import type { Expr, IfStmt, Node, RangeStmt } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { ChannelUses } from '../channel/channel-uses.ts';
import { canLeave } from '../loop/loop-exit.ts';

/**
 * The field that a loop over a channel tests before it leaves, where that comes too late: a pass begins with a value
 * received, and whoever sends tests the same field first and sends no more. Undefined where the loop may leave for
 * any other reason.
 */
export function unseenFlag(
  loop: RangeStmt,
  info: DeclInfo,
  { uses }: ChannelUses,
  cfgs: FunctionCfgs,
): string | undefined {
  const exits = loop.body.list.filter((stmt) => canLeave(stmt, loop, info, cfgs));
  const [flag, ...others] = new Set(
    exits.flatMap((stmt) => (stmt.kind === 'IfStmt' ? (flagOf(stmt, info) ?? '') : '')),
  );
  if (!flag || others.length > 0) return undefined;
  const sends = uses.filter((use) => use.kind === 'sent');
  return sends.length > 0 && sends.every(({ at, info: where }) => isGuarded(at, flag, where)) ? flag : undefined;
}

/** The one field that a condition tests; undefined where it tests anything else. */
function flagOf({ cond, init }: IfStmt, info: DeclInfo): string | undefined {
  const [flag, ...others] = init ? [] : fieldsIn(cond, info);
  return others.length === 0 ? flag : undefined;
}

/** The fields, and with an empty name the local variables, that an expression reads. */
function fieldsIn(expr: Expr, info: DeclInfo): readonly string[] {
  const found: string[] = [];
  walk(expr, (node) => {
    if (node.kind === 'SelectorExpr' && node.x.kind === 'Ident') {
      const object = info.objectOf(node.x);
      if (object?.kind === 'Var') found.push(node.sel.name);
      return false;
    }
    if (node.kind === 'Ident' && info.objectOf(node)?.kind === 'Var') found.push('');
    return true;
  });
  return found;
}

/** Whether the function of a send has returned before it where the field is set. */
function isGuarded(send: Node, flag: string, info: DeclInfo): boolean {
  const func = info.enclosingFunc(send);
  return func?.body?.list.some((stmt) =>
    stmt.kind === 'IfStmt' && stmt.end <= send.pos && !stmt.else && flagOf(stmt, info) === flag
    && stmt.body.list.some((each) => each.kind === 'ReturnStmt')) ?? false;
}
