import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import type { Command } from './measure.ts';

/** This tool, over a folder. Without a cache folder it uses none. */
export function ours(name: string, patterns: readonly string[], more: readonly string[] = []): Command {
  return {
    name,
    program: process.execPath,
    args: [assetPath('dist/src/cli.cjs'), '--fail-on', 'never', ...more, ...patterns],
  };
}

/** The same by another Node, given by its path: named by its version. */
export function oursBy(node: string, patterns: readonly string[], more: readonly string[] = []): Command {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`--node ${node} cannot be started; give the path of a Node.`);
  return { ...ours(`golint-leaks, Node ${stdout.trim()}`, patterns, more), program: node };
}

/** The least that this tool does. */
export const version: Command = {
  name: '--version',
  program: process.execPath,
  args: [assetPath('dist/src/cli.cjs'), '--version'],
};

/** What Node needs to do nothing. */
export const emptyNode: Command = { name: 'node -e 0', program: process.execPath, args: ['-e', '0'] };

/**
 * The tools of others that are installed, over a folder; those that build it only where it is a module, golangci-lint
 * not over Go itself.
 */
export function others(folder: string): readonly Command[] {
  const module = moduleOf(folder);
  const goCache = join(tmpdir(), 'golint-leaks-bench-go-cache');
  const all: readonly (Command & { readonly needsModule?: boolean })[] = [
    { name: 'gofmt -l', program: 'gofmt', args: ['-l', folder] },
    { name: 'go vet, warm', program: 'go', args: ['vet', './...'], cwd: folder, needsModule: true, runs: 2 },
    {
      name: 'go vet, cold',
      program: 'go',
      args: ['vet', './...'],
      cwd: folder,
      needsModule: true,
      runs: 1,
      env: { GOCACHE: goCache },
      prepare: () => rmSync(goCache, { recursive: true, force: true }),
    },
    { name: 'staticcheck', program: 'staticcheck', args: ['./...'], cwd: folder, needsModule: true, runs: 2 },
    {
      name: 'golangci-lint',
      program: 'golangci-lint',
      cwd: folder,
      needsModule: true,
      runs: 2,
      args: ['run', '--default=none', '-E', 'bodyclose,sqlclosecheck,staticcheck,govet', './...'],
    },
    {
      name: 'ast-grep, one pattern',
      program: 'ast-grep',
      args: ['run', '-p', 'time.NewTicker($$$)', '-l', 'go', folder],
    },
    {
      name: 'semgrep, one pattern',
      program: 'semgrep',
      args: ['--metrics', 'off', '--quiet', '--lang', 'go', '-e', 'time.NewTicker(...)', folder],
      runs: 1,
    },
  ];
  return all.filter(
    ({ program, needsModule }) =>
      (module !== undefined || !needsModule)
      && !(program === 'golangci-lint' && module === 'std')
      && isInstalled(program),
  );
}

function moduleOf(folder: string): string | undefined {
  const file = join(folder, 'go.mod');
  return existsSync(file) ? /^module\s+(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

/** The source of the Go toolchain; undefined where Go is not installed. */
export function goSource(): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', 'GOROOT'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return status === 0 ? join(stdout.trim(), 'src') : undefined;
}
