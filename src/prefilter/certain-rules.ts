import type { ResourceKind, Rule } from '../spec.ts';

/**
 * The rules as they are asked where only findings of high confidence are wanted: what can only lead to others is taken out of
 * their data, so that no word of it opens a package, and `certain` tells the engines to leave out what they know beforehand.
 */
export function certainRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule) => certainRule(rule) ?? []);
}

/** Undefined for a rule that is never certain. */
function certainRule(rule: Rule): Rule | undefined {
  switch (rule.engine) {
    case 'obligation':
      return certainResource(rule);
    case 'obligations':
      return { ...rule, kinds: rule.kinds.map(certainResource) };
    case 'deadline':
      return { ...rule, literals: {}, keepAlive: { ...rule.keepAlive, types: [], methods: [] } };
    case 'growth':
      return { ...rule, certain: true };
    case 'liveness':
      return rule.question === 'blocked-receive' ? undefined : rule;
    case 'misuse':
      return rule;
  }
}

function certainResource<Resource extends ResourceKind>(resource: Resource): Resource {
  // Of what its library keeps, where it is put says more than how it was recognised.
  if (resource.keptByLibrary) return resource;
  return { ...resource, lookalikes: resource.lookalikes.filter((name) => resource.sure?.[name] !== undefined), certain: true };
}
