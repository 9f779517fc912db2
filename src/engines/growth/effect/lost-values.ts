import { plainEvidence } from '../../../findings/evidence.ts';
import type { Draft } from '../../../findings/finding.ts';
import { locate } from '../../../findings/locate.ts';
import { step } from '../../../findings/step.ts';
import { textOf } from '../../../model/text-of.ts';
import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { Container } from '../container/container.ts';
import { namesContainer } from '../container/containers.ts';
import type { Context } from '../context.ts';
import { ownsSomething } from './owning.ts';
import { startsUp } from '../starts-up.ts';

/**
 * The values that LoadOrStore is given and that start or take something when they are made: the argument is evaluated
 * first, so that one is made with each call, and nobody holds it when the key is already there.
 */
export function lostValues(container: Container, context: Context): readonly Draft[] {
  if (container.form !== 'object') return [];
  const infos = new Set(
    (container.places ?? []).flatMap(({ file, at }) => context.model.declarationAt(file, at) ?? []),
  );
  return [...infos].flatMap((each) => context.places(container.word, each)).flatMap(({ expr, info }): Draft[] => {
    const call = namesContainer(expr, info, container, context) ? storingCall(expr, info) : undefined;
    const value = call && lostArgument(call, info);
    const owning = value && ownsSomething(value, info, context);
    if (!call || !value || !owning || !info.file.report || startsUp(call, info, context)) return [];
    return [
      {
        rule: context.rule.id,
        evidence: owning === 'seen' || isTimed(value) ? plainEvidence : { ...plainEvidence, beliefs: ['library-name'] },
        location: locate(info.file.source, call),
        fact: {
          kind: 'lost-value',
          container: container.name,
          value: textOf(value, info),
          key: textOf(call.args[0] ?? call, info),
        },
        steps: [step('declared', container.declared.ident, container.declared.info)],
      },
    ];
  });
}

/** The expression that makes the value: the argument itself, or what a variable is that is named nowhere else. */
function lostArgument({ args: [, given] }: CallExpr, info: DeclInfo): Expr | undefined {
  const variable = given?.kind === 'Ident' ? info.objectOf(given) : undefined;
  if (variable?.kind !== 'Var') return given;
  const isOnlyGiven =
    variable.role === 'local' && variable.origin?.kind === 'value' && info.usesOf(variable).length === 1;
  return isOnlyGiven && variable.origin?.kind === 'value' ? variable.origin.value : undefined;
}

/** A time to live and an interval: what takes both sweeps, in a goroutine of its own. */
function isTimed(made: Expr): boolean {
  return (
    made.kind === 'CallExpr'
    && made.args.length === 2
    && made.args.every((arg) => arg.kind !== 'CallExpr' && arg.kind !== 'FuncLit')
  );
}

function storingCall(container: Expr, info: DeclInfo): CallExpr | undefined {
  const selector = info.parent(container);
  const call = selector && info.parent(selector);
  return selector?.kind === 'SelectorExpr' && selector.sel.name === 'LoadOrStore' && call?.kind === 'CallExpr'
    ? call
    : undefined;
}
