// Builds dist/: declarations by the compiler; programs in as few files as can be, and in the older format of modules,
// since each file and each module that is loaded costs start-up time. What is seldom needed stays in files of its own, and
// packages are not bundled.
import { rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { rolldown } from 'rolldown';

rmSync('dist', { recursive: true, force: true });

const { status, error } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);

const isPackage = /^[a-z@][^:]*$/;
// The other commands need yargs, which is an ES module, and so are they.
const otherCommands = /command-line\.ts$/;

await write({ input: { cli: 'src/cli.ts', helper: 'src/parallel/helper.ts' }, external: [isPackage, otherCommands] },
  { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs', paths: (id) => (otherCommands.test(id) ? './command-line.js' : id) });
await write({ input: { 'command-line': 'src/command-line.ts', index: 'src/index.ts' }, external: [isPackage] },
  { format: 'esm', chunkFileNames: '[name]-[hash].js' });

async function write(input, output) {
  const bundle = await rolldown({ ...input, platform: 'node' });
  await bundle.write({ ...output, dir: 'dist/src' });
  await bundle.close();
}
