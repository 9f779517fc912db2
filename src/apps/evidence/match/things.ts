import type { PlacedStack } from '../places/place-stacks.ts';

/** Functions that allocate one object, and some others, for each thing that they make. */
const makers = new Set([
  'time.newTimer', 'context.WithDeadlineCause', 'context.withCancel', 'os.newFile', 'os/signal.Notify',
]);

/**
 * How many things heap stacks stand for that were all allocated by one call: 0 where that does not show. Each thing
 * takes several objects, of which some are shared; so the number that most places of allocation have is taken.
 */
export function countThings(stacks: readonly PlacedStack[]): number {
  const sites = new Map<string, number>();
  let made: number | undefined;
  for (const { stack, own } of stacks) {
    const inner = stack.frames.slice(0, own[0]?.index ?? 0);
    const [first] = inner;
    const key = inner.map(({ func, line }) => `${func}:${line}`).join(' ');
    sites.set(key, (sites.get(key) ?? 0) + stack.count);
    if (first && makers.has(first.func)) made = Math.max(made ?? 0, sites.get(key) ?? 0);
  }
  sites.delete('');
  return made ?? mostFrequent([...sites.values()]);
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [best] = [...times].toSorted(([a, n], [b, m]) => m - n || b - a);
  return best?.[0] ?? 0;
}
