import { characterClass } from './name-glob.ts';
import type { PathGlob } from './path-glob.ts';
import { matchesPath, pathGlob } from './path-glob.ts';
import type { Steps } from './wildcards.ts';

/** What a .gitignore says of a path below its folder; undefined where it says nothing. */
export type IgnoreFile = (names: readonly string[], isFolder: boolean, steps: Steps) => 'ignored' | 'kept' | undefined;

/**
 * Reads a .gitignore as git does (https://git-scm.com/docs/gitignore): of all lines that match the last one counts.
 * Lines without wildcards are looked up by their names, however many there are. What it answers may throw TooManySteps.
 */
export function ignoreFile(text: string, ignoreCase: boolean): IgnoreFile {
  const exact = new Map<string, Rule[]>();
  const others: Rule[] = [];
  text.replace(/^\ufeff/, '').split('\n').forEach((line, order) => {
    const rule = ruleOf(line, order, ignoreCase);
    if (!rule) return;
    const key = keyOf(rule);
    if (key === undefined) others.unshift(rule);
    else exact.set(key, withRule(exact.get(key) ?? [], rule));
  });
  return (written, isFolder, steps) => {
    const names = ignoreCase ? written.map((name) => name.toLowerCase()) : written;
    const holds = (rule: Rule): boolean => isFolder || !rule.onlyFolders;
    const known = [...(exact.get(names.at(-1) ?? '') ?? []), ...(exact.get(`/${names.join('/')}`) ?? [])].filter(holds);
    const last = Math.max(-1, ...known.map(({ order }) => order));
    const found = others.find((rule) => rule.order < last || (holds(rule) && matches(rule, names, steps)));
    const rule = found && found.order > last ? found : known.find(({ order }) => order === last);
    return rule && (rule.isKept ? 'kept' : 'ignored');
  };
}

interface Rule {
  /** Of the path from the folder, or of the last name alone. */
  readonly glob: PathGlob;
  readonly isOfName: boolean;
  readonly onlyFolders: boolean;
  /** `!name`: it takes back what other lines say. */
  readonly isKept: boolean;
  readonly order: number;
}

function ruleOf(line: string, order: number, ignoreCase: boolean): Rule | undefined {
  const written = withoutBlanks(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (written === '' || written.startsWith('#')) return undefined;
  const isKept = written.startsWith('!');
  const body = isKept ? written.slice(1) : written;
  const onlyFolders = body.endsWith('/');
  const path = onlyFolders ? body.slice(0, -1) : body;
  if (path === '') return undefined;
  const isOfName = !path.includes('/');
  const names = isOfName ? [path.replace(/^\*+$/, '*')] : namesOf(path.startsWith('/') ? path.slice(1) : path);
  if (!names) return undefined;
  // At the end two stars are all that is below, but not the folder itself.
  const last = !isOfName && names.at(-1) === '**' ? ['*'] : [];
  return { glob: pathGlob([...names, ...last], ignoreCase), isOfName, onlyFolders, isKept, order };
}

/**
 * The names of a path: a slash in a class parts none, one behind a backslash does, and more than two stars are two.
 * Undefined for what matches nothing.
 */
function namesOf(path: string): readonly string[] | undefined {
  const chars = [...path];
  const names = [''];
  for (let at = 0; at < chars.length; at++) {
    const end = chars[at] === '[' ? characterClass(chars, at + 1)?.end : at;
    if (end === undefined) return undefined;
    const isEscape = chars[at] === '\\';
    if (chars[isEscape ? at + 1 : at] === '/') names.push('');
    else names.push((names.pop() ?? '') + chars.slice(at, isEscape ? at + 2 : end + 1).join(''));
    at = isEscape ? at + 1 : end;
  }
  return names.map((name) => name.replace(/^\*{2,}$/, '**'));
}

/** Blanks at the end count only behind a backslash. */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  let slashes = 0;
  while (slashes < end && line[end - 1 - slashes] === '\\') slashes++;
  return line.slice(0, slashes % 2 === 1 ? end + 1 : end);
}

/** What a rule without wildcards is looked up by: a name, or `/` and a path. */
function keyOf({ glob, isOfName }: Rule): string | undefined {
  const names = glob.map((part) => (part !== '**' && part.kind === 'name' ? part.name : undefined));
  return names.includes(undefined) ? undefined : `${isOfName ? '' : '/'}${names.join('/')}`;
}

/** Of equal lines only the last counts, for folders and for all. */
function withRule(rules: readonly Rule[], rule: Rule): Rule[] {
  return [...rules.filter((each) => each.onlyFolders !== rule.onlyFolders), rule];
}

function matches({ glob, isOfName }: Rule, names: readonly string[], steps: Steps): boolean {
  return matchesPath(glob, isOfName ? names.slice(-1) : names, steps);
}
