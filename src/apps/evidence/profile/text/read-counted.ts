import type { Profile, ProfileKind } from '../profile.ts';
import { ProfileError } from '../profile.ts';
import { StackTable } from '../stack-table.ts';
import { waitByFrames, withoutRuntime } from '../wait.ts';
import { countedStacks } from './counted-stacks.ts';

/** The first line of a profile of goroutines, and of one of the heap, in the text form of `debug=1`. */
const GOROUTINES = /^(goroutine|goroutineleak) profile: total (-?\d{1,12})/;
const HEAP = /^heap profile: .* @ heap(?:\/(\d{1,12}))?/;

/** What the runtime writes in that form, and nobody can see what stays in. */
const OTHERS = /^(?:--- (?:contention|mutex):|(?:threadcreate|block|mutex) profile)/;

/**
 * Whether a text begins as a profile in the text form does, but for one of goroutines, which is found wherever it is.
 */
export function isCounted(start: string): boolean {
  return HEAP.test(start) || OTHERS.test(start);
}

/** Reads a profile in the text form of `debug=1`. Throws a ProfileError. */
export function readCounted(name: string, text: string): Profile {
  const [, kind, total] = GOROUTINES.exec(text) ?? [];
  if (kind !== undefined) return goroutines(name, text, kind === 'goroutine' ? kind : 'goroutineleak', Number(total));
  const heap = HEAP.exec(text);
  if (heap) return ofHeap(name, text, Number(heap[1] ?? 0));
  throw new ProfileError(
    'is a profile that does not tell what stays; take /debug/pprof/goroutine or /debug/pprof/heap',
  );
}

function goroutines(name: string, text: string, kind: ProfileKind, total: number): Profile {
  const table = new StackTable();
  let sum = 0;
  for (const { numbers: [count = 0], frames } of countedStacks(text)) {
    sum += count;
    const ids = withoutRuntime(frames).flatMap((frame) => table.frame(frame) ?? []);
    const leaked = kind === 'goroutineleak' ? count : 0;
    table.add(ids, undefined, { wait: waitByFrames(frames), count, bytes: 0, leaked, minutes: undefined });
  }
  return profile(
    name,
    kind,
    table,
    sum === total ? [] : [`names ${total} goroutines and holds ${sum}, so it is cut off; fetch it again, to its end`],
  );
}

/** The values are those of the samples, and `rate` is twice the mean number of bytes between two of them. */
function ofHeap(name: string, text: string, rate: number): Profile {
  const table = new StackTable();
  for (const { numbers: [count = 0, bytes = 0], frames } of countedStacks(text)) {
    if (count === 0) continue;
    const ids = withoutRuntime(frames).flatMap((frame) => table.frame(frame) ?? []);
    const factor = scale(bytes / count, rate / 2);
    const sample = {
      count: Math.round(count * factor),
      bytes: Math.round(bytes * factor),
      leaked: 0,
      minutes: undefined,
    };
    table.add(ids, undefined, { wait: 'unknown', ...sample });
  }
  return profile(name, 'heap', table, []);
}

/** How many objects of a size stand for each that was sampled, as pprof reckons (`scaleHeapSample`). */
function scale(size: number, rate: number): number {
  return rate <= 1 || size <= 0 ? 1 : 1 / (1 - Math.exp(-size / rate));
}

function profile(name: string, kind: ProfileKind, table: StackTable, notices: readonly string[]): Profile {
  const stacks = table.stacks();
  const delta = stacks.some(({ count }) => count < 0);
  const more = table.lost > 0 ? ['has more different stacks than there is room for; the rest is left out'] : [];
  return { name, kind, stacks, delta, time: undefined, build: undefined, picked: false, notices: [...notices, ...more] };
}
