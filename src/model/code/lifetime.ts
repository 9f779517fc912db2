import { isAlone } from '../../syntax/token/token-place.ts';
import type { Expr, Node } from '../../syntax/ast.ts';
import type { Declaration } from '../../syntax/source-file.ts';
import { someNode } from '../../syntax/walk.ts';
import type { DeclInfo, FuncNode } from '../info.ts';
import { isCommandSlot } from './command.ts';
import { loopAround } from './loop-around.ts';
import type { PackageModel } from '../package-model.ts';
import { calleeOf } from '../types/type-of.ts';
import { literalRole, useOf } from './use.ts';
import { isExported } from '../../syntax/is-exported.ts';

/**
 * Whether a function runs at most once in a process, so that what it forgets is bounded: main (or Main, for a program's
 * main to call), init, what a sync.Once of the package runs, and the literals that these start outside of loops.
 * Handlers and other callbacks may run any number of times.
 */
export function runsOnce(func: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  if (func.kind === 'FuncDecl') {
    return (
      func.recv === undefined
      && (/^(?:init|Main)$/.test(func.name.name) || (func.name.name === 'main' && model.name === 'main'))
    );
  }
  const once = onceOf(func, info, model);
  if (once === 'process' || once === 'value') return once === 'process';
  const outer = info.enclosingFunc(func);
  const runsHere = once === 'call' || ['goroutine', 'inline', 'deferred'].includes(literalRole(func, info));
  return outer !== undefined && runsHere && !loopAround(func, info) && runsOnce(outer, info, model);
}

/**
 * How often the sync.Once, sync.OnceFunc or the like that a function value is given to runs it: once in a `process`,
 * where it is one of the package, for each `value` that has it as a field, or for each `call` of the function that
 * makes it. Undefined where it is given to none.
 */
export function onceOf(value: Expr, info: DeclInfo, model: PackageModel): 'process' | 'value' | 'call' | undefined {
  const use = useOf(value, info);
  if (use.kind !== 'argument') return undefined;
  const callee = calleeOf(use.call, info, model);
  if (callee?.kind !== 'Foreign' || !/^(?:\(\*?sync\.Once\)\.Do|sync\.Once(?:Func|Values?))$/.test(callee.name))
    return undefined;
  if (!callee.name.endsWith('.Do')) return info.enclosingFunc(use.call) ? 'call' : 'process';
  const once = use.call.fun.kind === 'SelectorExpr' ? use.call.fun.x : undefined;
  if (once && isOfPackage(once, info)) return 'process';
  const object = once?.kind === 'Ident' ? info.objectOf(once) : undefined;
  return object?.kind === 'Var' && object.role === 'local' ? 'call' : 'value';
}

/** Whether a value is a variable of a package, or selected from one: `global`, `global.part`, `other.Global`. */
export function isOfPackage(value: Expr, info: DeclInfo): boolean {
  let root = value;
  while (root.kind === 'SelectorExpr') root = root.x;
  const object = root.kind === 'Ident' ? info.objectOf(root) : undefined;
  return (object?.kind === 'Var' && object.role === 'package') || (object?.kind === 'PkgName' && root !== value);
}

/**
 * Whether a function is only called to initialise package variables, there or in init: what it makes lives as long as
 * the process. What is handed on there, `Register("redis", newRedis)`, may be called any number of times, and so may
 * what a literal calls that is handed on.
 */
export function initialisesPackage(func: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  if (func.kind !== 'FuncDecl' || func.recv || isExported(func.name.name)) return false;
  const { name } = func.name;
  const mentions = model.mentions(name, info.file, isAlone)
    .filter(({ declaration }) => declaration.name !== name || declaration.receiver !== undefined);
  return mentions.length > 0 && mentions.every(({ declaration }) => isInitialiser(declaration))
    && mentions.every((each) => !isHandedOn(name, each.info(), model));
}

/** `var`, `const` and `type`, and init. */
function isInitialiser({ kind, name, receiver }: Declaration): boolean {
  return kind !== 'func' || (name === 'init' && receiver === undefined);
}

/** Whether an initialiser keeps a function for later, itself or in a literal, rather than calls it. */
function isHandedOn(name: string, info: DeclInfo, model: PackageModel): boolean {
  return someNode(
    info.decl,
    (node) =>
      node.kind === 'Ident'
      && node.name === name
      && info.objectOf(node)?.kind === 'Func'
      && !(useOf(node, info).kind === 'called' ? literalsRunOnce(node, info, model) : isKeptForOnce(node, info, model)),
  );
}

/** Whether the literals around a node in an initialiser run there, or once later. */
function literalsRunOnce(node: Node, info: DeclInfo, model: PackageModel): boolean {
  const literal = info.enclosingFunc(node);
  if (literal?.kind !== 'FuncLit') return true;
  const runsHere = ['goroutine', 'inline', 'deferred'].includes(literalRole(literal, info));
  return (runsHere || isKeptForOnce(literal, info, model)) && literalsRunOnce(literal, info, model);
}

function isKeptForOnce(value: Expr, info: DeclInfo, model: PackageModel): boolean {
  return isCommandSlot(useOf(value, info)) || onceOf(value, info, model) === 'process';
}
