import { spawnSync } from 'node:child_process';

/** What came of a command. */
export interface Outcome {
  readonly ok: boolean;
  readonly stdout: string;
  /** Everything it printed, for the reader of a failure. */
  readonly text: string;
}

/**
 * The experiment that makes Go 1.26 look for goroutines which nothing can wake; later versions may need it no longer.
 */
const LEAK_PROFILE = 'goroutineleakprofile';

/**
 * A hung program fails after that time, in milliseconds; an empty build cache means that the standard library is built
 * first.
 */
const TIMEOUT = 600_000;

/** Neither a workspace around the checkout nor another toolchain may decide the result. */
const environment = { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: 'off' };

/** Whether `go` is there. */
export function hasGo(): boolean {
  return run('go', ['version'], '.').ok;
}

/** Whether the toolchain has the goroutine-leak profile. */
export function hasLeakProfile(): boolean {
  return spawnSync('go', ['env', 'GOEXPERIMENT'], { env: { ...environment, GOEXPERIMENT: LEAK_PROFILE } }).status === 0
    && run('go', ['list', 'runtime/pprof'], '.', { GOEXPERIMENT: LEAK_PROFILE }).ok;
}

/** The settings with which programs are built, so that they can tell what the toolchain can. */
export function experiment(leakProfile: boolean): Readonly<Record<string, string>> {
  return leakProfile ? { GOEXPERIMENT: LEAK_PROFILE } : {};
}

/** Runs a command in a folder. */
export function run(
  command: string,
  args: readonly string[],
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, ...more },
    timeout: TIMEOUT,
    maxBuffer: 1 << 28,
  });
  if (error) return { ok: false, stdout: '', text: `${command}: ${error.message}` };
  return { ok: status === 0, stdout, text: `${stdout}${stderr}` };
}
