/**
 * Kills the program at random moments: `npm run fuzz -- --kill N [--seed S]`, on what is in dist/. After each kill the
 * reports must be whole (those of this run or of the one before), and the next run with the same cache must say what
 * one without says. Every fourth run is one of `--fix`: each file must be the old one or the mended one, and the next
 * run must mend the rest.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import { goFilesBelow } from '../go-files.ts';
import type { Random } from './random.ts';
import { random } from './random.ts';

const program = assetPath('dist/src/cli.cjs');

/** Kills `times` runs with SIGKILL; the sentences say what was broken afterwards. */
export async function killRuns(times: number, seed: number): Promise<readonly string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'golint-leaks-kill-'));
  try {
    return await killAll(scratch, times, seed);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function killAll(scratch: string, times: number, seed: number): Promise<readonly string[]> {
  const numbers = random(seed);
  const [source, out, cache] = ['source', 'out', 'cache'].map((name) => join(scratch, name));
  if (source === undefined || out === undefined || cache === undefined) return [];
  fill(source);
  mkdirSync(out);
  const args = ['--fail-on', 'never', '--strict', '--go-version', '1.22', '--quiet', './...'];
  const expected = spawnSync(process.execPath, [program, '--cache', 'off', '--format', 'json', ...args], {
    cwd: source,
    encoding: 'utf8',
  }).stdout;
  const run = [program, '--cache', cache, '--format', `json=${join(out, 'a.json')}`, '--format', `sarif=${join(out, 'b.sarif')}`, ...args];
  const whole = await timed(run, source, undefined);
  const fixing = await fixable(scratch, source);
  const broken: string[] = [];
  const counts = { killed: 0, finished: 0, left: 0 };
  for (let round = 0; counts.killed < times; round++) {
    // Without a cache in some rounds, so that moments of reading, analysing and writing are all hit.
    if (round % 3 === 0) rmSync(cache, { recursive: true, force: true });
    const { killed } = await timed(run, source, numbers.below(Math.ceil(whole.ms * 1.1)));
    if (killed) counts.killed++;
    else counts.finished++;
    if (round % 4 === 0) {
      const fix = await killFix(fixing, numbers);
      if (fix.killed) counts.killed++;
      else counts.finished++;
      broken.push(...fix.wrong.map((what) => `round ${round}: ${what}`));
    }
    broken.push(...brokenFiles(out, expected).map((what) => `round ${round}: ${what}`));
    counts.left += readdirSync(out).filter((name) => name.endsWith('.golint-leaks')).length;
    const next = spawnSync(process.execPath, [program, '--cache', cache, '--format', 'json', ...args], {
      cwd: source,
      encoding: 'utf8',
    });
    if (next.stdout !== expected || next.status !== 0)
      broken.push(`round ${round}: the run after it says something else (exit code ${next.status})`);
  }
  console.log(
    `${counts.killed} runs of some ${Math.round(whole.ms)} ms were killed and ${counts.finished} came to their end before, ${broken.length} broken promises; ${counts.left} temporary files were seen`,
  );
  return broken;
}

/** A tree whose files can be mended, and what becomes of each. */
interface Fixing {
  readonly tree: string;
  /** Old and mended texts by paths in the tree. */
  readonly files: ReadonlyMap<string, readonly [string, string]>;
  readonly ms: number;
}

const fixArgs = [program, '--fix', '--no-cache', '--fail-on', 'never', '--strict', '--go-version', '1.22', '--quiet', './...'];

async function fixable(scratch: string, source: string): Promise<Fixing> {
  const [before, tree] = [join(scratch, 'before'), join(scratch, 'fixing')];
  cpSync(source, before, { recursive: true });
  cpSync(source, tree, { recursive: true });
  const { ms } = await timed(fixArgs, tree, undefined);
  const texts = (path: string): readonly [string, string] => [
    readFileSync(join(before, path), 'utf8'),
    readFileSync(join(tree, path), 'utf8'),
  ];
  return { tree, files: new Map(goFilesBelow(before).map((path) => [path, texts(path)])), ms };
}

async function killFix(
  { tree, files, ms }: Fixing,
  numbers: Random,
): Promise<{ readonly killed: boolean; readonly wrong: readonly string[] }> {
  for (const [path, [old]] of files) writeFileSync(join(tree, path), old);
  const { killed } = await timed(fixArgs, tree, numbers.below(Math.ceil(ms * 1.1)));
  const now = (path: string): string => readFileSync(join(tree, path), 'utf8');
  const wrong = [...files].flatMap(([path, texts]) =>
    texts.includes(now(path)) ? [] : [`${path} is neither the old one nor the mended one`],
  );
  await timed(fixArgs, tree, undefined);
  return {
    killed,
    wrong: [
      ...wrong,
      ...[...files].flatMap(([path, [, mended]]) =>
        now(path) === mended ? [] : [`${path} is not mended by the run after`],
      ),
    ],
  };
}

/** Forty folders that have something to find, older than the step of the clock by which the cache trusts files. */
function fill(target: string): void {
  const fixtures = assetPath('rules');
  const files = goFilesBelow(fixtures).filter((path) => path.includes('leaky')).slice(0, 80);
  files.forEach((path, i) => {
    const copy = join(target, `p${i}`, 'x.go');
    mkdirSync(join(target, `p${i}`), { recursive: true });
    cpSync(join(fixtures, path), copy);
    utimesSync(copy, 1e9, 1e9);
  });
}

/** Runs to the end, or to the kill after so many milliseconds. */
function timed(
  args: readonly string[],
  cwd: string,
  killAfter: number | undefined,
): Promise<{ readonly ms: number; readonly killed: boolean }> {
  return new Promise((resolve) => {
    const before = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      resolve({ ms: performance.now() - before, killed: signal === 'SIGKILL' });
    });
  });
}

function brokenFiles(out: string, expected: string): readonly string[] {
  const [json, sarif] = [join(out, 'a.json'), join(out, 'b.sarif')];
  const wrong: string[] = [];
  if (existsSync(json) && readFileSync(json, 'utf8') !== expected)
    wrong.push(`a.json is broken (${statSync(json).size} bytes)`);
  try {
    if (existsSync(sarif)) JSON.parse(readFileSync(sarif, 'utf8'));
  } catch {
    wrong.push('b.sarif is broken');
  }
  return wrong;
}
