/**
 * Feeds the analysis with text that nobody should write: `npm run fuzz -- [--seconds N] [--seed S] [--corpus DIR]
 * [--keep DIR] [--case N]`. First the extremes, then in turn real Go files, changed at random, files of functions of
 * several real ones, and files made by a grammar. A case is named by its number; the same seed over the same corpus
 * gives the same cases. `--case` prints the text of one. `--kill N` kills the built program N times instead, `--trees
 * N` compares runs of it over N hostile trees. Exit code 1 if a promise was broken.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { assetPath } from '../../src/assets.ts';
import { loadParser } from '../../src/syntax/parse/load-parser.ts';
import { goFilesBelow } from '../go-files.ts';
import { checkCase } from './check-case.ts';
import { extremes } from './extremes.ts';
import { generatedFile } from './generate.ts';
import { killRuns } from './kill.ts';
import { mutate } from './mutate.ts';
import { random } from './random.ts';
import { splicedFile } from './splice.ts';
import { compareTrees } from './trees.ts';

/** What all cases are made of. */
interface Source {
  readonly seed: number;
  readonly files: readonly string[];
}

/** What the thread that analyses says: before a case only its number, behind it the rest, too. */
interface Report {
  readonly number: number;
  readonly done: boolean;
  readonly seconds: number;
  readonly complaint: string | undefined;
  /** Bytes. */
  readonly external: number;
}

/** No case may keep silent for longer; a thread that does is ended. */
const PATIENCE_MS = 180_000;

if (isMainThread) await supervise();
else await work(workerData.source, workerData.from);

async function supervise(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string' },
      corpus: { type: 'string' },
      keep: { type: 'string' },
      case: { type: 'string' },
      kill: { type: 'string' },
      trees: { type: 'string' },
    },
  });
  if (values.kill !== undefined) {
    const wrong = await killRuns(Number(values.kill), Number(values.seed ?? 1));
    for (const each of wrong) console.log(each);
    process.exitCode = wrong.length === 0 ? 0 : 1;
    return;
  }
  const corpus = values.corpus ?? goSource() ?? assetPath('rules');
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (values.trees !== undefined) {
    const wrong = compareTrees(Number(values.trees), seed, goFilesBelow(corpus).map((path) => join(corpus, path)));
    for (const each of wrong) console.log(each);
    process.exitCode = wrong.length === 0 ? 0 : 1;
    return;
  }
  const source: Source = { seed, files: goFilesBelow(corpus).map((path) => join(corpus, path)) };
  if (values.case !== undefined) {
    process.stdout.write(caseText(Number(values.case), source));
    return;
  }
  const end = Date.now() + Number(values.seconds) * 1000;
  console.log(`seed ${seed}, ${extremes.length} extremes, then files made of ${source.files.length} in ${corpus}`);
  const broken: string[] = [];
  const seen: Report[] = [];
  for (let from = 0; from !== undefined && Date.now() < end;) {
    const { last, failure } = await runThread(source, from, end, (report) => {
      seen.push(report);
      if (report.complaint !== undefined) broken.push(complain(report.number, report.complaint, source, values.keep));
    });
    if (failure === undefined) break;
    broken.push(complain(last, failure, source, values.keep));
    from = last + 1;
  }
  console.log(summary(seen, broken));
  process.exitCode = broken.length === 0 ? 0 : 1;
}

/** Runs cases until the end of the time, a crash, or silence. */
function runThread(
  source: Source,
  from: number,
  end: number,
  tell: (report: Report) => void,
): Promise<{ readonly last: number; readonly failure?: string }> {
  return new Promise((resolve) => {
    let last = from;
    // As little stack as the main thread of a program has.
    const thread = new Worker(new URL(import.meta.url), {
      workerData: { source, from },
      resourceLimits: { stackSizeMb: 1 },
    });
    const stop = (failure?: string): void => {
      clearTimeout(timer);
      void thread.terminate().then(() => resolve(failure === undefined ? { last } : { last, failure }));
    };
    let timer = setTimeout(() => stop('it never comes back'), PATIENCE_MS);
    thread.on('message', (report: Report) => {
      last = report.number;
      timer.refresh();
      if (!report.done) return;
      tell(report);
      if (Date.now() > end) stop();
    });
    thread.on('error', (error) => stop(`it crashes: ${error instanceof Error ? error.stack : String(error)}`));
  });
}

async function work(source: Source, from: number): Promise<void> {
  const parser = await loadParser();
  for (let number = from; ; number++) {
    const external = process.memoryUsage().external;
    parentPort?.postMessage({ number, done: false, seconds: 0, complaint: undefined, external } satisfies Report);
    const text = caseText(number, source);
    parentPort?.postMessage({ number, done: true, ...checkCase(text, parser), external } satisfies Report);
    if (parser.isBroken()) return;
  }
}

function caseText(number: number, { seed, files }: Source): string {
  const extreme = extremes[number];
  if (extreme) return extreme.text();
  const numbers = random(seed * 1_000_003 + number);
  const real = (): string => readFileSync(files[numbers.below(files.length)] ?? '', 'utf8');
  const makers = [
    () => mutate(real(), numbers),
    () => splicedFile([real(), real(), real()], numbers),
    () => generatedFile(numbers),
  ];
  return (makers[number % makers.length] ?? real)();
}

/** Prints what is wrong and, on wish, keeps the text. */
function complain(number: number, complaint: string, source: Source, keep: string | undefined): string {
  const line = `case ${number} (${extremes[number]?.name ?? 'made file'}): ${complaint}`;
  console.log(line);
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${source.seed}-${number}.go`), caseText(number, source));
  }
  return line;
}

function summary(seen: readonly Report[], broken: readonly string[]): string {
  const changed = seen.filter(({ number }) => number >= extremes.length);
  const slowest = [...changed].sort((a, b) => b.seconds - a.seconds)[0];
  const memory =
    changed.length === 0
      ? ''
      : `; memory outside of the heap ${megabytes(changed[0])} MB after the first and ${megabytes(changed.at(-1))} MB after the last`;
  return `${seen.length} cases, ${broken.length} broken promises; the slowest made file is case ${slowest?.number} with ${slowest?.seconds.toFixed(2)} s${memory}`;
}

function megabytes(report: Report | undefined): number {
  return Math.round((report?.external ?? 0) / 1e6);
}

/** The source of the Go toolchain, where it is installed. */
function goSource(): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', 'GOROOT'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return status === 0 ? join(stdout.trim(), 'src') : undefined;
}
