/**
 * Times golint-leaks as whole processes, beside what else is installed: `npm run bench -- [folder] [--runs N]
 * [--growth] [--node PATH]…`. Without a folder: the source of the Go toolchain. Prints tables for docs/performance.md.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goFilesBelow } from '../go-files.ts';
import type { Command, Sample } from './measure.ts';
import { canMeasure, measure } from './measure.ts';
import { emptyNode, goSource, others, ours, oursBy, version } from './tools.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    growth: { type: 'boolean', default: false },
    node: { type: 'string', multiple: true, default: [] },
  },
});
const runs = Number(values.runs);
const given = positionals[0] ?? goSource();
/** A short run is measured so often: what disturbs it weighs more. */
const SHORT_RUNS = Math.max(runs, 20);

if (!canMeasure()) console.log('skipped, because /usr/bin/time (GNU time) is not installed');
else if (given === undefined) console.log('skipped, because Go is not installed: name a folder with Go files');
else bench(resolve(given));

function bench(folder: string): void {
  const scratch = mkdtempSync(join(tmpdir(), 'golint-leaks-bench-'));
  try {
    const files = goFilesBelow(folder);
    const megabytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) / 1e6;
    console.log(
      `${folder}: ${files.length} Go files, ${megabytes.toFixed(1)} MB; ${cpus().length} cores, Node ${process.version}; medians of ${runs} runs in turn\n`,
    );
    repository(folder, scratch);
    oneFile(scratch);
    if (values.growth) growth(folder, scratch);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A whole repository: without a cache, with an empty one, with a full one. */
function repository(folder: string, scratch: string): void {
  const cache = join(scratch, 'cache');
  const env = { XDG_CACHE_HOME: cache };
  const everything = `${folder}/...`;
  table('golint-leaks', [
    ours('golint-leaks', [everything], ['--cache', 'off']),
    ...values.node.map((node) => oursBy(node, [everything], ['--cache', 'off'])),
    {
      ...ours('golint-leaks, empty cache', [everything]),
      env,
      prepare: () => rmSync(cache, { recursive: true, force: true }),
    },
    ...others(folder),
  ]);
  table('node -e 0', [{ ...ours('golint-leaks, nothing changed since', [everything]), env }, emptyNode], SHORT_RUNS);
}

/**
 * One staged file among ten, as a hook names it: in a package without a word of a rule, and in one with a finding.
 * Between them the command keeps its code.
 */
function oneFile(scratch: string): void {
  const cache = { XDG_CACHE_HOME: join(scratch, 'code') };
  const plain = packageOf(join(scratch, 'plain'));
  const leaky = packageOf(join(scratch, 'leaky'));
  const leak = join(leaky, 'leak.go');
  writeFileSync(
    leak,
    'package p\n\nimport "time"\n\nfunc leak(done bool) {\n\tt := time.NewTicker(time.Second)\n\tif done {\n\t\treturn\n\t}\n\t<-t.C\n\tt.Stop()\n}\n',
  );
  table('node -e 0', [
    { ...version, env: cache },
    { ...ours('one file, without a candidate', [join(plain, 'f1.go')]), env: cache },
    { ...ours('one file, with a finding', [leak]), env: cache },
    ours('one file, without a candidate, --cache off', [join(plain, 'f1.go')], ['--cache', 'off']),
    ours('one file, with a finding, --cache off', [leak], ['--cache', 'off']),
    emptyNode,
  ], SHORT_RUNS);
}

/** Ten files in a module of their own. */
function packageOf(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'go.mod'), 'module p\n\ngo 1.22\n');
  for (let i = 0; i < 10; i++)
    writeFileSync(
      join(folder, `f${i}.go`),
      `package p\n\nfunc f${i}() int {\n${'\tf(1)\n'.repeat(100)}\treturn ${i}\n}\n`,
    );
  return folder;
}

/** How the cost grows with the input: the same tree a quarter, half, once, twice, four times. */
function growth(folder: string, scratch: string): void {
  const folders = [...new Set(goFilesBelow(folder).map((path) => dirname(path)))];
  const commands = [0.25, 0.5, 1, 2, 4].map((share): Command => {
    const target = join(scratch, `x${share}`);
    for (let copy = 0; copy < Math.ceil(share); copy++) {
      const wanted = folders.filter((_, i) => share >= 1 || i % (1 / share) === 0);
      for (const each of wanted) copyGoFiles(join(folder, each), join(target, String(copy), each));
    }
    return ours(`${share}x`, [`${target}/...`], ['--cache', 'off']);
  });
  table('1x', commands);
}

function copyGoFiles(from: string, to: string): void {
  for (const file of readdirSync(from).filter((name) => name.endsWith('.go'))) cpSync(join(from, file), join(to, file));
}

/** Prints the figures, and how they compare to those of the command that is called `base`. */
function table(base: string, commands: readonly Command[], times = runs): void {
  const figures = measure(commands, times);
  const against = figures.get(base);
  console.log(`| | wall s | CPU s | peak MiB | wall / ${base} | CPU / ${base} |\n|---|---|---|---|---|---|`);
  for (const [name, sample] of figures) console.log(row(name, sample, against));
  console.log();
}

function row(name: string, { wall, cpu, peak }: Sample, against: Sample | undefined): string {
  const ratios = against ? [wall / against.wall, cpu / against.cpu] : [];
  return `| ${[name, wall.toFixed(wall < 1 ? 3 : 2), cpu.toFixed(2), Math.round(peak), ...ratios.map((ratio) => `${ratio.toFixed(2)}x`)].join(' | ')} |`;
}
