import type { Belief, Seeks } from '../findings/evidence.ts';
import type { ResourceKind, Rule } from '../spec.ts';

/** The rules without those data that can only lead to findings which are not sought: no word of these opens a package. */
export function soughtRules(rules: readonly Rule[], seeks: Seeks): readonly Rule[] {
  const key = JSON.stringify([seeks('lookalike'), seeks('used-to-dial'), waits.some(seeks)]);
  const ofRules = known.get(rules) ?? new Map<string, readonly Rule[]>();
  known.set(rules, ofRules);
  const sought = ofRules.get(key) ?? rules.flatMap((rule) => soughtRule(rule, seeks) ?? []);
  ofRules.set(key, sought);
  return sought;
}

/** The same rules are asked about for each package. */
const known = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

/** Undefined for a rule of which nothing is sought. */
function soughtRule(rule: Rule, seeks: Seeks): Rule | undefined {
  switch (rule.engine) {
    case 'obligation':
      return soughtResource(rule, seeks);
    case 'obligations':
      return { ...rule, kinds: rule.kinds.map((kind) => soughtResource(kind, seeks)) };
    case 'unbounded-wait':
      return seeks('used-to-dial') ? rule : { ...rule, literals: {}, keepAlive: { ...rule.keepAlive, types: [], methods: [] } };
    case 'liveness':
      return rule.question === 'blocked-receive' && !waits.some(seeks) ? undefined : rule;
    case 'growth':
    case 'cache-eviction':
    case 'defer-in-loop':
    case 'dropped-transport':
      return rule;
  }
}

/** What all findings about receives rest on: one of these. */
const waits: readonly Belief[] = ['nobody-else-sends', 'error-comes', 'context-lasts'];

function soughtResource<Resource extends ResourceKind>(resource: Resource, seeks: Seeks): Resource {
  // Of what its library keeps, where it is put says more than how it was recognised.
  if (resource.keptByLibrary || seeks('lookalike')) return resource;
  return { ...resource, lookalikes: resource.lookalikes.filter((name) => resource.sure?.[name] !== undefined) };
}
