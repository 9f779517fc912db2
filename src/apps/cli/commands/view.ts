import { dirname, resolve } from 'node:path';
import type { Discovery } from '../../../discover/discovery.ts';
import { displayPath } from '../../../discover/path/display-path.ts';
import { findFolders } from '../../../discover/patterns.ts';
import type { FileSystem } from '../../../host/file-system.ts';
import { disk } from '../../../host/node.ts';
import { overlay } from '../../../host/overlay.ts';
import type { Options } from '../arguments/options.ts';
import { quoted, UsageError } from '../arguments/usage-error.ts';
import type { Shell } from '../shell.ts';

/** What is looked at: the disk, or another view of it. */
export interface View {
  readonly files: FileSystem;
  readonly discover: () => Promise<Discovery>;
}

/** What the options ask to look at. Throws a UsageError. */
export async function viewOf(options: Options, shell: Shell): Promise<View> {
  if (options.stdinFilename !== undefined) return bufferView(options.stdinFilename, shell);
  if (options.staged) return stagedView(options.patterns, shell);
  return { files: disk, discover: () => findFolders(options.patterns, shell.cwd) };
}

/** The text on standard input stands for a file, which need not be there; its siblings are those on the disk. */
function bufferView(name: string, { cwd, readInput }: Shell): View {
  const path = resolve(cwd, name);
  const text = readInput();
  return { files: overlay(disk, new Map([[path, text]])), discover: async () => named([path]) };
}

/** What is staged, as it would be committed. */
async function stagedView(patterns: readonly string[], { cwd, env }: Shell): Promise<View> {
  const { stagedFiles } = await import('../../../changes/staged-files.ts');
  const { changed, files } = stagedFiles(disk, { cwd, env });
  const wanted = patterns.map((pattern) => matcher(pattern, cwd));
  const isWanted = (path: string): boolean => wanted.length === 0 || wanted.some((matches) => matches(path));
  return { files, discover: async () => named(changed.filter(isWanted)) };
}

/** Files and folders as elsewhere; globs would have to be asked of the index. */
function matcher(pattern: string, cwd: string): (path: string) => boolean {
  if (/[*?[{]/.test(pattern))
    throw new UsageError(
      `--staged takes files and folders, not the glob ${quoted(pattern)}; write ./... or leave it out.`,
    );
  const isTree = /(?:^|\/)\.\.\.$/.test(pattern);
  const path = resolve(cwd, pattern.replace(/(?:^|\/)\.\.\.$/, '') || '.');
  return (file) => file === path || dirname(file) === path || (isTree && displayPath(file, path) !== file);
}

function named(paths: readonly string[]): Discovery {
  const folders = new Map<string, string[]>();
  for (const path of paths) folders.set(dirname(path), [...(folders.get(dirname(path)) ?? []), path]);
  return { folders: [...folders].map(([dir, files]) => ({ dir, named: files })), complaints: [] };
}
