import type { Liveness, Obligation, ResourceKind, Rule, UnboundedWait } from '../spec.ts';
import type { Need, Sign, Signs } from './need.ts';
import { words } from './need.ts';

/** What a package must hold for a rule to find anything in it. Of a rule about several kinds of resources: for any of them. */
export function needsOf(rule: Rule): Need {
  switch (rule.engine) {
    case 'obligation':
      return needsOfObligation(rule);
    case 'obligations':
      return rule.kinds.flatMap(needsOfKind);
    case 'unbounded-wait':
      return needsOfWait(rule);
    case 'defer-in-loop':
      return [{ here: [words('defer'), { kind: 'deferred-in-loop' }] }];
    case 'dropped-transport':
      return [{ here: [{ kind: 'import', anyOf: [packageOf(rule.type)] }, words(lastName(rule.type))] }];
    case 'cache-eviction':
      return [{ anywhere: [{ kind: 'import', anyOf: rule.caches.flatMap((cache) => cache.paths) }] }];
    case 'growth':
      return [{ here: [rule.container === 'slice' ? words('append') : words('map', 'Map')] }, { anywhere: [words('map', 'Map')] }];
    case 'liveness':
      return liveness[rule.question];
  }
}

function needsOfObligation({ acquire, registry, lookalikes }: Obligation): Need {
  return [...[...acquire, ...(registry?.named ?? [])].map(callOf), ...(lookalikes.length > 0 ? [{ anywhere: [words(...lookalikes)] }] : [])];
}

/** The value of a method call may come from any file, with any import; the path of a third party is rare, and tells enough. */
function callOf(name: string): Signs {
  if (name.startsWith('(')) return { anywhere: [words(lastName(name))] };
  const path = packageOf(name);
  const isImported: Sign = { kind: 'import', anyOf: [path] };
  return path.includes('.') ? { anywhere: [isImported] } : { here: [isImported, { kind: 'name', anyOf: [lastName(name)] }] };
}

/** What a resource with an error needs: its package, or another one than Go's own, and the name of what gives it, or of its type. */
export function needsOfKind({ acquire, lookalikes, type, byType }: ResourceKind): Need {
  const types = [type].flat();
  return [
    ...byPackage(acquire).map(([path, names]): Signs => ({ anywhere: [{ kind: 'import', anyOf: [path] }, words(...names)] })),
    ...(byType ? types : []).map((each): Signs =>
      ({ anywhere: [{ kind: 'import', anyOf: [packageOf(each).replace(/^\*/, '')] }, words(lastName(each))] })),
    ...(lookalikes.length > 0 ? [{ anywhere: [{ kind: 'foreign-import' } as const, words(...lookalikes)] }] : []),
    // The value of a method call may come from another package of the workspace, and so may the resource itself.
    ...byPackage(acquire.filter((name) => name.startsWith('('))).map(([path, names]): Signs =>
      ({ anywhere: [words(...names), { kind: 'import-nearby', anyOf: [path] }] })),
    { anywhere: [{ kind: 'given-nearby', types: types.map((each) => ({ path: packageOf(each).replace(/^\*/, ''), name: lastName(each) })) }] },
  ];
}

/** The last words of functions by their packages. */
function byPackage(functions: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const name of functions) found.set(packageOf(name), [...(found.get(packageOf(name)) ?? []), lastName(name)]);
  return [...found];
}

function needsOfWait({ handshakes, configured, dials, literals, keepAlive: { types, methods } }: UnboundedWait): Need {
  const names = [...[handshakes, configured, literals].flatMap((each) => Object.keys(each)), ...dials, ...types, ...methods];
  return names.map((name) => ({ anywhere: [{ kind: 'import', anyOf: [packageOf(name)] }, words(lastName(name))] }));
}

const goroutine: Sign = { kind: 'goroutine' };
const endless: Sign = { kind: 'endless-loop' };

const liveness: Readonly<Record<Liveness['question'], Need>> = {
  'unending-range': [{ here: [words('range')], anywhere: [words('chan', 'Tick', 'Timer'), goroutine] }],
  'endless-loop': [{ here: [words('<-'), endless] }, { here: [words('Sleep', 'Wait', 'Accept', 'Read', 'Recv'), endless], anywhere: [goroutine] }],
  'blocked-send': [{ here: [words('<-')], anywhere: [words('make'), words('chan')] }],
  'blocked-receive': [{ here: [words('<-')], anywhere: [words('chan')] }, { here: [words('<-'), goroutine] }],
  'registered-signal': [{ anywhere: [{ kind: 'import', anyOf: ['os/signal'] }] }],
};

/** The import path in the name of a function or method: `net/http` of `(*net/http.Client).Do`. */
function packageOf(name: string): string {
  const qualified = name.startsWith('(') ? name.slice(name.startsWith('(*') ? 2 : 1, name.indexOf(')')) : name;
  return qualified.slice(0, qualified.lastIndexOf('.'));
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
