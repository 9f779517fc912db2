import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { typeFromExpr, typeString } from '../../model/type.ts';
import { useOf } from '../../model/use.ts';
import type { UnboundedWait } from '../../spec.ts';
import type { CompositeLit } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { lastName } from './calls.ts';
import { setFields } from './set-fields.ts';

/** Literals that lack every field which would bound the dial. Other tools have more to say of them: a note, in the strict set. */
export function unboundedLiterals(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  return Object.entries(rule.literals).flatMap(([type, fields]) => model.mentioning(lastName(type)).flatMap((info) => {
    if (!info.file.report || model.name === 'main' || info.file.source.imports.some((spec) => spec.path === 'testing')) return [];
    const found: CompositeLit[] = [];
    walk(info.decl, (node) => {
      if (node.kind === 'CompositeLit' && node.type && typeString(typeFromExpr(node.type, info)) === type) found.push(node);
    });
    return found.flatMap((literal): Draft[] => {
      const set = setFields(literal, info);
      // A literal that is only compared or measured dials nothing; one that is filled elsewhere is not known.
      if (set === undefined || fields.some((field) => set.has(field)) || useOf(literal, info).kind === 'argument') return [];
      const shown = info.file.source.text.slice(literal.type?.pos ?? literal.pos, literal.type?.end ?? literal.end);
      return [{
        rule: rule.id,
        level: 'note',
        confidence: 'medium',
        location: locate(info.file.source, literal),
        fact: { kind: 'literal-unbounded', type: shown, field: fields[0] ?? '' },
        collected: false,
        steps: [],
      }];
    });
  }));
}
