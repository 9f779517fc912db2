import type { Finding } from '../../../findings/finding.ts';
import type { OwnFrame, PlacedStack } from '../places/place-stacks.ts';
import type { Sources } from '../places/sources.ts';
import type { Amount, Evidence, Tier } from './evidence.ts';
import { amountOf, difference, none, tiers } from './evidence.ts';
import { families, isOf, mayCause } from './families.ts';
import type { Sight } from './sights.ts';
import { sightOf } from './sights.ts';
import { countThings } from './things.ts';

/** What profiles show of the findings, and the stacks that show none. */
export interface Matched {
  /** One for each finding of which something shows. */
  readonly evidence: readonly Evidence[];
  readonly rest: readonly PlacedStack[];
}

/** Ties stacks to findings, and compares with older ones where there are any. */
export function match(
  findings: readonly Finding[],
  stacks: readonly PlacedStack[],
  older: readonly PlacedStack[] | undefined,
  sources: Sources,
): Matched {
  const sights = findings.flatMap((finding): readonly Seen[] => {
    const sight = sightOf(finding);
    return sight ? [{ finding, sight, endOf: loopEnds(sight, sources) }] : [];
  });
  const now = tie(sights, stacks);
  const before = older && tie(sights, older);
  const direct = findings.flatMap((finding) => evidenceOf(finding, now, before) ?? []);
  const evidence = [...direct, ...familiar(findings, direct, now.rest, before?.rest)];
  return { evidence, rest: now.rest };
}

interface Seen {
  readonly finding: Finding;
  readonly sight: Sight;
  /** The last line of the loop on a line of a path, where a loop counts. */
  readonly endOf: (path: string, file: string, line: number) => number | undefined;
}

function loopEnds({ loop }: Sight, sources: Sources): Seen['endOf'] {
  const known = new Map<string, number | undefined>();
  return (path, file, line) => {
    if (!loop) return undefined;
    const key = `${path}:${line}`;
    if (!known.has(key)) known.set(key, sources.loopEnd(file, line));
    return known.get(key);
  };
}

interface Tied {
  readonly byFinding: ReadonlyMap<Finding, ReadonlyMap<Tier, readonly PlacedStack[]>>;
  readonly rest: readonly PlacedStack[];
}

function tie(sights: readonly Seen[], stacks: readonly PlacedStack[]): Tied {
  const byPath = new Map<string, Seen[]>();
  for (const seen of sights)
    for (const path of new Set([...seen.sight.at, ...seen.sight.started].map((place) => place.path))) {
      const list = byPath.get(path) ?? [];
      list.push(seen);
      byPath.set(path, list);
    }
  const byFinding = new Map<Finding, Map<Tier, PlacedStack[]>>();
  const rest: PlacedStack[] = [];
  for (const placed of stacks) {
    const found = tiersOf(placed, byPath);
    if (found.length === 0) rest.push(placed);
    for (const { finding, tier } of found) {
      const byTier = byFinding.get(finding) ?? new Map<Tier, PlacedStack[]>();
      byFinding.set(finding, byTier);
      const list = byTier.get(tier) ?? [];
      byTier.set(tier, list);
      list.push(placed);
    }
  }
  return { byFinding, rest };
}

/** The findings that a stack shows: those at its place or, where there are none, those whose goroutine it is. */
function tiersOf(
  placed: PlacedStack,
  byPath: ReadonlyMap<string, readonly Seen[]>,
): readonly { finding: Finding; tier: Tier }[] {
  const { own, created, profile } = placed;
  const kind = profile.kind === 'heap' ? 'heap' : 'goroutine';
  const [inner] = own;
  const here = own.flatMap((frame) =>
    (byPath.get(frame.path) ?? [])
      .filter(({ sight }) => sight.kind === kind && (frame === inner || sight.loop))
      .filter((seen) => isAt(frame, seen) && isLike(frame, placed, seen.sight))
      .map(({ finding }) => ({ finding, tier: tierAt(frame) })),
  );
  if (here.length > 0 || created === undefined || kind === 'heap') return here;
  return (byPath.get(created.path) ?? [])
    .filter(({ sight }) => sight.started.some(({ path, line }) => path === created.path && isOn(created, line)))
    .map(({ finding }) => ({ finding, tier: 'start' as const }));
}

function tierAt({ present }: OwnFrame): Tier {
  return present?.moved === true ? 'moved' : 'operation';
}

function isAt(frame: OwnFrame, { sight, endOf }: Seen): boolean {
  return sight.at.some(({ path, line }) => {
    if (path !== frame.path) return false;
    if (isOn(frame, line)) return true;
    const end = endOf(path, frame.file, line);
    return end !== undefined && frame.present !== undefined && line <= frame.present.line && frame.present.line <= end;
  });
}

/** A call may stand on several lines, of which the runtime names one and a finding the first. */
function isOn({ present }: OwnFrame, line: number): boolean {
  if (present === undefined) return false;
  return present.line === line || (present.operation !== undefined && present.operation.from === line);
}

/** Whether a goroutine waits as those of the finding do, or an allocation was made by its call. */
function isLike(frame: OwnFrame, { stack }: PlacedStack, { waits, call }: Sight): boolean {
  if (call !== undefined) return stack.frames.slice(0, frame.index).some(({ func }) => func.endsWith(`.${call}`));
  return waits === undefined || (frame.index === 0 && waits.includes(stack.wait));
}

function evidenceOf(finding: Finding, now: Tied, before: Tied | undefined): Evidence | undefined {
  const byTier = now.byFinding.get(finding);
  const tier = tiers.find((each) => byTier?.has(each));
  if (byTier === undefined || tier === undefined) return undefined;
  const stacks = byTier.get(tier) ?? [];
  return {
    finding,
    tier,
    ...compared(stacks, before && [...(before.byFinding.get(finding)?.values() ?? [])].flat()),
    means: undefined,
    stacks,
  };
}

/** What stacks amount to, and by how much that has grown. A delta profile says only the latter. */
export function compared(
  stacks: readonly PlacedStack[],
  older: readonly PlacedStack[] | undefined,
): Pick<Evidence, 'amount' | 'growth'> {
  const whole = (all: readonly PlacedStack[]): Amount =>
    amountOf(all, countThings(all.filter(({ profile }) => profile.kind === 'heap')));
  const amount = whole(stacks);
  if (stacks.some(({ profile }) => profile.delta)) return { amount: none, growth: amount };
  return { amount, growth: older && difference(amount, whole(older)) };
}

/** Findings that may be why a library has goroutines: those of its kind of which nothing else shows. */
function familiar(
  findings: readonly Finding[],
  direct: readonly Evidence[],
  stacks: readonly PlacedStack[],
  older: readonly PlacedStack[] | undefined,
): readonly Evidence[] {
  return families.flatMap((family) => {
    const shown = stacks.filter((each) => each.profile.kind !== 'heap' && isOf(family, each));
    const amounts = compared(
      shown,
      older?.filter((each) => each.profile.kind !== 'heap' && isOf(family, each)),
    );
    if (Math.max(amounts.amount.goroutines, amounts.growth?.goroutines ?? 0) < family.least) return [];
    return findings
      .filter(
        (finding) =>
          mayCause(finding, family) && !direct.some((each) => each.finding === finding && each.amount.goroutines > 0),
      )
      .map((finding): Evidence => ({
        finding,
        tier: 'family',
        ...amounts,
        means: family.means,
        stacks: shown,
      }));
  });
}
