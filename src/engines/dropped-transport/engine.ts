import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { helpsTests } from '../../model/helps-tests.ts';
import type { DeclInfo } from '../../model/info.ts';
import { initialisesPackage, runsOnce } from '../../model/code/lifetime.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { shownText } from '../../model/text-of.ts';
import { typeFromExpr, typeString } from '../../model/types/type.ts';
import type { DroppedTransport } from './rule.ts';
import type { CompositeLit, Node } from '../../syntax/ast.ts';
import { isLiteral } from '../../syntax/token/token-place.ts';
import { hasName } from '../../syntax/token/token-range.ts';
import { someNode, walk } from '../../syntax/walk.ts';
import { lastName } from '../../model/code/calls.ts';
import { literalHolder, setFields } from '../../facts/set-fields.ts';
import { transportFate } from './transport-fate.ts';

/**
 * Transports that are made for one call, used for requests, and dropped by all who have them, with nothing that ends
 * what they keep.
 */
export function droppedTransports(rule: DroppedTransport, model: PackageModel): readonly Draft[] {
  const infos = model.declarations((each) => hasName(each, lastName(rule.type), isLiteral));
  return infos.filter(({ file }) => file.report && !helpsTests(file.source)).flatMap((info) =>
    literalsOf(rule.type, info).flatMap((literal): Draft[] => {
      const func = info.enclosingFunc(literal);
      if (!func || runsOnce(func, info, model) || initialisesPackage(func, info, model)) return [];
      if (isBounded(literal, info, rule) || closesConnections(info.decl)) return [];
      const parent = info.parent(literal);
      if (transportFate(parent?.kind === 'UnaryExpr' ? parent : literal, info, rule) !== 'used') return [];
      return [{
        rule: rule.id,
        evidence: { ...plainEvidence, ways: 'all', relief: model.name === 'main' ? 'program-ends' : undefined },
        location: locate(info.file.source, literal),
        fact: {
          kind: 'transport-dropped',
          type: shownText(literal.type ?? literal, info),
          holder: literalHolder(literal, info)?.name,
          release: rule.release,
        },
        steps: [],
      }];
    }));
}

function literalsOf(type: string, info: DeclInfo): readonly CompositeLit[] {
  const found: CompositeLit[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'CompositeLit' && node.type && typeString(typeFromExpr(node.type, info)) === type)
      found.push(node);
  });
  return found;
}

/** Whether a field of the literal bounds what stays, or may, or what it connects with is not dialled here. */
function isBounded(literal: CompositeLit, info: DeclInfo, { bounded, dials }: DroppedTransport): boolean {
  const set = setFields(literal, info);
  if (!set || bounded.some((field) => set.has(field))) return true;
  const given = literal.elts.flatMap((each) =>
    (each.kind === 'KeyValueExpr' && each.key.kind === 'Ident' && dials.includes(each.key.name) ? [each.value] : []));
  return dials.filter((field) => set.has(field)).length > given.length || given.some((value) =>
    !someNode(value, (node) => node.kind === 'SelectorExpr' && /^Dial/.test(node.sel.name)));
}

/** Whether a request says that its connection is not to be kept: `req.Close = true`, or the header. */
function closesConnections(decl: Node): boolean {
  return someNode(
    decl,
    (node) =>
      (node.kind === 'BasicLit' && /^"connection"$/i.test(node.value))
      || (node.kind === 'AssignStmt'
        && node.lhs.some((target) => target.kind === 'SelectorExpr' && target.sel.name === 'Close')),
  );
}
