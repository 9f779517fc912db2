import type { PlacedStack } from '../places/place-stacks.ts';
import type { Wait } from '../profile/profile.ts';
import type { Amount } from './evidence.ts';
import { knownGood } from './known-good.ts';
import { compared } from './match.ts';

/** A line of the checkout. */
export interface Place {
  /** As findings name it, and absolute. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly func: string;
  /** Whether it is the statement that started the goroutines. */
  readonly isStart: boolean;
  /** Whether the line is that of the source as it is now; else it is that of the source that was built. */
  readonly isPresent: boolean;
}

/** A place at which goroutines wait, or memory is kept, and no finding says why. */
export interface WaitingPlace {
  /** The innermost frame in the checkout, or the statement that started the goroutines; undefined where no frame is. */
  readonly at: Place | undefined;
  readonly wait: Wait;
  readonly amount: Amount;
  readonly growth: Amount | undefined;
  readonly stacks: readonly PlacedStack[];
}

/** Goroutines of which only their number is worth a word. */
export interface Folded {
  readonly words: string;
  readonly goroutines: number;
}

/** Where goroutines wait without a finding, the most important first, and what is folded. */
export interface Waiting {
  readonly places: readonly WaitingPlace[];
  readonly folded: readonly Folded[];
}

/**
 * Sorts out goroutines that no finding explains. Places of fewer than `least`, that neither grow nor are leaked, are
 * folded.
 */
export function waitingPlaces(
  stacks: readonly PlacedStack[],
  older: readonly PlacedStack[] | undefined,
  least: number,
): Waiting {
  const goroutines = stacks.filter(({ profile }) => profile.kind !== 'heap');
  const good = new Map<PlacedStack, string>();
  for (const each of goroutines) {
    const words = hasStack(each) ? knownGood(each) : 'goroutines whose stack is not there';
    if (words !== undefined) good.set(each, words);
  }
  const all = placesOf(
    goroutines.filter((each) => !good.has(each)),
    older,
  );
  const shown = all.filter((place) => isWorth(place, least));
  const few = all.filter((place) => !shown.includes(place));
  const folded = new Map<string, number>();
  const fold = (words: string, count: number): unknown => folded.set(words, (folded.get(words) ?? 0) + count);
  for (const [{ stack }, words] of good) fold(words, stack.count);
  for (const { amount, wait } of few)
    fold(wait === 'running' ? 'goroutines that run' : `at places with fewer than ${least}`, amount.goroutines);
  return {
    places: shown.toSorted(byWeight),
    folded: [...folded].map(([words, count]) => ({ words, goroutines: count })).filter((each) => each.goroutines > 0),
  };
}

/**
 * Where memory is kept without a finding, the most first: places with at least a twentieth of what the profile has, or
 * that grow by as much.
 */
export function keepingPlaces(
  stacks: readonly PlacedStack[],
  older: readonly PlacedStack[] | undefined,
  total: number,
): readonly WaitingPlace[] {
  const own = stacks.filter((each) => each.profile.kind === 'heap' && each.own.length > 0);
  return placesOf(own, older)
    .filter(({ amount, growth }) => Math.max(amount.bytes, growth?.bytes ?? 0) * SHARE >= total && total > 0)
    .toSorted((a, b) => (b.growth?.bytes ?? 0) - (a.growth?.bytes ?? 0) || b.amount.bytes - a.amount.bytes);
}

const SHARE = 20;

/** Dumps that are cut off end with a goroutine of which nothing but its header is there. */
function hasStack({ stack }: PlacedStack): boolean {
  return stack.frames.length > 0 || stack.created !== undefined;
}

function isWorth({ amount, growth, wait, stacks }: WaitingPlace, least: number): boolean {
  if (amount.leaked > 0 || stacks.some(({ profile }) => profile.picked)) return true;
  return wait !== 'running' && (amount.goroutines >= least || (growth?.goroutines ?? 0) > 0);
}

function byWeight(a: WaitingPlace, b: WaitingPlace): number {
  return (
    (b.growth?.goroutines ?? 0) - (a.growth?.goroutines ?? 0)
    || b.amount.leaked - a.amount.leaked
    || spread(b) - spread(a)
  );
}

/** The root mean square over the profiles: many in one process are worse than a few in each. */
function spread({ stacks }: WaitingPlace): number {
  const counts = new Map<string, number>();
  for (const { profile, stack } of stacks) counts.set(profile.name, (counts.get(profile.name) ?? 0) + stack.count);
  const squares = [...counts.values()].reduce((sum, each) => sum + each * each, 0);
  return Math.sqrt(squares / Math.max(1, counts.size));
}

function placesOf(stacks: readonly PlacedStack[], older: readonly PlacedStack[] | undefined): readonly WaitingPlace[] {
  const before = older && grouped(older);
  return [...grouped(stacks)].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        at: placeOf(first),
        wait: first.stack.wait,
        ...compared(group, before && (before.get(key) ?? [])),
        stacks: group,
      },
    ];
  });
}

function grouped(stacks: readonly PlacedStack[]): ReadonlyMap<string, readonly PlacedStack[]> {
  const groups = new Map<string, PlacedStack[]>();
  for (const each of stacks) {
    const at = placeOf(each);
    const key = at ? `${at.path}:${at.line}${at.isStart ? ' start' : ''}` : (each.stack.frames.at(-1)?.func ?? '');
    const group = groups.get(`${key} ${each.profile.kind === 'heap' ? '' : each.stack.wait}`);
    if (group) group.push(each);
    else groups.set(`${key} ${each.profile.kind === 'heap' ? '' : each.stack.wait}`, [each]);
  }
  return groups;
}

function placeOf({ own: [inner], created }: PlacedStack): WaitingPlace['at'] {
  const frame = inner ?? created;
  return (
    frame && {
      path: frame.path,
      file: frame.file,
      line: frame.present?.line ?? frame.frame.line,
      func: frame.frame.func,
      isStart: inner === undefined,
      isPresent: frame.present !== undefined,
    }
  );
}
