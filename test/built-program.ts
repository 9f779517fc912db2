import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { assetPath } from '../src/assets.ts';

/** The built program, as a user runs it. `npm test` builds it first. */
export const program = assetPath('dist/src/cli.cjs');

// Each test starts several programs, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let scratch: string | undefined;
afterAll(() => scratch !== undefined && rmSync(scratch, { recursive: true, force: true }));

/** Lays out files (paths with `/` to contents) in a new folder, and returns its absolute path. It is gone after the tests of the file. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  scratch ??= realpathSync(mkdtempSync(join(tmpdir(), 'golint-leaks-')));
  const dir = mkdtempSync(join(scratch, 'case-'));
  write(dir, files);
  return dir;
}

/** Writes files into a folder. */
export function write(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

/** How a program ended. */
export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The surroundings of the tests, without what a git hook or a terminal would bring in. */
export const plainEnv: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|GITHUB_|FORCE_COLOR)/.test(name))),
  NO_COLOR: '1', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null',
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

/** Runs the built program. */
export function run(cwd: string, ...args: readonly string[]): Result {
  return start(cwd, process.execPath, [program, ...args]);
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
export function repository(files: Readonly<Record<string, string>>): string {
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
