import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { entryOf, findPaths } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { Node } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import type { ChannelUse } from '../channel/channel-uses.ts';
import type { Context } from '../context.ts';
import type { Registration } from './signal-registration.ts';
import { isCallOf } from './signal-registration.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';
import { isWithin } from '../../../syntax/span.ts';

/** What the methods are called that end a value. */
const ends = ['Close', 'Stop', 'Shutdown', 'close', 'stop', 'shutdown'];

/**
 * A channel in a field that every value of its type registers, and whose receiver a method of the type ends, while
 * nothing in the package ever calls signal.Stop: os/signal keeps the channel of each value for ever.
 */
export function leftByOwner({ call, info, holder, uses }: Registration, { model, cfgs }: Context): Verdict | undefined {
  if (holder.kind !== 'field' || stopsAny(model)) return undefined;
  const ended = fieldsEndedBy(holder.owner.spec.name.name, info, model);
  const receives = uses.uses.flatMap((use) => (use.kind === 'received' && use.info.file === info.file ? [use] : []));
  for (const use of receives) {
    const func = use.info.enclosingFunc(use.node);
    const cfg = func && cfgs.of(func, use.info);
    if (!func?.body || !cfg || !someNode(func.body, (node) => receivesFrom(node, ended))) continue;
    const found = firstExit(
      findPaths(entryOf(cfg), {
        node: (node) => (isWithin(placeOf(use), node) ? 'cut' : 'pass'),
        feasible: () => true,
      }),
      cfg,
      use.info,
    );
    if (!found) continue;
    return {
      at: call,
      info,
      fact: { kind: 'signal-left-registered', channel: holder.name, line: lineOf(found.exit.span.pos, use.info) },
      evidence: restingOn(),
      steps: [
        step('registered', call, info),
        ...branches(found.path, use.info),
        step('exit', found.exit.span, use.info),
      ],
    };
  }
  return undefined;
}

function stopsAny(model: Context['model']): boolean {
  return model.declarationsUsing('Stop').some((info) =>
    someNode(info.decl, (node) => node.kind === 'CallExpr' && isCallOf(node, 'os/signal.Stop', info, model)));
}

/** The names of the fields that a method which ends the values of a type closes, or calls. */
function fieldsEndedBy(type: string, { file }: DeclInfo, model: Context['model']): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const name of ends) {
    const method = model.method(type, name, file);
    if (!method) continue;
    walk(model.infoOf(method).decl, (node) => {
      if (node.kind !== 'CallExpr') return;
      for (const each of [node.fun, ...(node.fun.kind === 'Ident' && node.fun.name === 'close' ? node.args : [])]) {
        if (each.kind === 'SelectorExpr') fields.add(each.sel.name);
      }
    });
  }
  return fields;
}

/** Whether a node receives from one of these fields, `<-s.done`. */
function receivesFrom(node: Node, fields: ReadonlySet<string>): boolean {
  return node.kind === 'UnaryExpr' && node.op === '<-' && node.x.kind === 'SelectorExpr' && fields.has(node.x.sel.name);
}

function placeOf({ node }: Extract<ChannelUse, { kind: 'received' }>): Node {
  return node.kind === 'RangeStmt' ? node.x : node;
}
