import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { namesEntity, rootVar } from '../../model/names/entity-name.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { dereferenced, typeString } from '../../model/types/type.ts';
import { parameterAt } from '../../model/code/parameter-at.ts';
import { calleeOf, funcOf, typeOfVar } from '../../model/types/type-of.ts';
import { useOf } from '../../model/code/use.ts';
import { textOf } from '../../model/text-of.ts';
import type { CallExpr, Expr } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { callsNamed, isSetup } from '../../model/code/calls.ts';
import { endMethod } from './end-method.ts';
import { nameParts } from './name-parts.ts';
import { registeredResource } from './registered-resource.ts';
import type { Registration } from './registration.ts';
import type { RegistryContext } from './registry-context.ts';
import type { Unregistering } from './unregistering.ts';
import { mayTakeOut } from './unregistering.ts';

/** A registration under a name that is one of many, at the place where it is known of what. */
interface Suspect {
  readonly registration: Registration;
  readonly call: CallExpr;
  readonly info: DeclInfo;
  readonly part: Expr;
}

/** Registrations under names that come and go (a topic, a peer), which nothing in the package takes out again. */
export function namesNeverUnregistered(
  found: readonly Registration[],
  known: Unregistering,
  context: RegistryContext,
): readonly Draft[] {
  const suspects = found
    .filter(({ name }) => name.parts.length > 0 && !mayTakeOut(known, name.recipe))
    .flatMap((registration) => suspectsOf(registration, context));
  return firstOfEach(suspects)
    .filter(({ first }) => first.info.file.report)
    .map(({ first, more }) => draft(first, more, context));
}

function suspectsOf(registration: Registration, context: RegistryContext): readonly Suspect[] {
  const { call, info, name } = registration;
  const part = name.parts.find((each) =>
    namesEntity(each, context.registry.entities, info, context.model) || becomesEntity(each, info, context));
  if (!part) return [];
  const owners = ownersAmongCallers(part, registration, context);
  return owners.length > 0 ? owners : [{ registration, call, info, part }];
}

/**
 * Whether a function of the workspace is given a value to make a name of something that comes and goes in it:
 * `inbound(conn)`.
 */
function becomesEntity(part: Expr, info: DeclInfo, { model, registry: { entities } }: RegistryContext): boolean {
  const use = useOf(part, info);
  const func = use.kind === 'argument' ? funcOf(calleeOf(use.call, info, model)) : undefined;
  const where = func && model.infoOf(func);
  const parameter =
    use.kind === 'argument' && where?.decl.kind === 'FuncDecl' ? parameterAt(where.decl, use.index, where) : undefined;
  if (!where || !parameter) return false;
  return someNode(where.decl, (node) => node.kind === 'ReturnStmt' && node.results.some((value) =>
    nameParts(value, where, where.file.package).parts.some((each) =>
      rootVar(each, where) === parameter && namesEntity(each, entities, where, where.file.package))));
}

/**
 * The calls of a helper that pass it their own receiver, of a type that ends: there the release belongs, so there the
 * finding stands.
 */
function ownersAmongCallers(part: Expr, registration: Registration, { model }: RegistryContext): readonly Suspect[] {
  const { info } = registration;
  const { decl } = info;
  const parameter = part.kind === 'Ident' ? rootVar(part, info) : undefined;
  if (parameter?.role !== 'param' || decl.kind !== 'FuncDecl' || decl.recv) return [];
  const index = decl.type.params.flatMap((field) => field.names).indexOf(parameter.ident);
  return callsNamed([decl.name.name], model).flatMap((each): Suspect[] => {
    const callee = calleeOf(each.call, each.info, model);
    const argument = each.call.args[index];
    const owner = argument?.kind === 'Ident' ? rootVar(argument, each.info) : undefined;
    if (
      callee?.kind !== 'Func'
      || model.infoOf(callee.func) !== info
      || !argument
      || !owner
      || !isEndingReceiver(owner, model)
    )
      return [];
    return [{ registration, ...each, part: argument }];
  });
}

function isEndingReceiver(owner: Var, model: RegistryContext['model']): boolean {
  return owner.role === 'recv' && endMethod(owner, model) !== undefined;
}

/** One finding for each function and registry call in it: the first; the others are counted. */
function firstOfEach(suspects: readonly Suspect[]): readonly { readonly first: Suspect; readonly more: number }[] {
  const groups = new Map<string, Suspect[]>();
  for (const suspect of suspects) {
    const key = `${suspect.info.file.source.path}:${suspect.info.decl.pos}:${textOf(suspect.part, suspect.info)}`;
    groups.set(key, [...(groups.get(key) ?? []), suspect]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((a, b) => a.call.pos - b.call.pos);
    return first ? [{ first, more: group.length - 1 }] : [];
  });
}

function draft({ registration, call, info, part }: Suspect, more: number, context: RegistryContext): Draft {
  const { rule, model } = context;
  const isDirect = call === registration.call;
  const resource = registeredResource(call, info, context);
  return {
    rule: rule.id,
    // What sets up may run once.
    evidence: isSetup(info) ? { ...plainEvidence, beliefs: ['runs-again'] } : plainEvidence,
    location: locate(info.file.source, call),
    fact: { kind: 'name-never-unregistered', resource, part: partName(part, info, model), more },
    steps: isDirect
      ? []
      : [
          { kind: 'asked', location: locate(info.file.source, call) },
          { kind: 'registered', location: locate(registration.info.file.source, registration.call) },
        ],
  };
}

/** What the name is made of, in words: a receiver by its type. */
function partName(part: Expr, info: DeclInfo, model: RegistryContext['model']): string {
  const variable = part.kind === 'Ident' ? rootVar(part, info) : undefined;
  return variable?.role === 'recv' ? typeString(dereferenced(typeOfVar(variable, model))) : textOf(part, info);
}
