import type { Dirent } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { alternatives } from './alternatives.ts';
import { codeUnitOrder } from './code-unit-order.ts';
import { displayPath } from './display-path.ts';
import type { Found } from './discovery.ts';
import { foundComplaint } from './discovery.ts';
import { gitFilter } from './git-filter.ts';
import type { Listing } from './list-folder.ts';
import { listFolder } from './list-folder.ts';
import { matchesName, nameGlob } from './name-glob.ts';
import { pathKind } from './path-kind.ts';
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
 * Expands a glob (`*`, `?`, `[a-z]`, `{a,b}`, `**`), whose separator is `/`. What is written in front of its first wildcard
 * is named explicitly; below, Go's rules and .gitignore hold as they do for `...`, except for skipped names that the glob
 * itself spells out. Links to folders are not followed. Looks at most once for each folder and part of the glob.
 */
export function glob(pattern: string, cwd: string): GlobMatches {
  const slash = pattern.lastIndexOf('/', firstMagic(pattern));
  const base = resolve(cwd, pattern.slice(0, slash + 1));
  if (['missing', 'file'].includes(pathKind(base).kind)) return { folders: [], goFiles: [], complaints: [] };
  const patterns = alternatives(pattern.slice(slash + 1));
  if (patterns === undefined) return { folders: [], goFiles: [], complaints: [tooMany(pattern)] };
  const search = new Search();
  for (const each of patterns) search.find(base, each.split('/').filter((segment) => segment !== '' && segment !== '.'));
  const isIgnored = gitFilter(base);
  const folders = [...search.folders].filter((path) => !isIgnored(path, true));
  const goFiles = [...search.files].filter((path) => path.endsWith('.go') && !isIgnored(path, false));
  return { folders: folders.sort(codeUnitOrder), goFiles: goFiles.sort(codeUnitOrder), complaints: search.complaints(cwd) };
}

function firstMagic(pattern: string): number {
  return pattern.search(/[*?[{]/);
}

/** A folder that was reached, and how many segments of the glob led there. */
interface Place {
  readonly dir: string;
  readonly at: number;
}

class Search {
  readonly folders = new Set<string>();
  readonly files = new Set<string>();
  readonly #listings = new Map<string, Listing>();

  find(base: string, segments: readonly string[]): void {
    const seen = new Set<string>();
    const open: Place[] = [];
    const reach = (place: Place): void => {
      const key = `${place.at}/${place.dir}`;
      if (!seen.has(key)) open.push(place);
      seen.add(key);
    };
    reach({ dir: base, at: 0 });
    for (let place = open.pop(); place !== undefined; place = open.pop()) this.#goOn(place, segments, reach);
  }

  complaints(cwd: string): readonly Found[] {
    return [...this.#listings].flatMap(([dir, listing]) => (listing.kind === 'unreadable' ? [unreadable(dir, listing.why, cwd)] : []));
  }

  /** From one folder by one segment. */
  #goOn({ dir, at }: Place, segments: readonly string[], reach: (place: Place) => void): void {
    const segment = segments[at];
    if (segment === undefined) {
      this.folders.add(dir);
    } else if (segment === '..') {
      reach({ dir: dirname(dir), at: at + 1 });
    } else if (segment === '**') {
      reach({ dir, at: at + 1 });
      for (const entry of this.#entries(dir)) if (!entry.name.startsWith('.')) this.#below(entry, { dir, at }, segments, reach);
    } else {
      const name = nameGlob(segment);
      const takesHidden = segment.startsWith('.');
      for (const entry of this.#entries(dir))
        if (matchesName(name, entry.name) && (takesHidden || !entry.name.startsWith('.'))) this.#below(entry, { dir, at: at + 1 }, segments, reach);
    }
  }

  #below(entry: Dirent, { dir, at }: Place, segments: readonly string[], reach: (place: Place) => void): void {
    const path = join(dir, entry.name);
    if (isSkipped(entry, dir, segments)) return;
    if (entry.isDirectory()) reach({ dir: path, at });
    else if (at === segments.length || (at === segments.length - 1 && segments[at] === '**')) this.files.add(path);
  }

  #entries(dir: string): readonly Dirent[] {
    const listing = this.#listings.get(dir) ?? listFolder(dir);
    this.#listings.set(dir, listing);
    return listing.kind === 'entries' ? listing.entries : [];
  }
}

/** What Go's rules pass by, unless the glob spells it out. */
function isSkipped(entry: Dirent, dir: string, segments: readonly string[]): boolean {
  const { name } = entry;
  if (name.startsWith('_')) return !segments.some((segment) => segment.startsWith('_'));
  if (name === 'testdata' || name === 'node_modules') return !segments.includes(name);
  return entry.isDirectory() && basename(dir) === 'vendor' && !segments.includes('vendor');
}

function unreadable(path: string, why: string, cwd: string): Found {
  return foundComplaint('warning', `${visible(displayPath(path, cwd))}: the folder cannot be read (${why}); it is left out`);
}

function tooMany(pattern: string): Found {
  return foundComplaint('error', `${visible(pattern.slice(0, 100))}: the glob is too long, or its braces stand for too many patterns; write several`);
}
