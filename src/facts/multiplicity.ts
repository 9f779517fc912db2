import { testFolders } from '../knowledge/folders.ts';
import { generatorInputs, goroutinePools, programRunners } from '../knowledge/program-runners.ts';
import type { DeclInfo, FuncNode, TypeName, Var } from '../model/info.ts';
import { isCommandSlot, takesCommand } from '../model/code/command.ts';
import { onceOf } from '../model/code/lifetime.ts';
import { loopAround } from '../model/code/loop-around.ts';
import { isInLastPass } from '../flow/last-pass.ts';
import { isShortLoop } from '../model/code/short-loop.ts';
import { dereferenced, typeNameOf, underlying } from '../model/types/type.ts';
import { parameterAt } from '../model/code/parameter-at.ts';
import { calleeOf, funcOf, typeOf } from '../model/types/type-of.ts';
import type { Use } from '../model/code/use.ts';
import { callRole, isGoMethod, literalRole, useOf } from '../model/code/use.ts';
import type { CallExpr, Expr, FuncDecl, FuncLit, Node } from '../syntax/ast.ts';
import { takesRequest } from './brought.ts';
import type { CallSite } from './callers.ts';
import { callersOf } from './callers.ts';
import { constructions } from './constructions.ts';
import { begunOnceFor } from './functions/begun-once.ts';
import { funcAt } from './functions/func-at.ts';
import { callsOfKept } from './functions/kept-function.ts';
import type { Query } from './functions/query.ts';
import { isOpen, meets, newQuery } from './functions/query.ts';
import { makesSingleton } from './functions/singleton-maker.ts';
import { calledName } from '../syntax/last-word.ts';
import { functionNames } from '../knowledge/function-names.ts';

/** How often something runs in one process. */
export type Multiplicity =
  | 'once'
  /** A few times while the program starts: from main, init, or the initialisers of package variables. */
  | 'start-up'
  /** Once for each value of a type of which there may be many. */
  | 'per-owner'
  /** For each request, connection or message. */
  | 'per-request'
  /** In a loop that does not end by itself. */
  | 'per-pass'
  | 'test-only'
  /** Nothing is known of who calls it: counts as again and again, but not as certain. */
  | 'unknown';

/** Whether something runs so often and no more in the life of a process. */
export function isBounded(multiplicity: Multiplicity | 'never'): boolean {
  return multiplicity === 'once' || multiplicity === 'start-up';
}

const isMost = (found: Found): boolean => found === 'per-request';

/** For a question that only asks whether something is bounded: others than bounded answers are then not told apart. */
export const isUnbounded = (found: Found): boolean =>
  found !== 'never' && found !== 'test-only' && !isBounded(found);

/** How often a function or literal runs, by who calls it in its own package and in the others of the workspace. */
export function multiplicityOf(func: FuncNode, info: DeclInfo, ends = isMost): Multiplicity {
  return known(ofFunction(func, info, newQuery(ends)));
}

/** How often a node of a function runs, or of an initialiser of the package. */
export function multiplicityAt(node: Node, info: DeclInfo, ends = isMost): Multiplicity {
  return known(atNode(node, info, newQuery(ends)));
}

/** What nobody calls may still be called in a way that we do not see. */
type Found = Multiplicity | 'never';

function known(found: Found): Multiplicity {
  return found === 'never' ? 'unknown' : found;
}

function ofFunction(func: FuncNode, info: DeclInfo, query: Query<Found>): Found {
  const known = query.found.get(func);
  if (known !== undefined) return known;
  if (meets(func, query)) return 'unknown';
  const { met } = query;
  query.open.add(func);
  const answer = func.kind === 'FuncLit' ? ofLiteral(func, info, query) : ofDeclared(func, info, query);
  query.open.delete(func);
  if (query.met === met) query.found.set(func, answer);
  return answer;
}

function atNode(node: Node, info: DeclInfo, query: Query<Found>): Found {
  const func = info.enclosingFunc(node);
  const around = func ? ofFunction(func, info, query) : 'start-up';
  return isBounded(around) && isInEndlessLoop(node, info) ? 'per-pass' : around;
}

/**
 * Whether a loop around a node may run on and on: without a condition, or over a channel. Others run so often and no
 * more.
 */
function isInEndlessLoop(node: Node, info: DeclInfo): boolean {
  for (let loop = loopAround(node, info); loop; loop = loopAround(loop, info)) {
    if (isShortLoop(loop, info) || isInLastPass(node, loop, info)) continue;
    if (loop.kind === 'ForStmt' ? !loop.cond : underlying(typeOf(loop.x, info, info.file.package))?.kind === 'Chan')
      return true;
  }
  return false;
}

function ofLiteral(literal: FuncLit, info: DeclInfo, query: Query<Found>): Found {
  if (takesRequest(literal, info)) return 'per-request';
  const use = useOf(literal, info);
  if (isCommandSlot(use) || takesCommand(literal, info)) return 'once';
  const once = ofOnce(literal, use, info, query);
  if (once) return once;
  const role = literalRole(literal, info);
  if (role === 'inline' || role === 'deferred' || role === 'goroutine') return atNode(literal, info, query);
  if (use.kind === 'argument' && isGiven(use.call, programRunners, info)) return 'once';
  if (use.kind === 'returned') return ofReturned(literal, info, query);
  if (use.kind === 'argument')
    return registers(use) ? 'per-request' : runsIn(use, info) ? atNode(literal, info, query) : ofKept(literal, info, query);
  return ofStored(literal, use, info, query);
}

/** How often a function value runs that a local variable is given, or that is kept elsewhere. */
function ofStored(value: Expr, use: Use, info: DeclInfo, query: Query<Found>): Found {
  const variable = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  return variable?.kind === 'Var' && variable.role === 'local' ? ofVariable(variable, query) : ofKept(value, info, query);
}

/**
 * A literal that is all a function gives, `group.Go(server(ctx))`: it runs as often as what all its callers are given.
 */
function ofReturned(literal: FuncLit, info: DeclInfo, query: Query<Found>): Found {
  const outer = info.enclosingFunc(literal);
  const object =
    outer === info.decl && outer.kind === 'FuncDecl' && outer.type.results.length === 1 ? funcAt(info) : undefined;
  if (!object || meets(info.decl, query)) return 'unknown';
  const { calls, values, isComplete } = callersOf(object);
  if (!isComplete || values.length > 0) return 'unknown';
  query.open.add(info.decl);
  const often = joined(calls, query, ({ call, info: where }) => {
    const use = useOf(call, where);
    return use.kind === 'stored' ? ofStored(call, use, where, query) : ofUse(call, use, where, query);
  });
  query.open.delete(info.decl);
  return often;
}

/** A local variable that holds a literal and is only called, there and in literals that run there. */
function ofVariable(variable: Var, query: Query<Found>): Found {
  const { info } = variable;
  return joined(info.usesOf(variable), query, (ident) => ofUse(ident, useOf(ident, info), info, query));
}

/** How often a function value runs that a `sync.Once`, or what makes singletons, is given; undefined where none is. */
function ofOnce(value: Expr, use: Use, info: DeclInfo, query: Query<Found>): Found | undefined {
  if (use.kind === 'argument' && makesSingleton(use.call, info)) return 'start-up';
  const once = onceOf(value, info, info.file.package);
  if (once === undefined || use.kind !== 'argument') return undefined;
  if (once !== 'value') return once === 'process' ? 'once' : atNode(use.call, info, query);
  const { fun } = use.call;
  const field = fun.kind === 'SelectorExpr' && fun.x.kind === 'SelectorExpr' ? fun.x : undefined;
  const owner = field && typeNameOf(dereferenced(typeOf(field.x, info, info.file.package)));
  return owner ? ofOwner(owner, query) : 'unknown';
}

/** How often something happens that happens once for each value of a type. */
function ofOwner(type: TypeName, query: Query<Found>): Found {
  if (meets(type.spec, query)) return 'unknown';
  query.open.add(type.spec);
  const made = constructions(type);
  const often = made && joined(made, query, ({ node, info, within }) => {
    if (node.kind !== 'Field') return atNode(node, info, query);
    return within ? ofOwner(within, query) : 'unknown';
  });
  query.open.delete(type.spec);
  if (often === undefined || often === 'unknown' || often === 'never') return 'unknown';
  return isBounded(often) || often === 'test-only' ? often : 'per-owner';
}

function ofDeclared(func: FuncDecl, info: DeclInfo, query: Query<Found>): Found {
  const { name, recv } = func;
  if (info.file.inProject.endsWith('_test.go') || testFolders.test(info.file.inProject)) return 'test-only';
  if (!recv && name.name === 'init') return 'start-up';
  if (!recv && name.name === 'main' && info.file.package.name === 'main') return 'once';
  if (takesRequest(func, info)) return 'per-request';
  if (takesCommand(func, info)) return 'once';
  const owner = begunOnceFor(func, info);
  const perOwner = owner ? ofOwner(owner, query) : 'unknown';
  if (isBounded(perOwner)) return perOwner;
  const object = funcAt(info);
  if (!object) return 'unknown';
  const callers = callersOf(object);
  const often = joined(callers.sites, query, (site) => {
    if ('expr' in site) return ofUse(site.expr, useOf(site.expr, site.info), site.info, query);
    return comesBack(site, func, query) ? 'never' : atNode(site.call, site.info, query);
  });
  return !(often === 'never' || isBounded(often)) || callers.isComplete ? often : 'unknown';
}

/**
 * Whether a call stands in the function itself, or may mean it by its name in one that is being asked about: what calls
 * another value of its interface, as those that wrap one do, is not called by that.
 */
function comesBack({ info: { decl }, isGuess }: CallSite, func: FuncDecl, query: Query<Found>): boolean {
  return decl === func || (isGuess === true && isOpen(decl, query));
}

/** How often a function value runs, by how it is used. */
function ofUse(expr: Expr, use: Use, info: DeclInfo, query: Query<Found>): Found {
  if (use.kind === 'called') return atNode(use.call, info, query);
  if (isCommandSlot(use)) return 'once';
  if (use.kind !== 'argument') return ofKept(expr, info, query);
  const once = ofOnce(expr, use, info, query);
  if (once) return once;
  if (registers(use)) return 'per-request';
  if (isGiven(use.call, generatorInputs, info)) return 'never';
  if (isGiven(use.call, programRunners, info)) return 'once';
  return runsIn(use, info) ? atNode(use.call, info, query) : ofKept(expr, info, query);
}

/**
 * How often what keeps a function value is called: a field, or the entries of a table that it is registered in. Which
 * entry is called often does not show.
 */
function ofKept(expr: Expr, info: DeclInfo, query: Query<Found>): Found {
  const calls = callsOfKept(expr, info);
  const often = calls ? joined(calls, query, (site) => atNode(site.call, site.info, query)) : 'unknown';
  return isBounded(often) || often === 'test-only' || often === 'never' ? often : 'unknown';
}

/** Whether a call runs the function that is its argument, then and there or in a goroutine, and no more than once. */
function runsIn(use: Extract<Use, { kind: 'argument' }>, info: DeclInfo): boolean {
  return (
    (isGoMethod(use.call) && callRole(use.call, info) === undefined)
    || visits(use)
    || isGiven(use.call, goroutinePools, info)
    || callsParameter(use, info)
  );
}

/** Whether a call hands its arguments to one of some functions of libraries. */
function isGiven(call: CallExpr, names: RegExp, info: DeclInfo): boolean {
  const callee = calleeOf(call, info, info.file.package);
  return callee?.kind === 'Foreign' && names.test(callee.name);
}

/** Whether a function of the workspace calls its parameter outside of endless loops, and does nothing else with it. */
function callsParameter({ call, index }: Extract<Use, { kind: 'argument' }>, info: DeclInfo): boolean {
  const func = funcOf(calleeOf(call, info, info.file.package));
  const callee = func && func.file.package.infoOf(func);
  const parameter = callee?.decl.kind === 'FuncDecl' ? parameterAt(callee.decl, index, callee) : undefined;
  if (!callee || !parameter || parameter.variadic) return false;
  const uses = callee.usesOf(parameter);
  return uses.length > 0 && uses.every((ident) => useOf(ident, callee).kind === 'called' && runsWithin(ident, callee));
}

/**
 * Whether a node runs as often as the function around it at most: in literals that run there, and in no endless loop.
 */
function runsWithin(node: Node, info: DeclInfo): boolean {
  if (isInEndlessLoop(node, info)) return false;
  const func = info.enclosingFunc(node);
  if (func?.kind !== 'FuncLit') return true;
  return ['inline', 'deferred', 'goroutine'].includes(literalRole(func, info)) && runsWithin(func, info);
}

/** `mux.HandleFunc(pattern, f)`, `peer.OnTrack(f)`: it runs for what comes from outside. */
function registers(use: Use): boolean {
  return use.kind === 'argument' && functionNames.registers.test(calledName(use.call));
}

/** A function that goes through something calls it then and there. */
function visits(use: Use): boolean {
  return use.kind === 'argument' && functionNames.visits.test(calledName(use.call));
}

/**
 * What happens at several places happens as often as where it happens most; where nothing is known of one, nothing is
 * known. They are asked one after the other, until one ends the question.
 */
function joined<Place>(places: Iterable<Place>, { ends }: Query<Found>, ask: (place: Place) => Found): Found {
  const found: Found[] = [];
  for (const place of places) {
    const each = ask(place);
    if (ends(each)) return each;
    found.push(each);
  }
  const counting = found.filter((each) => each !== 'test-only' && each !== 'never');
  if (counting.length === 0) return found.includes('test-only') ? 'test-only' : 'never';
  for (const worst of ['per-request', 'per-pass', 'per-owner', 'unknown'] as const)
    if (counting.includes(worst)) return worst;
  return counting.length === 1 && counting[0] !== undefined ? counting[0] : 'start-up';
}
