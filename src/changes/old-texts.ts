import type { FileSystem } from '../host/file-system.ts';
import { visible } from '../visible.ts';
import type { Repository } from './git.ts';
import { askGit, git, GitError } from './git.ts';
import { movedFiles } from './moved-files.ts';
import { parseBatch, parseRenames, parseTree } from './parse-git.ts';

/**
 * The texts that files had at a commit, by their present paths (from the root, with `/`). A file that was renamed
 * since, in commits, in the index or in what is there `now`, has the text of its old name; one that is missing from the
 * answer is new. A file of a submodule has the text of the commit that the submodule was at.
 */
export function oldTexts(
  repository: Repository,
  commit: string,
  paths: readonly string[],
  now: FileSystem,
): ReadonlyMap<string, string> {
  const { files, submodules } = parseTree(
    git(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]).toString('utf8'),
  );
  const inside = [...submodules].flatMap(([folder, id]) => {
    const below = paths.filter((path) => path.startsWith(`${folder}/`));
    return below.length === 0 ? [] : [...textsInSubmodule(repository, folder, id, below, now)];
  });
  const own = paths.filter((path) => ![...submodules.keys()].some((folder) => path.startsWith(`${folder}/`)));
  const renames = own.every((path) => files.has(path)) ? new Map<string, string>() : renamesSince(repository, commit);
  const left = new Map([...files].filter(([path]) => ![...renames.values()].includes(path)));
  const unknown = own.filter((path) => !files.has(path) && !renames.has(path));
  const moved = movedFiles(unknown, {
    files: left,
    contents: (blobs) => contentsOf(repository, blobs),
    root: repository.root,
    now,
  });
  const ids = own.flatMap((path) => {
    const id = files.get(path) ?? files.get(renames.get(path) ?? '') ?? moved.get(path);
    return id === undefined ? [] : [[path, id] as const];
  });
  if (ids.length === 0) return new Map(inside);
  const contents = contentsOf(
    repository,
    ids.map(([, id]) => id),
  );
  return new Map([...inside, ...ids.map(([path, id]) => [path, present(contents.get(id))] as const)]);
}

function textsInSubmodule(
  { root, env }: Repository, folder: string, commit: string, paths: readonly string[], now: FileSystem,
): readonly (readonly [string, string])[] {
  const submodule = { root: `${root}/${folder}`, env };
  if (askGit(submodule, ['cat-file', '-e', commit]) === undefined) {
    throw new GitError(`--new-from-rev: the submodule ${visible(folder)} does not hold the commit ${commit} that it was at; run git -C ${visible(folder)} fetch`);
  }
  const texts = oldTexts(submodule, commit, paths.map((path) => path.slice(folder.length + 1)), now);
  return [...texts].map(([path, text]) => [`${folder}/${path}`, text] as const);
}

/**
 * New names of files to those they had at a commit, from the root. `--cached`: the index is compared, so that no file
 * on disk is opened by git, through whatever filter.
 */
export function renamesSince(repository: Repository, commit: string): ReadonlyMap<string, string> {
  const how = [
    '--cached', '-r', '-M', '-z', '--raw', '--no-abbrev', '--diff-filter=R', '--no-ext-diff', '--no-textconv', '--no-relative',
    '--ignore-submodules=all',
  ];
  return parseRenames(git(repository, ['diff-index', ...how, commit]).toString('utf8'));
}

/**
 * Git would fetch what a partial clone lacks; since it may not, it fails, or gives no content, from version 2.44 on.
 */
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

const INCOMPLETE =
  '--new-from-rev: this partial clone does not hold the old contents of the files; run git fetch --refetch --no-filter';
