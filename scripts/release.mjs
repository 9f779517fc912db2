// Makes the tarball of a release, with what is committed and nothing else: `npm run release -- [FOLDER]` (default: release).
// Beside it stands its SHA-256, in the form that `sha256sum --check` reads.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const [folder = 'release'] = process.argv.slice(2);

const changed = output('git', 'status', '--porcelain').trim();
if (changed !== '') fail(`there are changes that are not committed; commit them, or take them back:\n${changed}`);

output(process.execPath, 'scripts/build.mjs');
mkdirSync(folder, { recursive: true });
// The build has just been made: prepare need not make it again.
const [{ filename }] = JSON.parse(output('npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder));
const sum = createHash('sha256').update(readFileSync(join(folder, filename))).digest('hex');
writeFileSync(join(folder, `${filename}.sha256`), `${sum}  ${filename}\n`);
process.stdout.write(`${join(folder, filename)}\n`);

function output(program, ...args) {
  const { status, stdout, error } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (error) fail(`${program} cannot be started (${error.message})`);
  if (status !== 0) fail(`${program} ${args[0]} ended with exit code ${status}`);
  return stdout;
}

function fail(sentence) {
  process.stderr.write(`release: ${sentence}\n`);
  process.exit(1);
}
