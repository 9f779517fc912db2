/**
 * Compares runs of the built program over hostile trees: `npm run fuzz -- --trees N [--seed S]`. Each tree has packages
 * that are generated, spliced from real functions or changed at random, and links, FIFOs, deep paths, odd names and
 * configurations between them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import { generatedFile } from './generate.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import { random } from './random.ts';
import { splicedFile } from './splice.ts';

const program = assetPath('dist/src/cli.cjs');

/** How many packages a tree has: enough for the cache and for helping threads. */
const packages = 24;

/** Runs N trees; the sentences say which promise was broken. */
export function compareTrees(count: number, seed: number, files: readonly string[]): readonly string[] {
  const broken: string[] = [];
  let findings = 0;
  for (let number = 0; number < count; number++) {
    const dir = mkdtempSync(join(tmpdir(), 'golint-leaks-tree-'));
    const scratch = mkdtempSync(join(tmpdir(), 'golint-leaks-side-'));
    try {
      fill(dir, random(seed * 1_000_003 + number), files);
      const { wrong, found } = compared(dir, join(scratch, 'cache'));
      findings += found;
      broken.push(...wrong.map((what) => `tree ${number} of seed ${seed}: ${what}`));
    } finally {
      rmSync(dir, { recursive: true, force: true });
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  console.log(`${count} trees of ${packages} packages with ${findings} findings, ${broken.length} broken promises`);
  return broken;
}

function fill(dir: string, numbers: Random, files: readonly string[]): void {
  const real = (): string => readFileSync(files[numbers.below(files.length)] ?? '', 'utf8');
  writeFileSync(
    join(dir, 'go.mod'),
    numbers.pick(['module m\n\ngo 1.22\n', 'module m\n\ngo 1.25\n', 'module\n', 'go go go\n(((\n']),
  );
  for (let i = 0; i < packages; i++) {
    const folder = join(
      dir,
      numbers.pick([`p${i}`, `deep${i}/${'d/'.repeat(40)}`, `odd ${i} ##[error]'"$(x)`, `internal/p${i}`, `cmd/p${i}`]),
    );
    mkdirSync(folder, { recursive: true });
    for (let f = 0; f <= numbers.below(3); f++) {
      const text = numbers.pick([
        () => generatedFile(numbers),
        () => splicedFile([real(), real(), real()], numbers),
        () => mutate(real(), numbers),
      ])();
      write(join(folder, numbers.pick(['a', 'b_linux', 'c_windows', 'd_test', '##vso[x]']) + `${f}.go`), text);
    }
    const link = numbers.pick(['a0.go', '.', '..', '/dev/zero', '/proc/self/mem', 'nowhere', '../p0/a0.go']);
    if (numbers.below(3) === 0)
      symlinkSync(link, join(folder, numbers.pick(['link.go', 'link', 'go.mod', '.gitignore'])));
    if (numbers.below(6) === 0) spawnSync('mkfifo', [join(folder, 'pipe.go')]);
  }
  if (numbers.below(3) === 0) writeFileSync(join(dir, '.golint-leaks.yaml'), numbers.pick(['strict: true\n', 'exclude: ["**/d/**", p1*]\n', 'tests: on\n', 'rules:\n  ticker-not-stopped: off\n']));
  if (numbers.below(3) === 0) {
    mkdirSync(join(dir, '.git'));
    writeFileSync(join(dir, '.git', 'HEAD'), '');
    writeFileSync(join(dir, '.gitignore'), numbers.pick(['p1*\n', '**/d/**/d\n', '!p2\n*_test.go\n', '[\n\\\n']));
  }
}

/** Older than the step of the clock by which the cache trusts files. */
function write(path: string, text: string): void {
  writeFileSync(path, text);
  utimesSync(path, 1e9, 1e9);
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(dir: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json', '--fail-on', 'never', ...args], {
    cwd: dir, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 300_000, killSignal: 'SIGKILL',
  });
  return { code: status, out: stdout, err: stderr };
}

function compared(dir: string, cache: string): { readonly wrong: readonly string[]; readonly found: number } {
  const plain = run(dir, '--no-cache', '--threads', '1');
  const wrong: string[] = [];
  if (plain.code !== 0 && plain.code !== 2) wrong.push(`exit code ${plain.code}: ${plain.err.slice(-300)}`);
  if (/##\w*\[|^\s*::|internal error|could not be analysed/m.test(plain.err))
    wrong.push(`standard error: ${plain.err.slice(0, 300)}`);
  const variants: Readonly<Record<string, readonly string[]>> = {
    'a second run': ['--no-cache', '--threads', '1'],
    'three threads': ['--no-cache', '--threads', '3'],
    'no gates': ['--no-cache', '--no-prefilter'],
    'a cold cache': ['--cache', cache],
    'a warm cache': ['--cache', cache],
  };
  for (const [name, args] of Object.entries(variants)) {
    const other = run(dir, ...args);
    // What is never parsed shows no syntax errors: without gates more of them are known.
    const isSame =
      name === 'no gates'
        ? JSON.stringify(findingsOf(other.out)) === JSON.stringify(findingsOf(plain.out))
        : other.out === plain.out;
    if (other.code !== plain.code || !isSame)
      wrong.push(`${name} says something else (exit codes ${plain.code} and ${other.code})${firstDifference(plain.out, other.out)}`);
  }
  const findings = plain.out === '' ? [] : findingsOf(plain.out);
  const [first] = findings;
  if (first !== undefined) {
    const folder = first.path.split('/').slice(0, -1).join('/') || '.';
    const inFolder = (path: string): boolean => (path.split('/').slice(0, -1).join('/') || '.') === folder;
    const alone = run(dir, '--no-cache', '--', folder);
    const [one, all] = [findingsOf(alone.out), findings.filter(({ path }) => inFolder(path))];
    if (JSON.stringify(one) !== JSON.stringify(all)) wrong.push(`${folder} alone says something else`);
  }
  return { wrong, found: findings.length };
}

function firstDifference(a: string, b: string): string {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, i) => line !== right[i]);
  return `: ${left.slice(at, at + 3).join(' ').slice(0, 300)} | ${right.slice(at, at + 3).join(' ').slice(0, 300)}`;
}

function findingsOf(json: string): readonly { readonly path: string }[] {
  return JSON.parse(json === '' ? '{"findings":[]}' : json).findings;
}
