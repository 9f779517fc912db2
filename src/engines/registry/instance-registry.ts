import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { rootVar } from '../../model/names/entity-name.ts';
import { matchesName } from '../../model/names/name-pattern.ts';
import { dereferenced, typeString } from '../../model/types/type.ts';
import { calleeOf, typeOfVar } from '../../model/types/type-of.ts';
import { useOf } from '../../model/code/use.ts';
import { textOf } from '../../model/text-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import { callsNamed, lastName, recurringFunc } from '../../model/code/calls.ts';
import { endMethod } from './end-method.ts';
import { registeredResource } from './registered-resource.ts';
import type { Registration } from './registration.ts';
import type { RegistryContext } from './registry-context.ts';
import type { Unregistering } from './unregistering.ts';
import { mayTakeOut } from './unregistering.ts';

/**
 * Constant names are one for each registry; where the registry itself is made anew for each configuration or client,
 * the resources of dead ones stay in the library. One finding for each method that registers.
 */
export function instanceRegistries(
  found: readonly Registration[],
  known: Unregistering,
  context: RegistryContext,
): readonly Draft[] {
  const suspects = found.filter(
    (each) => each.name.recipe.kind === 'constant' && each.info.file.report && !mayTakeOut(known, each.name.recipe),
  );
  const decls = [...new Set(suspects.map(({ info }) => info.decl))];
  return decls.flatMap((decl) => {
    const own = suspects
      .filter(({ info }) => info.decl === decl)
      .flatMap((each) => judged(each, context))
      .toSorted((a, b) => a.location.line - b.location.line);
    return own.slice(0, 1).map((first) => counted(first, own.length - 1));
  });
}

function counted(draft: Draft, more: number): Draft {
  return draft.fact.kind === 'registry-of-instance' ? { ...draft, fact: { ...draft.fact, more } } : draft;
}

function judged(registration: Registration, context: RegistryContext): readonly Draft[] {
  const { call, info, in: at } = registration;
  const { rule, model } = context;
  if (at?.kind !== 'SelectorExpr' || !rootVar(at, info) || !isMadePerInstance(at.sel.name, context)) return [];
  const receiver = info.decl.kind === 'FuncDecl' ? info.decl.recv?.names[0] : undefined;
  const owner = receiver && rootVar(receiver, info);
  const end = owner && endMethod(owner, model);
  if (!owner || end === undefined) return [];
  const resource = registeredResource(call, info, context);
  const type = typeString(dereferenced(typeOfVar(owner, model)));
  return [{
    rule: rule.id,
    evidence: { ...plainEvidence, relief: 'others-may' },
    location: locate(info.file.source, call),
    fact: { kind: 'registry-of-instance', resource, registry: textOf(at, info), type, end, more: 0 },
    steps: [],
  }];
}

/** Whether a function that may run often puts a new registry into a field of that name. */
function isMadePerInstance(field: string, { registry, model }: RegistryContext): boolean {
  return callsNamed(registry.create.map(lastName), model).some(({ call, info }) => {
    const callee = calleeOf(call, info, model);
    if (callee?.kind !== 'Foreign' || !matchesName(callee.name, registry.create) || !recurringFunc(call, info, model))
      return false;
    const use = useOf(call, info);
    return use.kind === 'element' ? use.field === field : use.kind === 'stored' && isField(use.target, field);
  });
}

function isField(target: Expr, field: string): boolean {
  return target.kind === 'SelectorExpr' && target.sel.name === field;
}
