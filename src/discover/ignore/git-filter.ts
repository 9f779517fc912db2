import { dirname, join, relative, resolve, sep } from 'node:path';
import { byteLimits } from '../../host/limits.ts';
import { disk } from '../../host/node.ts';
import type { IgnoreFile } from './ignore-file.ts';
import { ignoreFile } from './ignore-file.ts';
import { inside } from '../path/inside.ts';
import { checkoutRoot } from '../path/root.ts';
import { mostSteps, TooManySteps } from './wildcards.ts';

/** Whether git ignores a path below the start. */
export type GitFilter = (path: string, isFolder: boolean) => boolean;

/**
 * The filter for all paths below `start` (absolute): the .gitignore files from the root of the checkout down and its
 * info/exclude; a checkout inside of a checkout obeys its own only. Nothing outside of `start` is ignored. A start that
 * git ignores was named on purpose: it obeys only the files at and below itself. Tracked files count as ignored too
 * where a rule names them, since the index is not read. Of a path with which the wildcards take too much work `tooMuch` is
 * told, and it counts as not ignored.
 */
export function gitFilter(start: string, tooMuch: (path: string) => void = () => {}): GitFilter {
  const known = new Map<string, FolderRules>();
  const rulesIn = (folder: string): FolderRules => {
    const rules = known.get(folder) ?? (folder === start ? rulesAtStart(start, tooMuch) : rulesBelow(folder, rulesIn(dirname(folder)), tooMuch));
    known.set(folder, rules);
    return rules;
  };
  const inside = start.endsWith(sep) ? start : start + sep;
  return (path, isFolder) => path.startsWith(inside) && ignores(rulesIn(dirname(path)), path, isFolder, tooMuch);
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

function rulesAtStart(start: string, tooMuch: (path: string) => void): FolderRules {
  const root = checkoutRoot(start);
  if (root === undefined) return 'none';
  const rules = rulesDownTo(start, root, tooMuch);
  return rules === 'ignored' ? withOwnFile({ root: start, ignoreCase: false, file: () => undefined, outer: undefined }, start) : rules;
}

function rulesDownTo(folder: string, root: string, tooMuch: (path: string) => void): FolderRules {
  return folder === root ? rulesOfCheckout(root) : rulesBelow(folder, rulesDownTo(dirname(folder), root, tooMuch), tooMuch);
}

function rulesBelow(folder: string, outer: FolderRules, tooMuch: (path: string) => void): FolderRules {
  if (ignores(outer, folder, true, tooMuch)) return 'ignored';
  if (disk.exists(inside(folder, '.git'))) return rulesOfCheckout(folder);
  return outer === 'none' || outer === 'ignored' ? outer : withOwnFile(outer, folder);
}

function ignores(rules: FolderRules, path: string, isFolder: boolean, tooMuch: (path: string) => void): boolean {
  if (rules === 'none' || rules === 'ignored') return rules === 'ignored';
  const steps = { left: mostSteps };
  try {
    for (let at: Rules | undefined = rules; at; at = at.outer) {
      const said = at.file(relative(at.root, path).split(sep), isFolder, steps);
      if (said !== undefined) return said === 'ignored';
    }
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
    tooMuch(path);
  }
  return false;
}

function rulesOfCheckout(root: string): Rules {
  const gitFolder = sharedGitFolder(root);
  const config = textOf(join(gitFolder, 'config')).split('\n');
  const ignoreCase = config.some((line) => /^\s*ignorecase\s*=\s*true\s*$/i.test(line));
  const file = ignoreFile(textOf(join(gitFolder, 'info', 'exclude')), ignoreCase);
  return withOwnFile({ root, ignoreCase, file, outer: undefined }, root);
}

/** Follows `gitdir:` (worktrees, submodules) and `commondir` (worktrees) to where config and info/exclude are. */
function sharedGitFolder(root: string): string {
  const entry = join(root, '.git');
  const [, target] = /^gitdir: (.+)/.exec(textOf(entry)) ?? [];
  const gitFolder = target === undefined ? entry : resolve(root, target.trim());
  return resolve(gitFolder, textOf(join(gitFolder, 'commondir')).trim());
}

function withOwnFile(rules: Rules, folder: string): Rules {
  const text = textOf(inside(folder, '.gitignore'));
  return text === '' ? rules : { root: folder, ignoreCase: rules.ignoreCase, file: ignoreFile(text, rules.ignoreCase), outer: rules };
}

function textOf(path: string): string {
  if (!disk.exists(path)) return '';
  const read = disk.readText(path, byteLimits.git);
  return read.kind === 'text' ? read.text : '';
}
