import { join, relative, sep } from 'node:path';
import { realPath } from '../discover/path/real-path.ts';
import { checkoutRoot } from '../discover/path/root.ts';
import type { FileSystem } from '../host/file-system.ts';
import { overlay } from '../host/overlay.ts';
import type { Repository } from './git.ts';
import { askGit, git, GitError } from './git.ts';
import { parseBatch, parseIndex } from './parse-git.ts';

/** What is staged, and the files as they would be if it were committed. */
export interface StagedFiles {
  /** The Go files that a commit would add or change below the working directory: absolute, in order. */
  readonly changed: readonly string[];
  /** The disk with the texts of the index, and without files that git does not have. */
  readonly files: FileSystem;
}

/** Where the command was started. */
interface Start {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Repository['env'];
}

/** The tree without files, which git knows in every repository of SHA-1. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * Reads the index of the repository around `cwd`. Only Go files, go.mod and go.work are looked at. Git is asked for its
 * index and its objects, and what it says has changed on the disk since; it opens no file on the disk. Throws a
 * GitError.
 */
export function stagedFiles(disk: FileSystem, { cwd, env }: Start): StagedFiles {
  const real = realPath(cwd, cwd);
  const root = checkoutRoot(real, disk);
  if (root === undefined)
    throw new GitError('--staged: the working directory is in no git repository; name the files instead');
  const repository: Repository = { root, env, index: indexOf(env, cwd) };
  // Paths below the working directory are named through it, also where it is a link.
  const place = (path: string): string => {
    const inside = relative(real, join(root, path));
    return inside.startsWith('..') ? join(root, path) : join(cwd, inside);
  };
  const list = (...args: readonly string[]): readonly string[] =>
    git(repository, args).toString('utf8').split('\0').filter((path) => isRead(path));
  const base = askGit(repository, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']) ?? EMPTY_TREE;
  const staged = list('diff-index', '--cached', '--name-only', '--no-renames', '--diff-filter=AM', '--ignore-submodules=all', '-z', base);
  const ids = parseIndex(git(repository, ['ls-files', '--stage', '-z']).toString('utf8'));
  const differing = list('diff-files', '--name-only', '--ignore-submodules=all', '-z').filter((path) => ids.has(path));
  const texts = parseBatch(
    git(repository, ['cat-file', '--batch'], differing.map((path) => `${ids.get(path) ?? ''}\n`).join('')),
  );
  const buffers = new Map(differing.flatMap((path) => {
    const text = texts.get(ids.get(path) ?? '');
    return text === undefined ? [] : [[place(path), text] as const];
  }));
  const unknown = new Set(list('ls-files', '--others', '--exclude-standard', '-z').map(place));
  const below = staged
    .filter((path) => path.endsWith('.go'))
    .map(place)
    .filter((path) => path.startsWith(`${cwd}${sep}`));
  return { changed: below.sort(), files: overlay(disk, buffers, unknown) };
}

/** A commit of some files has an index of its own, which git tells its hooks. */
function indexOf(env: Repository['env'], cwd: string): string | undefined {
  const file = env['GIT_INDEX_FILE'];
  return file === undefined || file === '' ? undefined : join(file.startsWith('/') ? '' : cwd, file);
}

function isRead(path: string): boolean {
  return path.endsWith('.go') || /(?:^|\/)go\.(?:mod|work)$/.test(path);
}
