import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program to be timed as a whole process. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Done in front of each run, and not timed: empties a cache. */
  readonly prepare?: () => void;
  /** A smaller number of runs, for what takes minutes. */
  readonly runs?: number;
}

/** One run: seconds, and mebibytes at the peak. */
export interface Sample {
  readonly wall: number;
  /** User and system time of the process and its children. */
  readonly cpu: number;
  readonly peak: number;
}

/** GNU time, which alone tells the peak of memory. */
const TIME = '/usr/bin/time';

/** Whether processes can be measured on this machine. */
export function canMeasure(): boolean {
  return existsSync(TIME);
}

/**
 * Runs commands in turn, so that what else the machine does hits all of them alike, and gives the median of each
 * figure.
 */
export function measure(commands: readonly Command[], runs: number): ReadonlyMap<string, Sample> {
  const samples = new Map(commands.map(({ name }) => [name, [] as Sample[]]));
  for (let round = 0; round < runs; round++) {
    for (const command of commands) if (round < (command.runs ?? runs)) samples.get(command.name)?.push(once(command));
  }
  return new Map([...samples].map(([name, all]) => [name, medians(all)]));
}

/** The wall time is taken here: GNU time knows it to 10 ms, which is half of an empty Node. */
function once({ program, args, cwd, env, prepare }: Command): Sample {
  prepare?.();
  const folder = mkdtempSync(join(tmpdir(), 'golint-leaks-bench-'));
  const figures = join(folder, 'figures');
  // Where it is set, it costs each Node process up to 100 ms.
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env;
  const start = process.hrtime.bigint();
  const { error } = spawnSync(TIME, ['-o', figures, '-f', '%U %S %M', program, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: 'ignore',
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (error) throw error;
  const [user = 0, system = 0, kilobytes = 0] = (readFileSync(figures, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user + system, peak: kilobytes / 1024 };
}

function medians(samples: readonly Sample[]): Sample {
  return {
    wall: median(samples.map(({ wall }) => wall)),
    cpu: median(samples.map(({ cpu }) => cpu)),
    peak: median(samples.map(({ peak }) => peak)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? 0)) / 2;
}
