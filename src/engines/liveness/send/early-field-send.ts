import { step } from '../../../findings/step.ts';
import { pointAt } from '../../../flow/paths.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import { useOf } from '../../../model/code/use.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { textOf } from '../../../model/text-of.ts';
import type { CallExpr, Expr, Ident, SendStmt } from '../../../syntax/ast.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import { ARROW, IDENT, PERIOD } from '../../../syntax/token/token-kind.ts';
import { hasKind, hasName } from '../../../syntax/token/token-range.ts';
import { walk } from '../../../syntax/walk.ts';
import { valueEffect } from '../channel/channel-use.ts';
import type { Context } from '../context.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';
import { mayLead, reaches } from './send-before-receiver.ts';

/**
 * Sends on an unbuffered channel in a field of a value that the function has just made, before anybody else has the
 * value: `f := &future{done: make(chan error)}; f.done <- err; return f`.
 */
export function earlyFieldSends(context: Context): readonly Verdict[] {
  return context.model
    .declarations(mayHold, ({ source }) => source.mayHold('make'))
    .filter(({ file }) => file.report)
    .flatMap((info) => sendsIn(info).flatMap((send) => judge(send, info, context) ?? []));
}

/** `x.c <- v` in a declaration that makes something. */
function mayHold(declaration: Declaration): boolean {
  return hasName(declaration, 'make')
    && hasKind(declaration, ARROW, ({ kinds }, at) => kinds[at - 1] === IDENT && kinds[at - 2] === PERIOD);
}

function sendsIn(info: DeclInfo): readonly SendStmt[] {
  const found: SendStmt[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'SendStmt' && info.parent(node)?.kind !== 'CommClause') found.push(node);
  });
  return found;
}

function judge(send: SendStmt, info: DeclInfo, { model, cfgs }: Context): Verdict | undefined {
  const owner = info.enclosingFunc(send);
  const { chan } = send;
  if (!owner || chan.kind !== 'SelectorExpr' || chan.x.kind !== 'Ident' || runsOnce(owner, info, model))
    return undefined;
  const variable = info.objectOf(chan.x);
  if (variable?.kind !== 'Var' || variable.role !== 'local' || variable.func !== owner) return undefined;
  const make = madeIn(variable, chan.sel.name, info, model);
  const cfg = make && cfgs.of(owner, info);
  const start = cfg && pointAt(cfg, make);
  if (!make || !start || !reaches(start, send, start, cfg)) return undefined;
  const others = info.usesOf(variable).filter((ident) => ident !== chan.x && !isOtherField(ident, chan.sel.name, info));
  if (others.some((ident) => mayLead(ident, send, start, cfg))) return undefined;
  return {
    at: send,
    info,
    fact: { kind: 'send-before-receiver', channel: textOf(chan, info), made: lineOf(make.pos, info) },
    evidence: { ...restingOn(), ways: 'all' },
    steps: [step('made', make, info), step('sends', send, info)],
  };
}

/** The unbuffered channel that the literal of a variable has in a field. */
function madeIn(variable: Var, field: string, info: DeclInfo, model: Context['model']): CallExpr | undefined {
  const value = variable.origin?.kind === 'value' && variable.info === info ? variable.origin.value : undefined;
  const literal: Expr | undefined = value?.kind === 'UnaryExpr' && value.op === '&' ? value.x : value;
  if (literal?.kind !== 'CompositeLit') return undefined;
  for (const element of literal.elts) {
    const given = element.kind === 'KeyValueExpr' ? element.value : element;
    const use = useOf(given, info);
    if (use.kind !== 'element' || use.field !== field) continue;
    const effect = valueEffect(given, info, model);
    return effect.kind === 'made' && effect.capacity === 0 ? effect.call : undefined;
  }
  return undefined;
}

/** A look at another field tells nobody of the value. */
function isOtherField(ident: Ident, field: string, info: DeclInfo): boolean {
  const use = useOf(ident, info);
  return use.kind === 'selected' && use.name !== field;
}
