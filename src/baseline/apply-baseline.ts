import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { failure } from '../host/failure.ts';
import { byteLimits } from '../host/limits.ts';
import { readText } from '../host/read-text.ts';
import { realPath } from '../discover/path/real-path.ts';
import { linkRefusal } from '../host/link-refusal.ts';
import { replaceWhole } from '../host/replace-whole.ts';
import type { Finding } from '../findings/finding.ts';
import { visible } from '../visible.ts';
import type { Entry } from './baseline.ts';
import { countOf, entryOf, sumEntries } from './baseline.ts';
import { parseBaseline, printBaseline } from './baseline-text.ts';
import type { Judge } from './match-baseline.ts';
import { matchBaseline } from './match-baseline.ts';

/** What is to be done with a baseline. */
export interface BaselineUse {
  /** As the user names it, relative to `cwd`. */
  readonly file: string;
  readonly cwd: string;
  /**
   * Whether the file is written: without what is gone (`shrink`), and with what is new (`grow`). One that is not there
   * is made.
   */
  readonly write: 'no' | 'shrink' | 'grow';
}

/** A file that a run could report on and has read whole, so that what it did not find there can be judged. */
export interface LookedAt {
  /** As findings name it. */
  readonly path: string;
  readonly ranRule: (id: string) => boolean;
  /** Whether findings of medium confidence were wanted too. */
  readonly strict: boolean;
}

/** What a baseline leaves of findings. */
export interface BaselineResult {
  readonly findings: readonly Finding[];
  /** How many it covers. */
  readonly known: number;
  /** What it lists, and is no longer there. */
  readonly gone: readonly Entry[];
  /** Sentences for the user. */
  readonly notices: readonly string[];
}

/** A baseline that is not there, or cannot be read or written: one sentence for the user. */
class BaselineError extends Error {}

/** How many entries a notice names. */
const NAMED = 5;

/** Takes those findings out that the baseline knows, and writes it where that is wanted. Throws a BaselineError. */
export function applyBaseline(
  findings: readonly Finding[],
  use: BaselineUse,
  looked: readonly LookedAt[],
): BaselineResult {
  const file = realPath(use.file, use.cwd);
  const text = read(file, use);
  const judge = judgeFor(dirname(file), use.cwd, looked);
  const { fresh, known, gone, unseen } = matchBaseline(findings, text === undefined ? [] : entriesOf(text, use), judge);
  if (use.write === 'no') return { findings: fresh, known: known.length, gone, notices: goneNotice(gone, use) };
  const added =
    use.write === 'grow' || text === undefined ? fresh.map((finding) => entryOf(finding, judge.pathOf(finding))) : [];
  const entries = sumEntries([...known, ...unseen, ...added]);
  write(file, text, printBaseline(entries), use);
  const notice = `${visible(use.file)}: ${countOf(entries)} ${countOf(entries) === 1 ? 'finding' : 'findings'} (${added.length} new, ${countOf(gone)} taken out)`;
  return { findings: added.length > 0 ? [] : fresh, known: known.length + added.length, gone, notices: [notice] };
}

function read(file: string, { file: name, write: how }: BaselineUse): string | undefined {
  if (existsSync(file)) {
    const found = readText(file, byteLimits.baseline);
    if (found.kind === 'text') return found.text;
    throw new BaselineError(`--baseline ${visible(name)} cannot be read (${found.kind === 'folder' ? 'a folder' : found.why}); name a file that can be`);
  }
  if (how === 'no')
    throw new BaselineError(`--baseline ${visible(name)}: there is no such file; --write-baseline makes it`);
  return undefined;
}

function entriesOf(text: string, { file }: BaselineUse): readonly Entry[] {
  const entries = parseBaseline(text);
  if (typeof entries === 'string') throw new BaselineError(`--baseline ${visible(file)}: ${entries}`);
  return entries;
}

/** `file` is where it really is. */
function write(file: string, before: string | undefined, after: string, { file: name, cwd }: BaselineUse): void {
  if (before === after) return;
  const why = refusal(file, after, resolve(cwd, name), cwd);
  if (why === undefined) return;
  throw new BaselineError(
    `--baseline ${visible(name)} cannot be written (${why}); name a file in a folder that exists and can be written to`,
  );
}

/** Why the text cannot be written; undefined where it is. */
function refusal(file: string, text: string, named: string, cwd: string): string | undefined {
  try {
    const why = linkRefusal(named, cwd);
    if (why === undefined) replaceWhole(file, text);
    return why;
  } catch (error) {
    return existsSync(dirname(file)) ? failure(error, file) : 'no such folder';
  }
}

/** Paths count from the folder of the baseline, so that it means the same from every working directory. */
function judgeFor(folder: string, cwd: string, looked: readonly LookedAt[]): Judge {
  const fromFolder = (path: string): string => relative(folder, realPath(path, cwd)).replaceAll(sep, '/');
  const files = new Map(looked.map((file) => [fromFolder(file.path), file]));
  return {
    pathOf: (finding) => fromFolder(finding.location.path),
    exists: (path) => existsSync(resolve(folder, path)),
    wasLookedFor: ({ path, rule, confidence }) => {
      const file = files.get(path);
      return file !== undefined && file.ranRule(rule) && (file.strict || confidence === 'high');
    },
  };
}

function goneNotice(gone: readonly Entry[], { file }: BaselineUse): readonly string[] {
  if (gone.length === 0) return [];
  const named = gone
    .slice(0, NAMED)
    .map(({ path, rule, count }) => `${visible(path)} (${rule}${count > 1 ? `, ${count} times` : ''})`);
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : '';
  return [
    `${visible(file)} lists findings that no longer exist: ${named.join(', ')}${more}; --write-baseline takes them out`,
  ];
}
