import { spawnSync } from 'node:child_process';

/** Runs a program in a folder and says whether it could be run and succeeded: for tests that need git or mkfifo. */
export function runTool(cwd: string, program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { cwd, stdio: 'ignore' }).status === 0;
}
