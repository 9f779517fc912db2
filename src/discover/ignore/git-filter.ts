import type { FileSystem } from '../../host/file-system.ts';
import { byteLimits } from '../../host/limits.ts';
import { inside, parentOf, resolved, slashed } from '../../host/paths.ts';
import type { IgnoreFile } from './ignore-file.ts';
import { ignoreFile } from './ignore-file.ts';
import { checkoutRoot } from '../path/root.ts';
import { mostSteps, TooManySteps } from './wildcards.ts';

/** Whether git ignores a path below the start: absolute, without a slash at its end. */
export type GitFilter = (path: string, isFolder: boolean) => boolean;

/**
 * The filter for all paths below `start` (absolute): the .gitignore files from the root of the checkout down and its
 * info/exclude; a checkout inside of a checkout obeys its own only. Nothing outside of `start` is ignored. A start that
 * git ignores was named on purpose: it obeys only the files at and below itself. Tracked files count as ignored too
 * where a rule names them, since the index is not read. Of a path with which the wildcards take too much work `tooMuch`
 * is told, and it counts as not ignored.
 */
export function gitFilter(start: string, files: FileSystem, tooMuch: (path: string) => void = () => {}): GitFilter {
  const known = new Map<string, FolderRules>();
  const reading: Reading = { files, tooMuch };
  const rulesIn = (folder: string): FolderRules => {
    const rules =
      known.get(folder)
      ?? (folder === start ? rulesAtStart(start, reading) : rulesBelow(folder, rulesIn(parentOf(folder)), reading));
    known.set(folder, rules);
    return rules;
  };
  const below = start.endsWith('/') ? start : `${start}/`;
  return (path, isFolder) => path.startsWith(below) && ignores(rulesIn(parentOf(path)), path, isFolder, tooMuch);
}

/** Where the rules are read, and who is told of paths that take too much work. */
interface Reading {
  readonly files: FileSystem;
  readonly tooMuch: (path: string) => void;
}

/** The rules in force inside one folder. */
type FolderRules = Rules | 'none' | 'ignored';

/** The file of one folder, and those above it, which count where it says nothing. */
interface Rules {
  readonly root: string;
  readonly file: IgnoreFile;
  readonly ignoreCase: boolean;
  readonly outer: Rules | undefined;
}

function rulesAtStart(start: string, reading: Reading): FolderRules {
  const root = checkoutRoot(start, reading.files);
  if (root === undefined) return 'none';
  const rules = rulesDownTo(start, root, reading);
  const own = { root: start, ignoreCase: false, file: () => undefined, outer: undefined };
  return rules === 'ignored' ? withOwnFile(own, start, reading.files) : rules;
}

function rulesDownTo(folder: string, root: string, reading: Reading): FolderRules {
  return folder === root
    ? rulesOfCheckout(root, reading.files)
    : rulesBelow(folder, rulesDownTo(parentOf(folder), root, reading), reading);
}

function rulesBelow(folder: string, outer: FolderRules, { files, tooMuch }: Reading): FolderRules {
  if (ignores(outer, folder, true, tooMuch)) return 'ignored';
  if (files.exists(inside(folder, '.git'))) return rulesOfCheckout(folder, files);
  return outer === 'none' || outer === 'ignored' ? outer : withOwnFile(outer, folder, files);
}

function ignores(rules: FolderRules, path: string, isFolder: boolean, tooMuch: (path: string) => void): boolean {
  if (rules === 'none' || rules === 'ignored') return rules === 'ignored';
  const steps = { left: mostSteps };
  try {
    for (let at: Rules | undefined = rules; at; at = at.outer) {
      const said = at.file(path.slice(at.root.length).replace(/^\//, '').split('/'), isFolder, steps);
      if (said !== undefined) return said === 'ignored';
    }
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    tooMuch(path);
  }
  return false;
}

function rulesOfCheckout(root: string, files: FileSystem): Rules {
  const gitFolder = sharedGitFolder(root, files);
  const config = textOf(inside(gitFolder, 'config'), files).split('\n');
  const ignoreCase = config.some((line) => /^\s*ignorecase\s*=\s*true\s*$/i.test(line));
  const file = ignoreFile(textOf(inside(gitFolder, 'info/exclude'), files), ignoreCase);
  return withOwnFile({ root, ignoreCase, file, outer: undefined }, root, files);
}

/** Follows `gitdir:` (worktrees, submodules) and `commondir` (worktrees) to where config and info/exclude are. */
function sharedGitFolder(root: string, files: FileSystem): string {
  const entry = inside(root, '.git');
  const [, target] = /^gitdir: (.+)/.exec(textOf(entry, files)) ?? [];
  const gitFolder = target === undefined ? entry : resolved(root, slashed(target.trim()));
  return resolved(gitFolder, slashed(textOf(inside(gitFolder, 'commondir'), files).trim()));
}

function withOwnFile(rules: Rules, folder: string, files: FileSystem): Rules {
  const text = textOf(inside(folder, '.gitignore'), files);
  return text === ''
    ? rules
    : { root: folder, ignoreCase: rules.ignoreCase, file: ignoreFile(text, rules.ignoreCase), outer: rules };
}

function textOf(path: string, files: FileSystem): string {
  if (!files.exists(path)) return '';
  const read = files.readText(path, byteLimits.git);
  return read.kind === 'text' ? read.text : '';
}
