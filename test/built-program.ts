import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { assetPath } from '../src/assets.ts';
import type { Result, Run } from './run-in-thread.ts';
import { runInThread } from './run-in-thread.ts';

/** The built program, as a user runs it. `npm test` builds it first. */
export const program = assetPath('dist/src/cli.cjs');

/** What files hold, by their paths with `/`. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** Lays out files in a new folder, which is gone after the run of the tests, and returns its absolute path. */
export function folder(files: Files = {}): string {
  const dir = mkdtempSync(join(inject('scratch'), 'case-'));
  write(dir, files);
  return dir;
}

/** Writes files into a folder. */
export function write(dir: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

/**
 * The surroundings of the tests, without what a git hook or a terminal would bring in, and with caches of their own.
 */
export const plainEnv: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|GITHUB_|FORCE_COLOR)/.test(name))),
  NO_COLOR: '1',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  XDG_CACHE_HOME: join(inject('scratch'), 'caches'),
};

/** Runs any program. */
export function start(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Result {
  // What hangs is killed, and has no exit code: a test that waits for it could not be stopped.
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd, encoding: 'utf8', env: { ...plainEnv, ...env }, maxBuffer: 2 ** 28, timeout: 600_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs any program, and says whether it is there and succeeds. */
export function succeeds(cwd: string, command: string, ...args: readonly string[]): boolean {
  return start(cwd, command, args).code === 0;
}

/**
 * Runs the built program as a user does: where its start, its streams, its memory, its threads or its end are what is
 * shown.
 */
export function runProcess(cwd: string, ...args: readonly string[]): Result {
  return start(cwd, process.execPath, [program, ...args]);
}

/**
 * Runs the built program in a thread, from the reading of the command line to the exit code, in a tenth of the time.
 */
export function run(cwd: string, ...args: readonly string[]): Result {
  return runWith({}, cwd, ...args);
}

/** As run, with variables besides the plain ones, and a text on standard input. */
export function runWith(
  { env = {}, input = '' }: Partial<Pick<Run, 'env' | 'input'>>,
  cwd: string,
  ...args: readonly string[]
): Result {
  return runInThread({ cwd: realpathSync(cwd), args, env: { ...plainEnv, ...env }, input });
}

/** Runs npm without the scripts of the package: what is packed is what the test command has built. */
export function npm(cwd: string, ...args: readonly string[]): Result {
  return start(cwd, 'npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Runs git, which must succeed, and returns what it prints. */
export function git(cwd: string, ...args: readonly string[]): string {
  const identity = [
    '-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', '-c',
    'protocol.file.allow=always',
  ];
  const { code, out, err } = start(cwd, 'git', [...identity, ...args]);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${err}`);
  return out.trim();
}

/** Makes a repository of the files, with one commit. */
export function repository(files: Files): string {
  const dir = folder(files);
  git(dir, 'init', '-q');
  commit(dir);
  return dir;
}

/** Commits everything in a folder. */
export function commit(dir: string): void {
  git(dir, 'add', '-A');
  git(dir, 'commit', '-q', '--allow-empty', '-m', 'commit');
}

/** A go.mod of a Go version that does not collect tickers. */
export const goMod = 'module m\n\ngo 1.22\n';

/** The body of a function that leaks one ticker, on line 2 of itself. */
export function leakyFunction(name: string): string {
  return `func ${name}(done chan struct{}) {
	t := time.NewTicker(time.Second)
	for {
		select {
		case <-t.C:
		case <-done:
			return
		}
	}
}
`;
}

/** A Go file with these functions, each of which leaks one ticker. */
export function leakyFile(...names: readonly string[]): string {
  return `package p\n\nimport "time"\n\n${names.map(leakyFunction).join('\n')}`;
}

/** The places of the findings in a text report: `a.go:6:7`. */
export function places({ out }: Result): readonly string[] {
  return [...out.matchAll(/^(\S+:\d+:\d+): (?:error|warning|note): /gm)].map(([, place = '']) => place);
}
