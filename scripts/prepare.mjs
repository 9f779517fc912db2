// Builds dist/ in a clone: what npm calls `prepare`.
//
// `npm install --global git+…`, which is also how pre-commit installs a hook of `language: node`, prepares the clone with
// an `npm install` that inherits `global` from its environment: the compiler is then not there
// (https://github.com/npm/cli/issues/8440). So what the build needs is installed here when it is missing:
// as the lock file has it, in this folder, running no script of any package.
// A tree that holds dist/, as that of a release does, is ready: nothing is built in it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const npm = process.env.npm_execpath;

if (spawnSync('git', ['ls-files', '--error-unmatch', 'dist/src/cli.cjs'], { stdio: 'ignore' }).status === 0) process.exit();

if (!existsSync('node_modules/typescript/package.json')) runNpm('ci', '--ignore-scripts', '--global=false', '--include=dev', '--no-audit', '--no-fund');
runNpm('run', 'build', '--global=false');

function runNpm(...args) {
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(program, [...first, ...args], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
