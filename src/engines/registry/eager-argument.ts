import { replace } from '../../edits/replace.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft, Fix } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { matchesName } from '../../model/names/name-pattern.ts';
import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import { textOf } from '../../model/text-of.ts';
import type { CallExpr, Expr, Node } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { callsNamed, isSetup, recurringFunc } from '../../model/code/calls.ts';
import { nameParts } from './name-parts.ts';
import type { RegistryContext } from './registry-context.ts';

/**
 * `r.GetOrRegister(name, NewMeter())`: the argument is evaluated before the registry is asked, so every call but the
 * first for a name makes a resource that the library keeps and nobody can reach. The constructor itself is the argument
 * that is meant.
 */
export function eagerArguments(context: RegistryContext): readonly Draft[] {
  const { rule, registry, model } = context;
  return callsNamed([registry.lookup], model).flatMap(({ call, info }): Draft[] => {
    const made = call.args[1] && acquisitionIn(call.args[1], info, context);
    const func = recurringFunc(call, info, model);
    if (!made || !func || !info.file.report || isLookedUpBefore(call, func, info)) return [];
    // A constructor may run once for each name: then the one meter it makes is the one that is registered.
    const once = isSetup(info);
    if (once && call.args[0] && nameParts(call.args[0], info, model).parts.length === 0) return [];
    const resource = {
      noun: rule.noun,
      holder: undefined,
      call: textOf(made.fun, info),
      release: rule.release[0] ?? '',
      released: rule.released,
    };
    const fix = made === call.args[1] ? handFunction(made, call, info, context) : undefined;
    return [{
      rule: rule.id,
      evidence: { ...plainEvidence, ways: 'all', beliefs: once ? ['runs-again'] : [] },
      location: locate(info.file.source, made),
      fact: { kind: 'eager-argument', resource, lookup: textOf(call.fun, info) },
      steps: [],
      ...(fix && { fix }),
    }];
  });
}

/**
 * The constructor in the place of its call: the library's own registries take either; a method of that name elsewhere
 * may not.
 */
function handFunction(
  made: CallExpr,
  call: CallExpr,
  info: DeclInfo,
  { registry, rule, model }: RegistryContext,
): Fix | undefined {
  const callee = calleeOf(call, info, model);
  const isOfLibrary =
    callee?.kind === 'Foreign'
    && callee.name.endsWith(`.${registry.lookup}`)
    && matchesName(
      callee.name.replace(/^\(\*?(.*)\.\w+\)\.\w+$/, `$1.${registry.lookup}`),
      libraryNames(rule.acquire, registry.lookup),
    );
  const edit = isOfLibrary && made.args.length === 0 ? replace(made.fun.end, made.end, '', info) : undefined;
  return edit && { kind: 'hand-function', func: textOf(made.fun, info), edits: [edit] };
}

/** The function `name` of each package that gives the resource. */
function libraryNames(acquire: readonly string[], name: string): readonly string[] {
  return acquire.map((each) => `${each.slice(0, each.lastIndexOf('.'))}.${name}`);
}

/**
 * A call that acquires, in an argument but not in a function literal there: that one would run only when it is needed.
 */
function acquisitionIn(argument: Expr, info: DeclInfo, { rule, model }: RegistryContext): CallExpr | undefined {
  let found: CallExpr | undefined;
  walk(argument, (node) => {
    if (node.kind === 'FuncLit' || found) return false;
    if (node.kind !== 'CallExpr' || node.fun.kind === 'FuncLit') return true;
    const callee = calleeOf(node, info, model);
    if (callee?.kind === 'Foreign' && matchesName(callee.name, rule.acquire)) found = node;
    return found === undefined;
  });
  return found;
}

/** Whether the registry is asked for the name before: `if r.Get(name) == nil { r.GetOrRegister(name, NewMeter()) }`. */
function isLookedUpBefore(call: CallExpr, func: FuncNode, info: DeclInfo): boolean {
  const registry = call.fun.kind === 'SelectorExpr' ? textOf(call.fun.x, info) : '';
  let before = false;
  walk(func, (node: Node) => {
    if (node.kind === 'CallExpr' && node.end <= call.pos && textOf(node.fun, info) === `${registry}.Get`) before = true;
  });
  return before;
}
