import { hasName } from '../../syntax/token/token-range.ts';
import { isLiteral } from '../../syntax/token/token-place.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import type { DeclInfo } from '../../model/info.ts';
import { helpsTests } from '../../model/helps-tests.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { typeFromExpr, typeString } from '../../model/types/type.ts';
import { useOf } from '../../model/code/use.ts';
import { shownText } from '../../model/text-of.ts';
import type { UnboundedWait } from './rule.ts';
import type { CompositeLit, Expr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { lastName } from '../../model/code/calls.ts';
import { literalHolder, setFields } from '../../facts/set-fields.ts';

/**
 * Literals that lack every field which would bound the dial, in an owner that has no limit either. Other tools have
 * more to say of them: a note, in the strict set. Who else may use one, and how long, is not seen.
 */
export function unboundedLiterals(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  if (model.name === 'main') return [];
  return Object.entries(rule.literals).flatMap(([type, { fields, within, bound }]) => {
    const infos = model.declarations(
      (each) => hasName(each, lastName(type), isLiteral) && hasName(each, lastName(within), isLiteral),
    );
    return infos.filter(({ file }) => file.report && !helpsTests(file.source)).flatMap((info) =>
      literalsOf(type, info).flatMap((literal): Draft[] => {
        const set = setFields(literal, info);
        if (set === undefined || fields.some((field) => set.has(field))) return [];
        if (
          !ownersOf(literal, info).some(
            (owner) => isOf(owner, within, info) && setFields(owner, info)?.has(bound) === false,
          )
        )
          return [];
        const shown = shownText(literal.type ?? literal, info);
        return [{
          rule: rule.id,
          evidence: { ...plainEvidence, relief: 'system-timeout', beliefs: ['used-to-dial'] },
          location: locate(info.file.source, literal),
          fact: { kind: 'literal-unbounded', type: shown, field: fields[0] ?? '' },
          steps: [],
        }];
      }));
  });
}

function literalsOf(type: string, info: DeclInfo): readonly CompositeLit[] {
  const found: CompositeLit[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'CompositeLit' && isOf(node, type, info)) found.push(node);
  });
  return found;
}

function isOf(literal: CompositeLit, type: string, info: DeclInfo): boolean {
  return literal.type !== undefined && typeString(typeFromExpr(literal.type, info)) === type;
}

/** The literals that a literal, or the variable that holds it, is a field of. */
function ownersOf(literal: CompositeLit, info: DeclInfo): readonly CompositeLit[] {
  const holder = literalHolder(literal, info);
  const parent = info.parent(literal);
  const places: readonly Expr[] = [
    parent?.kind === 'UnaryExpr' ? parent : literal,
    ...(holder ? info.usesOf(holder) : []),
  ];
  return places.flatMap((place) => {
    const use = useOf(place, info);
    return use.kind === 'element' && use.field !== undefined ? [use.literal] : [];
  });
}
