import type { Repository } from './git.ts';
import { askGit, git, GitError } from './git.ts';

/**
 * The commits with which the files on disk are compared, since what is not new to one of them is not new: the last one
 * that `revision` and HEAD have in common, so that what `revision` has gained since is not taken for a change made
 * here. That is `revision` itself where HEAD comes from it. Throws a GitError that says what to fetch where the clone
 * does not hold it.
 */
export function baseCommits(repository: Repository, revision: string): readonly string[] {
  const commit = commitAt(repository, revision, '--new-from-rev');
  if (commitOf(repository, 'HEAD') === undefined)
    throw new GitError(`--new-from-rev ${revision}: there is no commit yet at HEAD`);
  const base = askGit(repository, ['merge-base', commit, 'HEAD']);
  if (base === undefined) throw new GitError(noCommonCommit(revision, isShallow(repository)));
  // In a merge that is not committed yet, what the other side brings is not new either.
  const merged = commitOf(repository, 'MERGE_HEAD');
  const other = merged === undefined ? undefined : askGit(repository, ['merge-base', commit, merged]);
  return other === undefined || other === base ? [base] : [base, other];
}

/**
 * The commit of a revision that was given with a flag. Throws a GitError that says what to fetch where the clone does
 * not hold it.
 */
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
  if (commitOf(repository, `refs/remotes/origin/${revision}`) !== undefined)
    return `${start}; write origin/${revision}`;
  if (isShallow(repository)) return `${start}, and the clone is shallow; ${whatToFetch(revision)}`;
  const branch = branchOf(revision) ?? (/^[\w./-]+$/.test(revision) ? revision : undefined);
  if (branch === undefined) return `${start}; check the spelling, or fetch what it counts from`;
  if (/^[0-9a-f]{40}$/.test(branch)) return `${start}; fetch it by git fetch origin ${branch}`;
  const written = branch === revision ? `, and write origin/${branch}` : '';
  return `${start}; fetch it, such as by git fetch origin ${branch}:refs/remotes/origin/${branch}${written}`;
}

function noCommonCommit(revision: string, shallow: boolean): string {
  const start = `--new-from-rev ${revision}: `;
  if (shallow) return `${start}the clone is shallow and does not reach back to a commit that ${revision} and HEAD share; ${whatToFetch(revision)}`;
  return `${start}it has no commit in common with HEAD`;
}

/** A clone of one branch fetches no other unless it is told to. */
function whatToFetch(revision: string): string {
  const branch = branchOf(revision);
  const refs = branch === undefined ? '' : ` origin ${branch}:refs/remotes/origin/${branch}`;
  return `run git fetch --unshallow${refs}, or give actions/checkout fetch-depth: 0`;
}

/** The branch of the remote that a revision names, as `main` of `origin/main`. */
function branchOf(revision: string): string | undefined {
  return /^origin\/([\w.][\w./-]*)$/.exec(revision)?.[1];
}
