import { isAbsolute, relative, sep } from 'node:path';
import { byteLimits } from '../host/limits.ts';
import type { FileSystem } from '../host/file-system.ts';
import { realPath } from '../discover/real-path.ts';
import { checkoutRoot } from '../discover/root.ts';
import type { Finding } from '../findings/finding.ts';
import { baseCommit } from './base-commit.ts';
import type { Repository } from './git.ts';
import { GitError } from './git.ts';
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
export function newFindings(findings: readonly Finding[], revision: string, { cwd, env, files: read }: Start): readonly Finding[] {
  const root = checkoutRoot(realPath(cwd, cwd));
  if (root === undefined) throw new GitError(`--new-from-rev ${revision}: the working directory is in no git repository`);
  const repository = { root, env };
  const commit = baseCommit(repository, revision);
  const named = new Set(findings.flatMap(({ location, steps }) => [location.path, ...steps.map((step) => step.location.path)]));
  const files = new Map([...named].map((path) => [path, realPath(path, cwd)]));
  const inside = [...files.values()].flatMap((file) => fromRoot(file, root) ?? []);
  const old = oldTexts(repository, commit, [...new Set(inside)]);
  const changes = new Map([...files].map(([path, file]) => [path, changesOf(file, old.get(fromRoot(file, root) ?? ''), read)]));
  return findings.filter((finding) => isNew(finding, (path) => changes.get(path) ?? 'new'));
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
