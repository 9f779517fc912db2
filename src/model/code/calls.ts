import type { DeclInfo, FuncNode } from '../info.ts';
import { initialisesPackage, runsOnce } from './lifetime.ts';
import type { PackageModel } from '../package-model.ts';
import type { CallExpr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { calledName } from '../../syntax/last-word.ts';

/** A call with the declaration it stands in. */
export interface Call {
  readonly call: CallExpr;
  readonly info: DeclInfo;
}

/** The calls of functions and methods with one of these names, whoever declares them, by the text of the package. */
export function callsNamed(names: readonly string[], model: PackageModel): readonly Call[] {
  return [...new Set(names)].flatMap((name) =>
    model.declarationsUsing(name).flatMap((info) => callsIn(info, new Set([name]))),
  );
}

/** The calls of one declaration that are spelled with one of these names. */
export function callsIn(info: DeclInfo, names: ReadonlySet<string>): readonly Call[] {
  const found: Call[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'CallExpr' && names.has(calledName(node))) found.push({ call: node, info });
  });
  return found;
}

/** The last word of a name: `NewMeter` of `github.com/rcrowley/go-metrics.NewMeter`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/**
 * The function around a node that may run any number of times; undefined at package level and where it runs once in a
 * process.
 */
export function recurringFunc(node: CallExpr, info: DeclInfo, model: PackageModel): FuncNode | undefined {
  const func = info.enclosingFunc(node);
  if (!func || runsOnce(func, info, model)) return undefined;
  return initialisesPackage(func, info, model) ? undefined : func;
}

/** Whether a declaration is, by its name, one that sets things up: it may run once in a process. */
export function isSetup({ decl }: DeclInfo): boolean {
  return (
    decl.kind === 'FuncDecl'
    && /^(?:[Nn]ew|[Ii]nit|[Ss]et|[Rr]egister|[Ll]oad|[Cc]onfigure|[Mm]ake)(?![a-z])|^(?:[Ss]etup)/.test(decl.name.name)
  );
}
