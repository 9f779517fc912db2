import type { FuncDecl, FuncLit, Node } from '../../syntax/ast.ts';
import { isBounded, multiplicityAt } from '../../facts/multiplicity.ts';
import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { initialisesPackage, onceOf, runsOnce } from '../../model/code/lifetime.ts';
import { referencesTo } from '../../model/names/references.ts';
import { literalRole, useOf } from '../../model/code/use.ts';
import { settingUp } from './setting-up.ts';
import type { Context } from './context.ts';
import { isExported } from '../../syntax/is-exported.ts';
import { calledName } from '../../syntax/last-word.ts';
import { functionNames } from '../../knowledge/function-names.ts';

/** How many callers up a function is followed. */
const callerDepth = 3;

/**
 * Whether a node only runs while the program starts: in init, in main, in what initialises package variables, in what
 * these call.
 */
export function startsUp(node: Node, info: DeclInfo, context: Context): boolean {
  const func = info.enclosingFunc(node);
  const often = multiplicityAt(node, info);
  if (often === 'per-request' || often === 'per-pass') return false; // whatever the functions on the way are called
  return !func || isBounded(often) || funcStartsUp(func, info, context, callerDepth);
}

function funcStartsUp(func: FuncNode, info: DeclInfo, context: Context, depth: number): boolean {
  const known = context.startup.get(func);
  if (known !== undefined) return known;
  context.startup.set(func, false); // while it is asked for: a function that calls itself is not thereby one of startup
  const answer =
    runsOnce(func, info, context.model)
    || (func.kind === 'FuncLit'
      ? literalStartsUp(func, info, context, depth)
      : declaredStartsUp(func, info, context, depth));
  context.startup.set(func, answer);
  return answer;
}

/**
 * A literal that runs where it stands, or is handed to what visits one after the other, runs when the function around
 * it does.
 */
function literalStartsUp(literal: FuncLit, info: DeclInfo, context: Context, depth: number): boolean {
  const outer = info.enclosingFunc(literal);
  if (!outer) return false;
  const use = useOf(literal, info);
  const visits =
    use.kind === 'argument' && functionNames.visits.test(calledName(use.call));
  const runsHere = visits || ['inline', 'deferred'].includes(literalRole(literal, info));
  return runsHere && funcStartsUp(outer, info, context, depth);
}

function declaredStartsUp(func: FuncDecl, info: DeclInfo, context: Context, depth: number): boolean {
  if (settingUp.test(func.name.name) || initialisesPackage(func, info, context.model)) return true;
  if (depth === 0 || (isExported(func.name.name) && context.model.name !== 'main')) return false;
  const references = referencesTo(func, info, context.model).slice(0, 50);
  return references.length > 0 && references.every(({ expr, info: where }) => {
    if (where === info) return true;
    if (onceOf(expr, where, context.model) === 'process') return true;
    const outer = where.enclosingFunc(expr);
    return useOf(expr, where).kind === 'called' && (!outer || funcStartsUp(outer, where, context, depth - 1));
  });
}
