import type { Repository } from './git.ts';
import { askGit, git, GitError } from './git.ts';
import { parseBatch, parseRenames, parseTree } from './parse-git.ts';

/**
 * The texts that files had at a commit, by their present paths (from the root, with `/`). A file that was renamed since,
 * in commits or in the index, has the text of its old name; one that is missing from the answer is new.
 */
export function oldTexts(repository: Repository, commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const tree = parseTree(git(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]).toString('utf8'));
  const renames = paths.every((path) => tree.has(path)) ? new Map<string, string>() : renamesSince(repository, commit);
  const ids = paths.flatMap((path) => {
    const id = tree.get(path) ?? tree.get(renames.get(path) ?? '');
    return id === undefined ? [] : [[path, id] as const];
  });
  if (ids.length === 0) return new Map();
  const contents = contentsOf(repository, ids.map(([, id]) => id));
  return new Map(ids.map(([path, id]) => [path, present(contents.get(id))]));
}

/** `--cached`: the index is compared, so that no file on disk is opened by git, through whatever filter. */
function renamesSince(repository: Repository, commit: string): ReadonlyMap<string, string> {
  const how = [
    '--cached', '-r', '-M', '-z', '--raw', '--no-abbrev', '--diff-filter=R', '--no-ext-diff', '--no-textconv', '--no-relative',
    '--ignore-submodules=all',
  ];
  return parseRenames(git(repository, ['diff-index', ...how, commit]).toString('utf8'));
}

/** Git would fetch what a partial clone lacks; since it may not, it fails, or gives no content, from version 2.44 on. */
function contentsOf(repository: Repository, ids: readonly string[]): ReadonlyMap<string, string> {
  try {
    return parseBatch(git(repository, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')));
  } catch (error) {
    const isPartial = askGit(repository, ['config', '--get-regexp', String.raw`^remote\..*\.promisor$`]) !== undefined;
    throw isPartial ? new GitError(INCOMPLETE) : error;
  }
}

function present(text: string | undefined): string {
  if (text === undefined) throw new GitError(INCOMPLETE);
  return text;
}

const INCOMPLETE = '--new-from-rev: this partial clone does not hold the old contents of the files; run git fetch --refetch --no-filter';
