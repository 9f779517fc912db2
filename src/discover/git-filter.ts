import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { IgnoreRule } from './ignore-rule.ts';
import { ignoreRule } from './ignore-rule.ts';
import { readText } from './read-text.ts';
import { checkoutRoot } from './root.ts';

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

/** The rules of all files from `root` down, in the order of the files: as git has it, the last match wins. */
interface Rules {
  readonly root: string;
  readonly ignoreCase: boolean;
  readonly files: readonly RuleFile[];
}

/** The rules of one file, the last line first, and how many names lead from the root to its folder. */
interface RuleFile {
  readonly depth: number;
  readonly rules: readonly IgnoreRule[];
}

function rulesAtStart(start: string): FolderRules {
  const root = checkoutRoot(start);
  if (root === undefined) return 'none';
  const rules = rulesDownTo(start, root);
  if (rules !== 'ignored') return rules;
  return withOwnFile({ root: start, ignoreCase: false, files: [] }, start);
}

function rulesDownTo(folder: string, root: string): FolderRules {
  return folder === root ? rulesOfCheckout(root) : rulesBelow(folder, rulesDownTo(dirname(folder), root));
}

function rulesBelow(folder: string, outer: FolderRules): FolderRules {
  if (ignores(outer, folder, true)) return 'ignored';
  if (existsSync(join(folder, '.git'))) return rulesOfCheckout(folder);
  return outer === 'none' || outer === 'ignored' ? outer : withOwnFile(outer, folder);
}

function ignores(rules: FolderRules, path: string, isFolder: boolean): boolean {
  if (rules === 'none' || rules === 'ignored') return rules === 'ignored';
  const names = namesBelow(rules.root, path);
  for (const { depth, rules: lines } of [...rules.files].reverse()) {
    const own = names.slice(depth);
    const last = lines.find((line) => line.matches(own, isFolder));
    if (last) return !last.isNegated;
  }
  return false;
}

function rulesOfCheckout(root: string): Rules {
  const gitFolder = sharedGitFolder(root);
  const config = textOf(join(gitFolder, 'config')).split('\n');
  const ignoreCase = config.some((line) => /^\s*ignorecase\s*=\s*true\s*$/i.test(line));
  return withOwnFile(withFile({ root, ignoreCase, files: [] }, join(gitFolder, 'info', 'exclude'), 0), root);
}

/** Follows `gitdir:` (worktrees, submodules) and `commondir` (worktrees) to where config and info/exclude are. */
function sharedGitFolder(root: string): string {
  const entry = join(root, '.git');
  const [, target] = /^gitdir: (.+)/.exec(textOf(entry)) ?? [];
  const gitFolder = target === undefined ? entry : resolve(root, target.trim());
  return resolve(gitFolder, textOf(join(gitFolder, 'commondir')).trim());
}

function withOwnFile(rules: Rules, folder: string): Rules {
  return withFile(rules, join(folder, '.gitignore'), namesBelow(rules.root, folder).length);
}

function withFile(rules: Rules, path: string, depth: number): Rules {
  const text = textOf(path);
  if (text === '') return rules;
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).flatMap((line) => ignoreRule(line, rules.ignoreCase) ?? []);
  return { ...rules, files: [...rules.files, { depth, rules: lines.reverse() }] };
}

function namesBelow(root: string, path: string): readonly string[] {
  return relative(root, path).split(sep).filter((name) => name !== '');
}

function textOf(path: string): string {
  if (!existsSync(path)) return '';
  const read = readText(path);
  return read.kind === 'text' ? read.text : '';
}
