import { isAbsolute, join, relative, sep } from 'node:path';
import { byteLimits } from '../host/limits.ts';
import { disk } from '../host/node.ts';
import { readText } from '../host/read-text.ts';
import { realPath } from '../discover/path/real-path.ts';
import { checkoutRoot } from '../discover/path/root.ts';
import type { Change, Drift, MovedLine } from '../line-changes.ts';
import { lineChanges } from '../line-changes.ts';
import { commitAt } from './base-commit.ts';
import type { Repository } from './git.ts';
import { GitError } from './git.ts';
import { oldTexts, renamesSince } from './old-texts.ts';

/** What has become of the sources since a revision. Throws a GitError, as does what it returns. */
export function driftSince(
  revision: string,
  { cwd, env }: { readonly cwd: string; readonly env: Repository['env'] },
): Drift {
  const root = checkoutRoot(realPath(cwd, cwd), disk);
  if (root === undefined) throw new GitError(`--rev ${revision}: the working directory is in no git repository`);
  const repository = { root, env };
  const commit = commitAt(repository, revision, '--rev');
  const renames = [...renamesSince(repository, commit)].map(
    ([now, old]) => [join(root, old), join(root, now)] as const,
  );
  return { renames: new Map(renames), follow: (files) => movedLines(files, repository, commit, cwd) };
}

function movedLines(files: readonly string[], repository: Repository, commit: string, cwd: string): MovedLine {
  const { root } = repository;
  const paths = new Map(files.map((file) => [file, pathFrom(realPath(file, cwd), root)]));
  const old = oldTexts(repository, commit, [...new Set([...paths.values()].flatMap((path) => path ?? []))], disk);
  const changes = new Map(files.map((file) => [file, changesOf(file, old.get(paths.get(file) ?? ''))]));
  return (file, line) => moved(line, changes.get(file) ?? []);
}

function changesOf(file: string, oldText: string | undefined): readonly Change[] {
  const read = oldText === undefined ? undefined : readText(file, byteLimits.go);
  if (oldText === undefined || read?.kind !== 'text') return [];
  return lineChanges(linesOf(oldText), linesOf(read.text));
}

function moved(line: number, changes: readonly Change[]): number | undefined {
  const at = line - 1;
  const before = changes.findLast(({ from }) => from <= at);
  if (before === undefined) return line;
  return at < before.to ? undefined : at - before.to + before.newTo + 1;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** The path as git has it; undefined outside of the repository. */
function pathFrom(file: string, root: string): string | undefined {
  const path = relative(root, file);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path.replaceAll(sep, '/');
}
