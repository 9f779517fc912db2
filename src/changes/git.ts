import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visible } from '../visible.ts';
import { pastedWord } from './pasted-word.ts';

/** Where git is to look, and with what environment. */
export interface Repository {
  /** The root of the checkout: absolute. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The index to read (absolute); undefined for that of the repository. */
  readonly index?: string | undefined;
  /** Milliseconds that one answer may take, where that is not a minute. */
  readonly patience?: number;
}

/** What git refused, or what it lacks: one sentence for the user. */
export class GitError extends Error {}

/** An answer takes seconds in the largest repositories; git also waits where it is told to read what never ends. */
const PATIENCE = 60_000;

/** How much one answer of git may hold, in bytes. */
const MAX_ANSWER = 2 ** 30;

/**
 * The repository may be hostile. So git is started directly, with a list of arguments, and asked only for what its
 * object store and its index hold: no filter, hook, diff driver or text converter runs for that. It is kept from the
 * one program that reading an index may start (fsmonitor), and from fetching what a partial clone lacks.
 */
const HARMLESS = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
];

/** Runs git and gives its standard output. Throws a GitError where it does not end with status 0. */
export function git(repository: Repository, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr } = start(repository, args, input);
  if (status !== 0)
    throw new GitError(`git ${args[0] ?? ''} failed: ${firstLine(stderr)}${remedy(stderr, repository)}`);
  return stdout;
}

/**
 * Asks git a question whose answer may be no: the trimmed output, or undefined where git ends with another status than
 * 0.
 */
export function askGit(repository: Repository, args: readonly string[]): string | undefined {
  const { status, stdout } = start(repository, args, '');
  return status === 0 ? stdout.toString('utf8').trim() : undefined;
}

function start({ root, env, index, patience = PATIENCE }: Repository, args: readonly string[], input: string) {
  // On Windows the program is looked for in the working directory first: never let that be the repository.
  const options = {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...cleaned(env), ...forced, ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) },
    input,
    maxBuffer: MAX_ANSWER,
    timeout: patience,
    killSignal: 'SIGKILL' as const,
    windowsHide: true,
  };
  const { status, stdout, stderr, error } = spawnSync('git', [...HARMLESS, '-C', root, ...args], options);
  if (error) throw new GitError(unanswered(error, args[0] ?? '', patience));
  return { status, stdout, stderr };
}

function unanswered(error: Error, command: string, patience: number): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'git is not installed, or not in PATH';
  if (code !== 'ETIMEDOUT') return `git cannot be run: ${error.message}`;
  return `git ${command} gave no answer within ${Math.ceil(patience / 1000)} s and was ended; look whether its configuration includes a pipe`;
}

const forced = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
};

/** A git hook inherits variables that point into its own repository; only those that configure git itself are kept. */
function cleaned(env: Repository['env']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG_')),
  );
}

function firstLine(stderr: Buffer): string {
  return visible(stderr.toString('utf8').trim().split('\n')[0] ?? '');
}

/** In a container the checkout often belongs to another user than the one who looks at it. */
function remedy(stderr: Buffer, { root }: Repository): string {
  return stderr.includes('safe.directory')
    ? `; if you trust it: git config --global --add safe.directory ${pastedWord(visible(root))}`
    : '';
}
