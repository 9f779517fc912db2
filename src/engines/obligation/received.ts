import type { DeclInfo } from '../../model/info.ts';
import { matchesName } from '../../model/name-pattern.ts';
import { typeString, underlying } from '../../model/type.ts';
import { typeOf } from '../../model/type-of.ts';
import { useOf } from '../../model/use.ts';
import type { UnaryExpr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from './context.ts';
import { writtenType } from './pair-text.ts';

/** Receive operations that give a resource: it was sent to have an owner, and who receives it is that. */
export function received({ rule, model }: Context): readonly Acquisition[] {
  const types = [rule.type].flat();
  const channels = types.map((type) => `chan ${writtenType(type)}`);
  if (!rule.byType || !model.files.some(({ source: { text } }) => channels.some((channel) => text.includes(channel)))) return [];
  return model.declarations((text) => text.includes('= <-')).flatMap((info) => receivesIn(info).flatMap((call): readonly Acquisition[] => {
    const channel = underlying(typeOf(call.x, info, model));
    if (channel?.kind !== 'Chan' || !matchesName(typeString(channel.elem), types) || useOf(call, info).kind !== 'stored') return [];
    return [{ call, info, name: info.file.source.text.slice(call.x.pos, call.x.end), result: 0, confidence: 'high', lookalike: false }];
  }));
}

function receivesIn({ decl }: DeclInfo): readonly UnaryExpr[] {
  const found: UnaryExpr[] = [];
  walk(decl, (node) => {
    if (node.kind === 'UnaryExpr' && node.op === '<-') found.push(node);
  });
  return found;
}
