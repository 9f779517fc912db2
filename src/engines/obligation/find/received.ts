import { lastName } from './candidates.ts';
import { hasKind } from '../../../syntax/token/token-range.ts';
import { ARROW } from '../../../syntax/token/token-kind.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { signatureOf } from '../../../model/types/signature-of.ts';
import type { Type } from '../../../model/types/type.ts';
import { typeFromExpr, typeString, underlying } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import { shownText } from '../../../model/text-of.ts';
import type { Expr, UnaryExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from '../context.ts';

/** Receive operations that give a resource: it was sent to have an owner, and who receives it is that. */
export function received({ rule, model }: Context): readonly Acquisition[] {
  const types = [rule.type].flat();
  const words = types.map(lastName);
  if (
    !rule.byType
    || !model.files.some(({ source }) => words.some((word) => source.mayHold(word)) && source.mayHold('chan'))
  )
    return [];
  return model
    .declarations((declaration) => hasKind(declaration, ARROW))
    .flatMap((info) =>
      receivesIn(info).flatMap((call): readonly Acquisition[] => {
        const channel = underlying(channelType(call.x, info, model));
        if (
          channel?.kind !== 'Chan'
          || !matchesName(typeString(channel.elem), types)
          || useOf(call, info).kind !== 'stored'
        )
          return [];
        return [{ call, info, name: shownText(call.x, info), result: 0, beliefs: [], lookalike: false }];
      }),
    );
}

/** The type of a channel, also of one that a method of an interface gives. */
function channelType(channel: Expr, info: DeclInfo, model: PackageModel): Type | undefined {
  const known = typeOf(channel, info, model);
  const signature = known || channel.kind !== 'CallExpr' ? undefined : signatureOf(channel, info, model);
  const [result] = signature?.type.results ?? [];
  return signature && result ? typeFromExpr(result.type, signature.info) : known;
}

function receivesIn({ decl }: DeclInfo): readonly UnaryExpr[] {
  const found: UnaryExpr[] = [];
  walk(decl, (node) => {
    if (node.kind === 'UnaryExpr' && node.op === '<-') found.push(node);
  });
  return found;
}
