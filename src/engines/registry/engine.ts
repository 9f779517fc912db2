import type { Draft } from '../../findings/finding.ts';
import { importsAny } from '../../model/names/imports.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation, Registry } from '../obligation/rule.ts';
import { eagerArguments } from './eager-argument.ts';
import { instanceRegistries } from './instance-registry.ts';
import { namesNeverUnregistered } from './never-unregistered.ts';
import { registrations } from './registration.ts';
import type { RegistryContext } from './registry-context.ts';
import { unregistering } from './unregistering.ts';

/** Asks of one package what the registries of a rule's resource hold for ever. */
export function checkRegistry(rule: Obligation, registry: Registry, model: PackageModel): readonly Draft[] {
  if (!importsAny(model.files, [...rule.acquire, ...registry.named])) return [];
  const context: RegistryContext = { rule, registry, model };
  const eager = eagerArguments(context);
  const found = registrations(context);
  if (found.length === 0) return eager;
  const known = unregistering(context);
  if (known.all) return eager;
  return [...eager, ...namesNeverUnregistered(found, known, context), ...instanceRegistries(found, known, context)];
}
