import type { Worker } from 'node:worker_threads';
import type { FolderOutcome } from './folder/analyze-folder.ts';
import type { Analysis } from './analyze.ts';
import type { FolderResults } from './cache/folder-results.ts';
import { remembered } from './cache/folder-results.ts';
import type { SettingsFinder } from './config/settings-finder.ts';
import type { Complaint, Discovery } from './discover/discovery.ts';
import { orderFindings } from './findings/order.ts';
import type { MendedFile } from './fix/mend-package.ts';
import { folderAnalyzer } from './folder/folder-analyzer.ts';
import type { FolderChoice, NotesMode } from './folder/folder-choice.ts';
import { chosenRules } from './folder/folder-choice.ts';
import type { FileSystem } from './host/file-system.ts';
import { disk } from './host/node.ts';
import type { RunOptions } from './run-options.ts';
import type { HelperData } from './parallel/helper.ts';
import { analyzeAll } from './parallel/pool.ts';
import { readFolder } from './discover/packages.ts';
import type { Rule } from './engines/kinds.ts';
import type { Level } from './spec.ts';
import type { Stopwatch } from './stopwatch.ts';
import { idleStopwatch } from './stopwatch.ts';

/** All that one run brought to light. */
export interface Outcome extends Analysis {
  /** What is wrong with the patterns, and what could not be read. */
  readonly complaints: readonly Complaint[];
  /** What else is to be said, a sentence each. */
  readonly notices: readonly string[];
  /** How many packages and files were looked at. */
  readonly packages: number;
  readonly files: number;
  /** How many files the configuration leaves out. */
  readonly excluded: number;
  /** The rules that could run somewhere: the chosen ones, and those of configuration files. */
  readonly rules: readonly Rule[];
  /** What was looked for, and where. */
  readonly looked: readonly Looked[];
  /** How many findings were taken out because they are old, and why: `3 in the baseline`. */
  readonly old: readonly string[];
  /** What the baseline lists and is no longer there, by rule; a rule may come several times. */
  readonly gone: readonly { readonly rule: string; readonly count: number }[];
  /** The files that were mended, or with `--diff` would be. */
  readonly mended: readonly MendedFile[];
}

/** Files on which findings were wanted, and which. */
export interface Looked {
  readonly files: readonly string[];
  readonly rules: readonly Rule[];
  /** Whether findings of medium confidence were wanted too. */
  readonly strict: boolean;
  /** How notes on these files are shown. */
  readonly notes: NotesMode;
  /** The level from which findings in them make the run fail. */
  readonly failOn: Level | 'never';
}

/** What a run asks for from outside. */
export interface Surroundings {
  /** All rules that are built in. */
  readonly rules: readonly Rule[];
  /** What the configuration says for a folder. */
  readonly settings: SettingsFinder;
  /** The working directory, absolute. */
  readonly cwd: string;
  /** Told before each folder how many are done, of how many. */
  readonly progress: (done: number, all: number) => void;
  /** What is known from earlier runs; undefined where nothing is to be kept. */
  readonly results: FolderResults | undefined;
  /** How many threads may help, and what starts one. */
  readonly helpers: number;
  readonly startHelper: (data: HelperData) => Worker;
  /** What is read: the disk, or a view of it, which no helper sees. */
  readonly files: FileSystem;
  /** Finds what is to be looked at. */
  readonly discover: () => Promise<Discovery>;
  /** Measures what takes how long. */
  readonly stopwatch: Stopwatch;
}

/** Fewer folders than this hold less than a megabyte to parse. */
const SHORT = 16;

/** With so many folders memory is worth more than time. */
const LONG = 512;

/**
 * Characters that one thread reads alone. A helper needs some 50 ms of another core before it is of any use; on two
 * cores, this much Go is read in 100 to 200 ms.
 */
const BREAK_EVEN = 4_000_000;

/** The whole pipeline: find the folders, take what is known of them, analyse the others, bring it all together. */
export async function run(options: RunOptions, surroundings: Surroundings): Promise<Outcome> {
  const { rules, settings, cwd, progress, results, helpers, startHelper, stopwatch, files, discover } = surroundings;
  const { folders, complaints } = await stopwatch.measure('find folders', () => discover());
  const analyzer = folderAnalyzer(options, rules, settings, cwd, folders.length < SHORT, { stopwatch, files });
  const choices: FolderChoice[] = [];
  for (const folder of folders) choices.push(await stopwatch.measure('read settings', () => analyzer.choice(folder)));
  const outcomes = await remembered(folders, choices, results, (unknown) => {
    const work = (): Promise<readonly FolderOutcome[]> =>
      analyzeAll(unknown, {
        analyze: analyzer.analyze,
        isBroken: analyzer.isBroken,
        startHelper: (task) => startHelper({ options, cwd, task }),
        progress,
        ...(files !== disk || options.timings
          ? { helpers: 0, breakEven: 0 }
          : options.threads === undefined
            ? { helpers, breakEven: BREAK_EVEN }
            : { helpers: options.threads - 1, breakEven: 0 }),
      });
    return unknown.length < LONG ? work() : inTightHeap(work);
  });
  analyzer.close();
  return {
    ...combined(outcomes, choices),
    complaints: [...complaints, ...outcomes.flatMap((each) => each.complaints)],
    rules: [...new Set([...chosenRules(rules, options), ...choices.flatMap((choice) => choice.rules.rules)])],
    old: [],
    gone: [],
  };
}

/** The files in which findings would be reported, as they are shown, in order; and what is wrong with the patterns. */
export async function listFiles(
  options: RunOptions, { rules, settings, cwd, files: read, discover }: Surroundings,
): Promise<Pick<Outcome, 'complaints' | 'notices'> & { readonly files: readonly string[] }> {
  const { folders, complaints } = await discover();
  const analyzer = folderAnalyzer(options, rules, settings, cwd, true, { stopwatch: idleStopwatch, files: read });
  const files: string[] = [];
  const notices: string[] = [];
  const said = [...complaints];
  for (const folder of folders) {
    const { go, files: choice } = await analyzer.choice(folder);
    const contents = readFolder(folder, go, cwd, read, choice);
    files.push(
      ...contents.packages.flatMap((each) => each.files.filter(({ report }) => report).map(({ path }) => path)),
    );
    said.push(...contents.complaints);
    notices.push(...aboutTests(contents.tests));
  }
  return { files, complaints: said, notices };
}

/** Loaded only where it is asked for: what sets V8's flags takes as long to load as fifty folders to look up. */
async function inTightHeap<Result>(work: () => Promise<Result>): Promise<Result> {
  const { withTightHeap } = await import('./parallel/tight-heap.ts');
  return withTightHeap(work);
}

function combined(
  outcomes: readonly FolderOutcome[],
  choices: readonly FolderChoice[],
): Omit<Outcome, 'complaints' | 'rules' | 'old' | 'gone'> {
  const analyses = outcomes.flatMap((each) => each.analyses);
  return {
    findings: orderFindings(analyses.flatMap((each) => each.findings)),
    suppressed: analyses.flatMap((each) => each.suppressed),
    // A package is read once more with its tests.
    unread: [...new Map(analyses.flatMap((each) => each.unread).map((each) => [each.path, each])).values()],
    failures: analyses.flatMap((each) => each.failures),
    notices: [...outcomes.flatMap((each) => each.notices), ...aboutTests(outcomes.flatMap((each) => each.tests))],
    packages: sum(outcomes.map((each) => each.packages)),
    files: sum(outcomes.map((each) => each.files)),
    excluded: sum(outcomes.map((each) => each.excluded)),
    acquired: [...new Set(analyses.flatMap((each) => each.acquired))],
    mended: outcomes.flatMap((each) => each.mended),
    looked: outcomes.flatMap(({ wanted }, i) => lookedAt(wanted, choices[i])),
  };
}

function lookedAt(files: readonly string[], choice: FolderChoice | undefined): readonly Looked[] {
  return choice && files.length > 0
    ? [{ files, rules: choice.rules.rules, strict: choice.strict, notes: choice.notes, failOn: choice.failOn }]
    : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** A hook names all that is staged, so many tests are said in one line. */
function aboutTests([first, ...more]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  if (more.length === 0) return [`${first}: findings in test files are off; it is left out`];
  return [`${first} and ${more.length} more: findings in test files are off; they are left out`];
}
