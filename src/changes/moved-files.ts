import type { FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';

/** Files of a commit, their contents, and where they are now. */
export interface Moving {
  /** The files of the commit: their blobs by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The texts of some blobs. */
  readonly contents: (ids: readonly string[]) => ReadonlyMap<string, string>;
  /** The root of the checkout: absolute. */
  readonly root: string;
  readonly now: FileSystem;
}

/** More pairs than this are not compared: then files are new. */
const mostPairs = 10_000;

/** As git has it: half of the lines, in whatever order. */
const leastShared = 0.5;

/**
 * The blobs of the files that these new ones (from the root, with `/`) were before they were moved without a word to
 * git: of the files that are gone, the one that shares most lines. Paths without one are missing from the answer.
 */
export function movedFiles(
  paths: readonly string[],
  { files, contents, root, now }: Moving,
): ReadonlyMap<string, string> {
  const gone =
    paths.length === 0
      ? []
      : [...files].filter(([path]) => path.endsWith('.go') && now.kind(`${root}/${path}`).kind === 'missing');
  if (gone.length === 0 || gone.length * paths.length > mostPairs) return new Map();
  const texts = contents(gone.map(([, id]) => id));
  const pairs = paths.flatMap((path) => {
    const read = now.readText(`${root}/${path}`, byteLimits.go);
    const lines = read.kind === 'text' ? linesOf(read.text) : [];
    return gone.map(([old, id]) => ({ path, old, id, shared: sharedPart(lines, linesOf(texts.get(id) ?? '')) }));
  });
  const moved = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, old, id, shared } of pairs.toSorted((a, b) => b.shared - a.shared)) {
    if (shared < leastShared || moved.has(path) || taken.has(old)) continue;
    moved.set(path, id);
    taken.add(old);
  }
  return moved;
}

/** How much of the longer text the other has, too: from 0 to 1. */
function sharedPart(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of others) {
    const count = left.get(line) ?? 0;
    if (count > 0) shared++;
    left.set(line, count - 1);
  }
  return shared / Math.max(lines.length, others.length, 1);
}

/** Empty lines and brackets alone are in all files. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => /\w/.test(line));
}
