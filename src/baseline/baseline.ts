import type { Finding } from '../findings/finding.ts';
import type { Confidence } from '../spec.ts';

/**
 * Findings that are known and accepted: so many of one rule on lines that read alike, in one file. No line numbers, so
 * that code may move.
 */
export interface Entry {
  /** Relative to the folder of the baseline file, with `/`. */
  readonly path: string;
  readonly rule: string;
  readonly confidence: Confidence;
  /** The line of the finding, each run of blanks as one; the beginning of a very long one. */
  readonly source: string;
  /**
   * What only grows, where the finding is about that: it may be reported at another line of the package. Undefined for
   * others.
   */
  readonly container?: string | undefined;
  /** How many there are: at least 1. */
  readonly count: number;
}

/** What makes two findings the same one to a baseline. */
export function entryKey({ path, ...entry }: Omit<Entry, 'count'>): string {
  return JSON.stringify([path, contentKey(entry)]);
}

/**
 * What makes two findings about one container the same, whichever of its lines is named. Undefined for other findings.
 */
export function containerKey({ path, rule, container }: Omit<Entry, 'count'>): string | undefined {
  return container === undefined
    ? undefined
    : JSON.stringify([path.slice(0, path.lastIndexOf('/') + 1), rule, container]);
}

/** The same, whichever file it is in. */
export function contentKey({ rule, confidence, source }: Omit<Entry, 'count' | 'path'>): string {
  return JSON.stringify([rule, confidence, source]);
}

/** How much of a line an entry holds: more than people write. */
const MAX_SOURCE = 300;

/** The entry of one finding alone. */
export function entryOf({ rule, confidence, location, fact }: Finding, path: string): Entry {
  const source = location.source.trim().replace(/\s+/g, ' ').slice(0, MAX_SOURCE);
  const container =
    'container' in fact ? (typeof fact.container === 'string' ? fact.container : fact.container.name) : undefined;
  return { path, rule, confidence, source, ...(container !== undefined && { container }), count: 1 };
}

/** Each entry once, with the counts added up, in the order of code units. */
export function sumEntries(entries: readonly Entry[]): readonly Entry[] {
  const sums = new Map<string, Entry>();
  for (const entry of entries) {
    const key = entryKey(entry);
    sums.set(key, { ...entry, count: entry.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** How many findings the entries stand for. */
export function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
