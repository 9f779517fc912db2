import type { CallExpr, Expr, FuncDecl, FuncLit, Node } from '../../../syntax/ast.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { initialisesPackage, isOfPackage, onceOf, runsOnce } from '../../../model/code/lifetime.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { referencesTo } from '../../../model/names/references.ts';
import { dereferenced, typeFromExpr, underlying } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Use } from '../../../model/code/use.ts';
import { callRole, isGoMethod, literalRole, useOf } from '../../../model/code/use.ts';
import type { GoroutineStart } from './goroutine-start.ts';
import { isInHandler, isInjected } from './callback-purpose.ts';
import { isCommandSlot } from '../../../model/code/command.ts';
import { isBounded, isUnbounded, multiplicityOf } from '../../../facts/multiplicity.ts';
import { runsCommand } from './command.ts';
import { inProgramFolder } from './program-folder.ts';
import { constructions, isSingleton } from '../../../model/types/singleton.ts';
import { isExported } from '../../../syntax/is-exported.ts';

/** How many callers up a function is followed to main, init or a package variable. */
const callerDepth = 4;

/**
 * Whether a goroutine is started at most once in a process, or so that nobody would mind: from main, init, sync.Once or
 * the initialiser of a package variable, by a function that takes and gives nothing and so has nothing of its own, for
 * a value that only a package variable holds, in a program's own folder. Then it may live as long as the process. With
 * `ownChannel` what the goroutine waits for is made anew by each call that starts it: then it counts for nothing that
 * the function takes nothing.
 */
export function startsOnce(
  { node, info, spawner, call }: GoroutineStart,
  model: PackageModel,
  ownChannel: boolean,
): boolean {
  if (!spawner || (inProgramFolder(info) && !isInHandler(spawner, info)) || isInjected(spawner, info, model))
    return true;
  const callee = calledBy(node);
  if (callee && (isMethodOfPackageValue(callee, info) || becomesPackageValue(callee, spawner, info))) return true;
  if (call && isMethodOfPackageValue(call.expr.fun, call.info)) return true;
  if (isRepeated(node, info, model)) return false;
  const often = multiplicityOf(spawner, info, isUnbounded);
  if (isBounded(often) || often === 'test-only') return true;
  return runsOncePerProcess(spawner, info, { model, ownChannel }, callerDepth);
}

/**
 * Whether a loop around a node may run on and on: without a condition, or over a channel. Others start so many and no
 * more.
 */
function isRepeated(node: Node, info: DeclInfo, model: PackageModel): boolean {
  for (let loop = loopAround(node, info); loop; loop = loopAround(loop, info)) {
    if (loop.kind === 'ForStmt' ? !loop.cond : underlying(typeOf(loop.x, info, model))?.kind === 'Chan') return true;
  }
  return false;
}

function calledBy(node: Node): Expr | undefined {
  return node.kind === 'GoStmt' && node.call.kind === 'CallExpr' ? node.call.fun : undefined;
}

/** `global.method`: the receiver is a package variable, or a field of one. */
function isMethodOfPackageValue(fun: Expr, info: DeclInfo): boolean {
  return fun.kind === 'SelectorExpr' && isOfPackage(fun.x, info);
}

/** The package, and whether what the goroutine waits for is made by the function that starts it. */
interface Asked {
  readonly model: PackageModel;
  readonly ownChannel: boolean;
}

/** `global = v` in the function that starts `v.method`: the package keeps this one value. */
function becomesPackageValue(fun: Expr, spawner: FuncNode, info: DeclInfo): boolean {
  const object = fun.kind === 'SelectorExpr' && fun.x.kind === 'Ident' ? info.objectOf(fun.x) : undefined;
  return (
    object?.kind === 'Var'
    && object.role === 'local'
    && object.func === spawner
    && info.usesOf(object).some((ident) => {
      const use = useOf(ident, info);
      const target = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
      return target?.kind === 'Var' && target.role === 'package';
    })
  );
}

function runsOncePerProcess(func: FuncNode, info: DeclInfo, asked: Asked, depth: number): boolean {
  const literal = givenToOnceOfValue(func, info, asked.model);
  if (literal) return runsOnceForValue(literal, info, asked, depth);
  if (runsCommand(func, info) || runsOnce(func, info, asked.model)) return true;
  return func.kind === 'FuncLit'
    ? literalRunsOnce(func, info, asked, depth)
    : declaredRunsOnce(func, info, asked, depth);
}

/**
 * The literal, of those around and the function itself, that `s.once.Do(…)` runs: that is once for each `s`, not in a
 * process.
 */
function givenToOnceOfValue(func: FuncNode, info: DeclInfo, model: PackageModel): FuncLit | undefined {
  for (let at: FuncNode | undefined = func; at?.kind === 'FuncLit'; at = info.enclosingFunc(at)) {
    if (onceOf(at, info, model) === 'value') return at;
  }
  return undefined;
}

/**
 * Whether what a Once of a value runs, `s.once.Do(s.start)`, still runs once in a process, as there is only one such
 * value.
 */
function runsOnceForValue(given: Expr, info: DeclInfo, asked: Asked, depth: number): boolean {
  const outer = info.enclosingFunc(given);
  return (
    outer !== undefined && (runsOncePerProcess(outer, info, asked, depth) || isOfOneValue(outer, info, asked, depth))
  );
}

/** Whether a function is, or stands in, a method of a type of which there is one value, made by what runs once. */
function isOfOneValue(func: FuncNode, info: DeclInfo, asked: Asked, depth: number): boolean {
  let outer = func;
  for (let at = info.enclosingFunc(outer); at; at = info.enclosingFunc(at)) outer = at;
  const recv = outer.kind === 'FuncDecl' ? outer.recv : undefined;
  const type = recv && dereferenced(typeFromExpr(recv.type, info));
  if (depth === 0 || type?.kind !== 'Named' || isExported(type.object.spec.name.name)) return false;
  const places = constructions(type.object, asked.model);
  return places.length > 0 && places.every(({ node, info: where }) => {
    const maker = where.enclosingFunc(node);
    return !maker || runsOncePerProcess(maker, where, { ...asked, ownChannel: true }, depth - 1);
  });
}

/**
 * A literal that runs where it stands runs as often as the function around it; so does one that a local variable holds.
 */
function literalRunsOnce(literal: FuncLit, info: DeclInfo, asked: Asked, depth: number): boolean {
  const use = useOf(literal, info);
  if (isCommandSlot(use)) return true;
  const outer = info.enclosingFunc(literal);
  if (!outer) return use.kind === 'called';
  const isLocal = use.kind === 'stored' && use.target.kind === 'Ident' && !isOfPackage(use.target, info);
  const runsHere =
    isLocal || use.kind === 'called' || (use.kind === 'argument' && literalRole(literal, info) !== 'callback');
  return runsHere && !isRepeated(literal, info, asked.model) && runsOncePerProcess(outer, info, asked, depth);
}

function declaredRunsOnce(func: FuncDecl, info: DeclInfo, asked: Asked, depth: number): boolean {
  const { model, ownChannel } = asked;
  if (depth === 0) return false;
  if (initialisesPackage(func, info, model)) return true;
  if (!ownChannel && hasNothingOfItsOwn(func) && multiplicityOf(func, info) === 'unknown') return true;
  if (hasOneReceiver(func, info, model)) return true;
  if (isExported(func.name.name) && model.name !== 'main') return false;
  const references = referencesTo(func, info, model);
  return references.length > 0 && references.every(({ expr, info: where }) => {
    const use = useOf(expr, where);
    if (use.kind === 'called') return isCalledOnce(use.call, where, asked, depth);
    const once = onceOf(expr, where, model);
    if (once) return once === 'process' || runsOnceForValue(expr, where, asked, depth - 1);
    return isCommandSlot(use) || (model.name === 'main' && isInTable(use, where, asked, depth));
  });
}

/**
 * Whether a function takes nothing and gives nothing but an error or what is to end it: who calls it has nothing that
 * the goroutine could be of. A constructor may be called for each of many.
 */
function hasNothingOfItsOwn({ recv, type: { params, results } }: FuncDecl): boolean {
  const isNothing = (type: Expr): boolean =>
    type.kind === 'FuncType' || (type.kind === 'Ident' && /^(?:error|bool)$/.test(type.name));
  return !recv && params.length === 0 && results.every(({ type }) => isNothing(type));
}

/** An element of a list of functions, `[]func(){a, b}`, which a program's main function goes through. */
function isInTable(use: Use, info: DeclInfo, asked: Asked, depth: number): boolean {
  if (use.kind !== 'element' || use.literal.type?.kind !== 'ArrayType' || use.literal.type.elt.kind !== 'FuncType')
    return false;
  const outer = info.enclosingFunc(use.literal);
  return !outer || runsOncePerProcess(outer, info, asked, depth - 1);
}

function isCalledOnce(call: CallExpr, info: DeclInfo, asked: Asked, depth: number): boolean {
  if (isMethodOfPackageValue(call.fun, info)) return true;
  const outer = info.enclosingFunc(call);
  if (!outer) return true;
  if (isRepeated(call, info, asked.model)) return false;
  if (callRole(call, info) === undefined && isGoMethod(call)) return false;
  return runsOncePerProcess(outer, info, asked, depth - 1);
}

function hasOneReceiver({ recv }: FuncDecl, info: DeclInfo, model: PackageModel): boolean {
  const type = recv && dereferenced(typeFromExpr(recv.type, info));
  return type?.kind === 'Named' && isSingleton(type.object, model);
}
