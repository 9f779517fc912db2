import type { Finding } from '../../../findings/finding.ts';
import type { PlacedStack } from '../places/place-stacks.ts';

/**
 * How a profile points to a finding, the surest first. `operation`: goroutines wait at, or memory was allocated at, the
 * very line. `moved`: so, at the same place of a function that stands elsewhere now. `start`: goroutines that its `go`
 * statement started are alive. `family`: goroutines of a library show that something of this kind is not released,
 * which does not say where.
 */
export const tiers = ['operation', 'moved', 'start', 'family'] as const;

/** One of the ways in which a profile points to a finding. */
export type Tier = (typeof tiers)[number];

/** How much there is of something. */
export interface Amount {
  readonly goroutines: number;
  /** Of these, how many the runtime calls leaked. */
  readonly leaked: number;
  /** The longest wait; undefined where no profile says. */
  readonly minutes: number | undefined;
  /** Things that are kept, where they can be counted, and bytes in use. */
  readonly objects: number;
  readonly bytes: number;
}

/** What profiles show of one finding. */
export interface Evidence {
  readonly finding: Finding;
  readonly tier: Tier;
  readonly amount: Amount;
  /**
   * How much of it is new since the older profiles, or within the time of a delta profile; undefined without either.
   */
  readonly growth: Amount | undefined;
  /** What one of a family means, in the plural; undefined for other tiers. */
  readonly means: string | undefined;
  readonly stacks: readonly PlacedStack[];
}

/** Nothing of anything. */
export const none: Amount = { goroutines: 0, leaked: 0, minutes: undefined, objects: 0, bytes: 0 };

/** What goroutine stacks amount to, and what allocations do; `objects` counts things, not allocations. */
export function amountOf(stacks: readonly PlacedStack[], objects: number): Amount {
  const waiting = stacks.filter(({ profile }) => profile.kind !== 'heap');
  const counted = waiting.filter(({ profile }) => profile.kind === 'goroutine');
  const leaks = waiting.filter(({ profile }) => profile.kind === 'goroutineleak');
  const minutes = waiting.flatMap(({ stack }) => stack.minutes ?? []);
  return {
    // A profile of leaked goroutines is part of one of all.
    goroutines: sum(counted.length > 0 ? counted : leaks, ({ stack }) => stack.count),
    leaked: leaks.length > 0 ? sum(leaks, ({ stack }) => stack.count) : sum(counted, ({ stack }) => stack.leaked),
    minutes: minutes.length > 0 ? minutes.reduce((a, b) => Math.max(a, b)) : undefined,
    objects,
    bytes: sum(stacks.filter(({ profile }) => profile.kind === 'heap'), ({ stack }) => stack.bytes),
  };
}

function sum(stacks: readonly PlacedStack[], of: (stack: PlacedStack) => number): number {
  return stacks.reduce((all, each) => all + of(each), 0);
}

/** What has come to one amount since another. */
export function difference(now: Amount, before: Amount): Amount {
  return {
    goroutines: now.goroutines - before.goroutines,
    leaked: now.leaked - before.leaked,
    minutes: undefined,
    objects: now.objects - before.objects,
    bytes: now.bytes - before.bytes,
  };
}
