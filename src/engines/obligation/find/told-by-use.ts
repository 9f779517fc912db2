import type { CallExpr, Node } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import { useOf } from '../../../model/code/use.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { shownText } from '../../../model/text-of.ts';
import { dereferenced, typeFromExpr, typeNameOf, typeString } from '../../../model/types/type.ts';
import { calleeOf, funcOf, typeOfVar } from '../../../model/types/type-of.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import { nameIn } from '../../../syntax/token/token-range.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from '../context.ts';
import { resultTypes } from '../helper/implementations.ts';
import { identOf } from '../hold/ident-of.ts';
import { isSettledPair } from './settled.ts';

/**
 * Calls of functions out of sight that give the resource, as what is done with their result tells: one field of it says
 * how a request went, and another is read from, or closed.
 */
export function toldByUse(context: Context): readonly Acquisition[] {
  const { rule: { toldBy, part }, model } = context;
  if (toldBy === undefined || part === undefined) return [];
  return model.files.flatMap((file) => {
    if (!file.source.mayHold(toldBy.field) || !file.source.mayHold(part)) return [];
    const found = new Set<Declaration>();
    for (const at of file.source.places(toldBy.field)) {
      const declaration = file.source.declarationAt(at);
      if (declaration && !found.has(declaration) && isOpen(declaration, at, context)) found.add(declaration);
    }
    return found.size === 0 ? [] : model.declarations((each) => found.has(each), (each) => each === file)
      .flatMap((info) => pairsIn(info).flatMap(({ call, variable }): readonly Acquisition[] =>
        (isGivenUnseen(call, variable, info, context) && isTold(variable, info, context)
          ? [{ call, info, name: shownText(call.fun, info), result: 0, beliefs: ['told-by-use'], lookalike: false }]
          : [])));
  });
}

/** Whether a name that the field is selected from takes the first of two results, and is not settled there. */
function isOpen(declaration: Declaration, at: number, { rule: { release, part } }: Context): boolean {
  const { tokens: { kinds, ids, names }, last } = declaration;
  if (kinds[at - 1] !== T.PERIOD || kinds[at + 1] === T.LPAREN) return false;
  let selected = at - 2;
  while (kinds[selected] === T.RPAREN) selected--;
  if (kinds[selected] !== T.IDENT) return false;
  const name = names.word(ids[selected] ?? -1);
  const next = (from: number): number => nameIn(declaration, name, from);
  for (let from = next(declaration.first); from !== -1; from = next(from + 1)) {
    const assign = from + 3;
    if (kinds[from + 1] !== T.COMMA || (kinds[assign] !== T.DEFINE && kinds[assign] !== T.ASSIGN)) continue;
    const end = statementEnd(declaration, assign, last);
    const place = { kind: 'assigned', targets: from, assign, isList: true, end } as const;
    if (!isSettledPair(declaration, place, release, part)) return true;
  }
  return false;
}

/** The semicolon behind a simple statement. */
function statementEnd({ tokens: { kinds } }: Declaration, from: number, last: number): number {
  let depth = 0;
  for (let at = from; at < last; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (depth === 0 && (T.isSemicolon(kind) || kind === T.LBRACE)) return at;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
  }
  return last;
}

interface Pair {
  readonly call: CallExpr;
  readonly variable: Var;
}

/** The calls whose two results are taken by a variable and something else. */
function pairsIn(info: DeclInfo): readonly Pair[] {
  const found: Pair[] = [];
  walk(info.decl, (node) => {
    if (node.kind !== 'CallExpr') return;
    const targets = resultTargets(node, info);
    const variable = targets.length === 2 && targets[0] ? identOf(targets[0], info) : undefined;
    if (variable && variable.role !== 'package') found.push({ call: node, variable });
  });
  return found;
}

/**
 * Whether nothing shows what the call gives, or only that it is of the type of the rule: no function of Go's own, none
 * of the workspace with another result, no variable of another type.
 */
function isGivenUnseen(call: CallExpr, variable: Var, info: DeclInfo, { rule, model }: Context): boolean {
  const types = [rule.type].flat();
  const callee = calleeOf(call, info, model);
  if (callee?.kind === 'Foreign' && !callee.func?.() && !isThirdPartyName(callee.name)) return false;
  if (matchesName(callee?.kind === 'Foreign' ? callee.name : undefined, rule.others ?? [])) return false;
  const func = funcOf(callee);
  if (func) {
    const there = func.file.package.infoOf(func);
    const [first] = there.decl.kind === 'FuncDecl' ? resultTypes(there.decl.type, there) : [];
    const isRelease = (node: Node): boolean => node.kind === 'SelectorExpr' && rule.release.includes(node.sel.name);
    return first !== undefined && matchesName(first, types) && !someNode(there.decl, isRelease);
  }
  const type = variable.type ? typeFromExpr(variable.type, variable.info) : typeOfVar(variable, model);
  return type === undefined || (!typeNameOf(dereferenced(type)) && matchesName(typeString(type), types));
}

/** A path of the standard library has no dot in its first part; nor has a module of the workspace, perhaps. */
function isThirdPartyName(name: string): boolean {
  const path = name.replace(/^\(?\*?/, '');
  return path.slice(0, path.includes('/') ? path.indexOf('/') : 0).includes('.');
}

/** Whether the field that tells is read, and the part is closed, or given to what reads from it. */
function isTold(variable: Var, info: DeclInfo, { rule: { toldBy, part, release }, model }: Context): boolean {
  const selected = info.usesOf(variable).flatMap((ident) => {
    const use = useOf(ident, info);
    return use.kind === 'selected' ? [{ name: use.name, use: useOf(use.selector, info) }] : [];
  });
  if (!toldBy || !selected.some(({ name }) => name === toldBy.field)) return false;
  return selected.filter(({ name }) => name === part).some(({ use }) => {
    if (use.kind === 'method-call') return release.includes(use.name);
    const callee = use.kind === 'argument' ? calleeOf(use.call, info, model) : undefined;
    return callee?.kind === 'Foreign' && matchesName(callee.name, toldBy.readers);
  });
}
