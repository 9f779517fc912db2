import { spawnSync } from 'node:child_process';

/** The answer of `go env` for one variable; undefined, with one line that says so, where Go is not installed. */
export function goEnv(variable: string, what: string): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', variable], { encoding: 'utf8', env: { ...process.env, GOTOOLCHAIN: 'local' } });
  if (status === 0) return stdout.trim();
  process.stderr.write(`skipped, because Go is not installed: ${what}\n`);
  return undefined;
}
