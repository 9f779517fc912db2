import type { Entry, FileSystem } from '../host/file-system.ts';
import { baseName, inside } from '../host/paths.ts';
import { displayPath } from './path/display-path.ts';
import { foundComplaint, foundFolder } from './discovery.ts';
import type { Found } from './discovery.ts';
import type { GitFilter } from './ignore/git-filter.ts';
import { gitFilter } from './ignore/git-filter.ts';
import { isGoFile, isSkippedFolder, isTestFile } from '../workspace/go-names.ts';
import { visible } from '../visible.ts';

/**
 * Finds the folders with Go files at and below `start` (absolute), as `...` in the go command does: past testdata,
 * vendored packages and names with `_` or `.`, without following symbolic links; but across module borders. What git
 * ignores is passed by.
 */
export function* walk(start: string, cwd: string, files: FileSystem): Generator<Found> {
  const costly: string[] = [];
  yield* walkFolder(start, { start, cwd, files, isIgnored: gitFilter(start, files, (path) => costly.push(path)) });
  yield* costlyPaths(costly, cwd);
}

/** What is to be said of paths with which the lines of .gitignore take too much work. */
export function costlyPaths([first, ...others]: readonly string[], cwd: string): readonly Found[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return [foundComplaint('warning', `${visible(displayPath(first, cwd))}${more}: the lines of .gitignore take too much work to be matched; it is taken for not ignored`)];
}

interface Walk {
  readonly start: string;
  readonly cwd: string;
  readonly files: FileSystem;
  readonly isIgnored: GitFilter;
}

function* walkFolder(dir: string, walk: Walk): Generator<Found> {
  const listing = walk.files.list(dir);
  if (listing.kind === 'unreadable') {
    const shown = visible(displayPath(dir, walk.cwd));
    yield foundComplaint(
      dir === walk.start ? 'error' : 'unread',
      `${shown}: the folder cannot be read (${listing.why}); it is left out`,
    );
    return;
  }
  yield* ownFiles(dir, listing.entries, walk.isIgnored);
  if (dir !== walk.start && baseName(dir) === 'vendor') return;
  for (const { name } of listing.entries.filter((entry) => entry.kind === 'folder' && !isSkippedFolder(entry.name)))
    if (!walk.isIgnored(inside(dir, name), true)) yield* walkFolder(inside(dir, name), walk);
}

/**
 * Files that git ignores (mostly generated ones) are part of the package all the same, so they stay as unreported
 * siblings. In a folder with such files those of tests are left out, also where the configuration says `tests: on`: to
 * be named one by one would look as if the user had named them.
 */
function* ownFiles(dir: string, entries: readonly Entry[], isIgnored: GitFilter): Generator<Found> {
  const files = entries
    .filter((entry) => entry.kind !== 'folder' && isGoFile(entry.name))
    .map(({ name }) => inside(dir, name));
  const kept = files.filter((path) => !isIgnored(path, false));
  if (kept.length === 0) return;
  yield foundFolder(dir, kept.length === files.length ? 'all' : kept.filter((path) => !isTestFile(path)));
}
