import { spawnSync } from 'node:child_process';

/** Why tests that ask Go are skipped where `goEnv` knows nothing. */
export const NO_GO = 'Go is not installed';

/** The answer of `go env` for one variable; undefined where Go is not installed. */
export function goEnv(variable: string): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', variable], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return status === 0 ? stdout.trim() : undefined;
}
