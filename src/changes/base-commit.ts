import type { Repository } from './git.ts';
import { askGit, git, GitError } from './git.ts';

/**
 * The commit with which the files on disk are compared: the last one that `revision` and HEAD have in common, so that
 * what `revision` has gained since is not taken for a change made here. That is `revision` itself where HEAD comes from it.
 * Throws a GitError that says what to fetch where the clone does not hold it.
 */
export function baseCommit(repository: Repository, revision: string): string {
  const commit = commitAt(repository, revision, '--new-from-rev');
  if (commitOf(repository, 'HEAD') === undefined) throw new GitError(`--new-from-rev ${revision}: there is no commit yet at HEAD`);
  const base = askGit(repository, ['merge-base', commit, 'HEAD']);
  if (base === undefined) throw new GitError(noCommonCommit(revision, isShallow(repository)));
  return base;
}

/** The commit of a revision that was given with a flag. Throws a GitError that says what to fetch where the clone does not hold it. */
export function commitAt(repository: Repository, revision: string, flag: string): string {
  const commit = commitOf(repository, revision, flag);
  if (commit === undefined) throw new GitError(unknownRevision(repository, revision, flag));
  return commit;
}

function isShallow(repository: Repository): boolean {
  return git(repository, ['rev-parse', '--is-shallow-repository']).toString('utf8').trim() === 'true';
}

/** A revision that begins with a dash would be an option. */
function commitOf(repository: Repository, revision: string, flag = '--new-from-rev'): string | undefined {
  if (revision.startsWith('-')) throw new GitError(`${flag} ${revision}: a revision does not begin with a dash`);
  return askGit(repository, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
}

function unknownRevision(repository: Repository, revision: string, flag: string): string {
  const start = `${flag} ${revision}: git knows no such commit here`;
  if (commitOf(repository, `refs/remotes/origin/${revision}`) !== undefined) return `${start}; write origin/${revision}`;
  if (isShallow(repository)) return `${start}, and the clone is shallow; ${whatToFetch}`;
  return `${start}; fetch it, such as by git fetch origin ${revision}`;
}

function noCommonCommit(revision: string, shallow: boolean): string {
  const start = `--new-from-rev ${revision}: `;
  if (shallow) return `${start}the clone is shallow and does not reach back to a commit that ${revision} and HEAD share; ${whatToFetch}`;
  return `${start}it has no commit in common with HEAD`;
}

const whatToFetch = 'run git fetch --unshallow, or give actions/checkout fetch-depth: 0';
