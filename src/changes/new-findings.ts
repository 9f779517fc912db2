import { dirname, isAbsolute, relative, sep } from 'node:path';
import { byteLimits } from '../host/limits.ts';
import type { FileSystem } from '../host/file-system.ts';
import { disk } from '../host/node.ts';
import { realPath } from '../discover/path/real-path.ts';
import { checkoutRoot } from '../discover/path/root.ts';
import type { Finding } from '../findings/finding.ts';
import { baseCommits } from './base-commit.ts';
import type { Repository } from './git.ts';
import { askGit, GitError } from './git.ts';
import type { FileChanges } from './is-new.ts';
import { isNew } from './is-new.ts';
import { changedLines } from './changed-lines.ts';
import { oldTexts } from './old-texts.ts';

/** Where the command was started. */
interface Start {
  /** The working directory, to which the paths of findings refer: absolute. */
  readonly cwd: string;
  readonly env: Repository['env'];
  /** What was analysed: the disk, or a view of it. */
  readonly files: FileSystem;
}

/**
 * Those findings that the changes since `revision` brought about, committed or not. A file that git did not have there,
 * or that is in no repository at all, is new as a whole. Throws a GitError.
 */
export function newFindings(findings: readonly Finding[], revision: string, start: Start): readonly Finding[] {
  const { cwd, env, files: read } = start;
  const root = checkoutRoot(realPath(cwd, cwd), disk);
  if (root === undefined)
    throw new GitError(`--new-from-rev ${revision}: the working directory is in no git repository`);
  const bases = baseCommits({ root, env }, revision);
  const named = new Set(
    findings.flatMap(({ location, steps }) => [location.path, ...steps.map((step) => step.location.path)]),
  );
  const files = new Map([...named].map((path) => [path, realPath(path, cwd)]));
  return bases.reduce((left, base) => {
    const old = textsAt(base, root, [...files.values()], start);
    const changes = new Map([...files].map(([path, file]) => [path, changesOf(file, old.get(file), read)]));
    return left.filter((finding) => isNew(finding, (path) => changes.get(path) ?? 'new'));
  }, findings);
}

/**
 * The texts that files (absolute, past links) had at a commit of the repository at `root`, those in its submodules at
 * the commits it names.
 */
function textsAt(
  commit: string, root: string, files: readonly string[], { env, files: now }: Start,
): ReadonlyMap<string, string> {
  const byRoot = new Map<string, string[]>();
  for (const file of files) {
    const own = checkoutRoot(dirname(file), disk);
    if (own !== undefined && fromRoot(own, root) !== undefined) byRoot.set(own, [...(byRoot.get(own) ?? []), file]);
  }
  return new Map([...byRoot].flatMap(([own, inside]) => {
    const at = own === root ? commit : submoduleCommit({ root, env }, commit, own);
    if (at === undefined) return [];
    const old = oldTexts({ root: own, env }, at, inside.flatMap((file) => fromRoot(file, own) ?? []), now);
    return inside.flatMap((file) => {
      const text = old.get(fromRoot(file, own) ?? '');
      return text === undefined ? [] : [[file, text] as const];
    });
  }));
}

/**
 * The commit that a repository names for a submodule (absolute), where that is there; what is in a repository of its
 * own is new as a whole.
 */
function submoduleCommit(repository: Repository, commit: string, submodule: string): string | undefined {
  const outer = checkoutRoot(dirname(submodule), disk);
  if (outer === undefined || fromRoot(outer, repository.root) === undefined) return undefined;
  const at = outer === repository.root ? commit : submoduleCommit(repository, commit, outer);
  if (at === undefined) return undefined;
  const named = askGit({ ...repository, root: outer }, [
    'rev-parse',
    '--verify',
    '--quiet',
    `${at}:${fromRoot(submodule, outer) ?? ''}`,
  ]);
  return named === undefined
    ? undefined
    : askGit({ ...repository, root: submodule }, ['rev-parse', '--verify', '--quiet', `${named}^{commit}`]);
}

function changesOf(file: string, oldText: string | undefined, files: FileSystem): FileChanges {
  if (oldText === undefined) return 'new';
  const read = files.readText(file, byteLimits.go);
  return read.kind === 'text' ? changedLines(oldText, read.text) : 'new';
}

/** The path as git has it; undefined outside of the repository. */
function fromRoot(file: string, root: string): string | undefined {
  const path = relative(root, file);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path.replaceAll(sep, '/');
}
