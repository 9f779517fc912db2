import { join, resolve } from 'node:path';
import { codeUnitOrder } from '../host/code-unit-order.ts';
import { failure } from '../host/failure.ts';
import { disk } from '../host/node.ts';
import { displayPath } from './path/display-path.ts';
import type { Found } from './discovery.ts';
import { foundComplaint } from './discovery.ts';
import { gitFilter } from './ignore/git-filter.ts';
import { costlyPaths } from './walk.ts';
import { visible } from '../visible.ts';

/** What a glob matches: absolute paths, sorted. */
export interface GlobMatches {
  readonly folders: readonly string[];
  readonly goFiles: readonly string[];
  readonly complaints: readonly Found[];
}

/** Whether the pattern has characters that only a glob gives a meaning. */
export function isGlob(pattern: string): boolean {
  return firstMagic(pattern) !== -1;
}

/**
 * Expands a glob, whose separator is `/`. What is written in front of its first wildcard is named explicitly; below,
 * Go's rules and .gitignore hold as they do for `...`, except for skipped names that the glob itself spells out.
 */
export async function glob(pattern: string, cwd: string): Promise<GlobMatches> {
  const slash = pattern.lastIndexOf('/', firstMagic(pattern));
  const base = resolve(cwd, pattern.slice(0, slash + 1));
  const { paths, complaints } = await matches(base, pattern.slice(slash + 1), cwd);
  const costly: string[] = [];
  const isIgnored = gitFilter(base, disk, (path) => costly.push(path));
  const kept = paths
    .filter((path) => !isIgnored(join(base, path).replace(/\/$/, ''), path.endsWith('/')))
    .sort(codeUnitOrder);
  return {
    folders: kept.filter((path) => path.endsWith('/')).map((path) => join(base, path.slice(0, -1))),
    goFiles: kept.filter((path) => path.endsWith('.go')).map((path) => join(base, path)),
    complaints: [...complaints, ...costlyPaths(costly, cwd)],
  };
}

function firstMagic(pattern: string): number {
  return pattern.search(/[*?[{]|[!+@]\(/);
}

interface Matches {
  /** Relative to the base; those of folders end in `/`. */
  readonly paths: readonly string[];
  readonly complaints: readonly Found[];
}

/** Loads fast-glob only here: it costs as much start-up time as the analysis of a small package. */
async function matches(base: string, pattern: string, cwd: string): Promise<Matches> {
  const { default: fastGlob } = await import('fast-glob');
  const kinds = { onlyFiles: false, markDirectories: true, followSymbolicLinks: false };
  const options = { ...kinds, cwd: base, ignore: skippedBelow(pattern) };
  try {
    return { paths: await fastGlob(pattern, options), complaints: [] };
  } catch (error) {
    const path = pathOf(error) ?? base;
    const paths = await fastGlob(pattern, { ...options, suppressErrors: true });
    return { paths, complaints: [unreadable(path, error, cwd)] };
  }
}

/**
 * Globs for what Go's rules pass by, unless the pattern spells it out. (For names with `.` that is how globs are
 * anyway.)
 */
function skippedBelow(pattern: string): string[] {
  const segments = pattern.split('/');
  const skipped = ['testdata', 'node_modules', ...(segments.some((segment) => segment.startsWith('_')) ? [] : ['_*'])];
  return [
    ...skipped.filter((name) => !segments.includes(name)).flatMap((name) => [`**/${name}`, `**/${name}/**`]),
    ...(segments.includes('vendor') ? [] : ['**/vendor/*/**']),
  ];
}

function unreadable(path: string, error: unknown, cwd: string): Found {
  const shown = visible(displayPath(path, cwd));
  return foundComplaint(
    'warning',
    `${shown}: the folder cannot be read (${failure(error, path)}); such folders are left out`,
  );
}

function pathOf(error: unknown): string | undefined {
  return error instanceof Error && 'path' in error ? String(error.path) : undefined;
}
