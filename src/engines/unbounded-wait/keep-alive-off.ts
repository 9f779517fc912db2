import { isField } from '../../syntax/token/token-place.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { typeFromExpr, typeString } from '../../model/types/type.ts';
import { textOf } from '../../model/text-of.ts';
import type { UnboundedWait } from './rule.ts';
import type { CompositeLit, Expr, Node } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { setsDeadlineAnywhere } from './deadline-calls.ts';
import { foreignCalls } from '../../facts/foreign-calls.ts';

/**
 * Connections whose keep-alive is switched off, in packages that set no deadline on any: half-open ones stay for ever.
 */
export function keepAliveOff(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  const { types, field, methods } = rule.keepAlive;
  if (setsDeadlineAnywhere(model)) return [];
  const draft = (at: Node, by: string, info: DeclInfo): Draft => ({
    rule: rule.id,
    evidence: { ...plainEvidence, relief: 'rare-peer', beliefs: ['deadline-elsewhere'] },
    location: locate(info.file.source, at),
    fact: { kind: 'keep-alive-off', by },
    steps: [],
  });
  const calls = foreignCalls(methods, model)
    .filter(({ call: { args: [on] } }) => on?.kind === 'Ident' && on.name === 'false')
    .map(({ call, info }) => draft(call, textOf(call, info), info));
  const literals = model
    .declarationsUsing(field, undefined, isField)
    .filter(({ file }) => file.report)
    .flatMap((info) => {
      const found: Draft[] = [];
      walk(info.decl, (node) => {
        if (
          node.kind === 'CompositeLit'
          && node.type
          && types.includes(typeString(typeFromExpr(node.type, info)))
          && isNegative(node, field)
        ) {
          found.push(draft(node, `${textOf(node.type, info)} with a negative ${field}`, info));
        }
      });
      return found;
    });
  return [...calls, ...literals];
}

function isNegative(literal: CompositeLit, field: string): boolean {
  return literal.elts.some((each) =>
    each.kind === 'KeyValueExpr' && each.key.kind === 'Ident' && each.key.name === field && startsNegative(each.value));
}

/** `-1`, `-time.Second`, `-1 * time.Second` */
function startsNegative(value: Expr): boolean {
  if (value.kind === 'BinaryExpr') return startsNegative(value.x);
  return value.kind === 'UnaryExpr' && value.op === '-';
}
