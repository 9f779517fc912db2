import { isAlone } from '../../syntax/token/token-place.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { Declaration } from '../../syntax/source-file.ts';
import { someNode } from '../../syntax/walk.ts';
import type { DeclInfo, FuncNode } from '../info.ts';
import { loopAround } from './loop-around.ts';
import type { PackageModel } from '../package-model.ts';
import { calleeOf } from '../types/type-of.ts';
import { literalRole, useOf } from './use.ts';

/**
 * Whether a function runs at most once in a process, so that what it forgets is bounded: main (or Main, for a program's
 * main to call), init, what sync.Once runs, and the literals that these start outside of loops. Handlers and other
 * callbacks may run any number of times.
 */
export function runsOnce(func: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  if (func.kind === 'FuncDecl') {
    return func.recv === undefined && (/^(?:init|Main)$/.test(func.name.name) || (func.name.name === 'main' && model.name === 'main'));
  }
  if (isGivenToOnce(func, info, model)) return true;
  const outer = info.enclosingFunc(func);
  const runsHere = ['goroutine', 'inline', 'deferred'].includes(literalRole(func, info));
  return outer !== undefined && runsHere && !loopAround(func, info) && runsOnce(outer, info, model);
}

/** Whether a function value is an argument of sync.Once.Do, sync.OnceFunc and their like. */
export function isGivenToOnce(value: Expr, info: DeclInfo, model: PackageModel): boolean {
  const use = useOf(value, info);
  if (use.kind !== 'argument') return false;
  const callee = calleeOf(use.call, info, model);
  return callee?.kind === 'Foreign' && /^(?:\(\*?sync\.Once\)\.Do|sync\.Once(?:Func|Values?))$/.test(callee.name);
}

/** Whether a function is only called to initialise package variables, there or in init: what it makes lives as long as the process. */
export function initialisesPackage(func: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  if (func.kind !== 'FuncDecl' || func.recv || /^\p{Lu}/u.test(func.name.name)) return false;
  const { name } = func.name;
  const mentions = model.mentions(name, info.file, isAlone)
    .filter(({ declaration }) => declaration.name !== name || declaration.receiver !== undefined);
  return mentions.length > 0 && mentions.every(({ declaration }) => isInitialiser(declaration))
    && mentions.every((each) => !isRegistered(name, each.info(), model));
}

/** `var`, `const` and `type`, and init. */
function isInitialiser({ kind, name, receiver }: Declaration): boolean {
  return kind !== 'func' || (name === 'init' && receiver === undefined);
}

/** Whether a declaration hands a function on, `Register("redis", newRedis)`: then it may be called any number of times. */
function isRegistered(name: string, info: DeclInfo, model: PackageModel): boolean {
  return someNode(info.decl, (node) => {
    if (node.kind !== 'Ident' || node.name !== name || info.objectOf(node)?.kind !== 'Func') return false;
    return useOf(node, info).kind === 'argument' && !isGivenToOnce(node, info, model);
  });
}
