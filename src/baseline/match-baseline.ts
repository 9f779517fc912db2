import type { Finding } from '../findings/finding.ts';
import type { Entry } from './baseline.ts';
import { containerKey, contentKey, entryKey, entryOf } from './baseline.ts';

/** What is to be known of a run to judge what it did not find. */
export interface Judge {
  /** The path of a finding's file, as entries have it. */
  readonly pathOf: (finding: Finding) => string;
  /** Whether the file of an entry is there. */
  readonly exists: (path: string) => boolean;
  /** Whether this run would have found what the entry stands for. */
  readonly wasLookedFor: (entry: Entry) => boolean;
}

/** Findings and entries, set against each other. */
export interface Match {
  /** Findings that are not in the baseline, in the order given. */
  readonly fresh: readonly Finding[];
  /** What was found and is in the baseline, as entries of 1 with their present paths. */
  readonly known: readonly Entry[];
  /** What is in the baseline and no longer there. */
  readonly gone: readonly Entry[];
  /** What is in the baseline, and this run did not look at. */
  readonly unseen: readonly Entry[];
}

/**
 * Sets findings against a baseline: each entry covers as many of them as it counts. What is left of entries whose file
 * is gone covers equal findings in other files, because a file that moved is no news. A container is the same one
 * whichever of its lines in the package is named: which that is depends on the names of the files.
 */
export function matchBaseline(findings: readonly Finding[], baseline: readonly Entry[], judge: Judge): Match {
  const inPlace = take(findings, baseline, judge, entryKey);
  const contained = take(inPlace.fresh, inPlace.left, judge, containerKey);
  const [moved, left] = partition(contained.left, (entry) => !judge.exists(entry.path));
  const elsewhere = take(contained.fresh, moved, judge, contentKey);
  const [gone, unseen] = partition(
    [...left, ...elsewhere.left],
    (entry) => !judge.exists(entry.path) || judge.wasLookedFor(entry),
  );
  return { fresh: elsewhere.fresh, known: [...inPlace.known, ...contained.known, ...elsewhere.known], gone, unseen };
}

/** Takes findings off the counts of the entries with the same key. */
function take(
  findings: readonly Finding[],
  entries: readonly Entry[],
  { pathOf }: Judge,
  key: (entry: Entry) => string | undefined,
) {
  const counts = new Map<string, number>();
  for (const entry of entries) add(counts, key(entry), entry.count);
  const isKnown = (finding: Finding): boolean => {
    const name = key(entryOf(finding, pathOf(finding)));
    const count = name === undefined ? 0 : (counts.get(name) ?? 0);
    if (count > 0) add(counts, name, -1);
    return count > 0;
  };
  const [known, fresh] = partition(findings, isKnown);
  const left = entries.flatMap((entry) => {
    const name = key(entry);
    const count = name === undefined ? entry.count : Math.min(entry.count, counts.get(name) ?? 0);
    add(counts, name, -count);
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return { known: known.map((finding) => entryOf(finding, pathOf(finding))), fresh, left };
}

function add(counts: Map<string, number>, name: string | undefined, count: number): void {
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + count);
}

function partition<T>(values: readonly T[], holds: (value: T) => boolean): readonly [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const value of values) (holds(value) ? yes : no).push(value);
  return [yes, no];
}
