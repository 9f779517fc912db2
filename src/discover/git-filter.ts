import type { Ignore } from 'ignore';
import ignore from 'ignore';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { disk } from '../host/node.ts';
import { inside } from './inside.ts';
import { byteLimits } from '../host/limits.ts';
import { checkoutRoot } from './root.ts';
import { isTame } from './tame-glob.ts';

/** Whether git ignores a path below the start. */
export type GitFilter = (path: string, isFolder: boolean) => boolean;

/**
 * The filter for all paths below `start` (absolute): the .gitignore files from the root of the checkout down and its
 * info/exclude; a checkout inside of a checkout obeys its own only. Nothing outside of `start` is ignored. A start that
 * git ignores was named on purpose: it obeys only the files at and below itself. Tracked files count as ignored too
 * where a rule names them, since the index is not read.
 */
export function gitFilter(start: string): GitFilter {
  const known = new Map([[start, rulesAtStart(start)]]);
  const rulesIn = (folder: string): FolderRules => {
    const rules = known.get(folder) ?? rulesBelow(folder, rulesIn(dirname(folder)));
    known.set(folder, rules);
    return rules;
  };
  const inside = start.endsWith(sep) ? start : start + sep;
  return (path, isFolder) => path.startsWith(inside) && ignores(rulesIn(dirname(path)), path, isFolder);
}

/** The rules in force inside one folder. */
type FolderRules = Rules | 'none' | 'ignored';

/** One list of all rules, relative to `root`, so that the last match wins across files as git has it. */
interface Rules {
  readonly root: string;
  readonly ignoreCase: boolean;
  readonly list: Ignore;
}

function rulesAtStart(start: string): FolderRules {
  const root = checkoutRoot(start);
  if (root === undefined) return 'none';
  const rules = rulesDownTo(start, root);
  if (rules !== 'ignored') return rules;
  return withOwnFile({ root: start, ignoreCase: false, list: ignore({ ignoreCase: false }) }, start);
}

function rulesDownTo(folder: string, root: string): FolderRules {
  return folder === root ? rulesOfCheckout(root) : rulesBelow(folder, rulesDownTo(dirname(folder), root));
}

function rulesBelow(folder: string, outer: FolderRules): FolderRules {
  if (ignores(outer, folder, true)) return 'ignored';
  if (disk.exists(inside(folder, '.git'))) return rulesOfCheckout(folder);
  return outer === 'none' || outer === 'ignored' ? outer : withOwnFile(outer, folder);
}

function ignores(rules: FolderRules, path: string, isFolder: boolean): boolean {
  if (rules === 'none' || rules === 'ignored') return rules === 'ignored';
  return rules.list.ignores(slashed(relative(rules.root, path)) + (isFolder ? '/' : ''));
}

function rulesOfCheckout(root: string): Rules {
  const gitFolder = sharedGitFolder(root);
  const config = textOf(join(gitFolder, 'config')).split('\n');
  const ignoreCase = config.some((line) => /^\s*ignorecase\s*=\s*true\s*$/i.test(line));
  const list = ignore({ ignoreCase }).add(textOf(join(gitFolder, 'info', 'exclude')));
  return withOwnFile({ root, ignoreCase, list }, root);
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
  if (text === '') return rules;
  const prefix = slashed(relative(rules.root, folder));
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).filter(isTame).map((line) => rebased(line, prefix));
  return { ...rules, list: ignore({ ignoreCase: rules.ignoreCase }).add(rules.list).add(lines) };
}

/** The line of a .gitignore in the folder `prefix`, as it would stand in the one at the root. */
function rebased(line: string, prefix: string): string {
  if (prefix === '' || line.startsWith('#')) return line;
  const not = line.startsWith('!') ? '!' : '';
  const body = line.slice(not.length);
  const shape = body.trimEnd();
  if (shape === '') return '';
  const isAnchored = shape.slice(0, -1).includes('/');
  const literal = body.replace(/^\//, '').replace(/^\\(?=[!#])/, '');
  return `${not}/${prefix.replace(/[\\*?[]/g, '\\$&')}/${isAnchored ? '' : '**/'}${literal}`;
}

function textOf(path: string): string {
  if (!disk.exists(path)) return '';
  const read = disk.readText(path, byteLimits.git);
  return read.kind === 'text' ? read.text : '';
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
