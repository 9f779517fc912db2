// Builds dist/: declarations by the compiler; programs in as few files as can be, and in the older format of modules,
// since each file and each module that is loaded costs start-up time. What is seldom needed stays in files of its own.
// The command holds the packages it uses, so that nothing else has to be installed for it.
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { rolldown } from 'rolldown';
import { licensesOf, packageFolders } from './licenses.mjs';

rmSync('dist', { recursive: true, force: true });

const { status, error } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);

const runtime = 'web-tree-sitter';
/** The folders of the packages in the command. */
const bundled = new Set();

/** The large files of the command, in order: what these sources import and no earlier one holds, but not what they load later. */
const parts = {
  program: ['src/apps/cli/main.ts', 'src/report/text/text.ts'],
  analysis: ['src/analyze.ts', 'src/folder/open-parser.ts', 'src/workspace/surroundings.ts'],
};

await write(
  {
    input: { main: 'src/apps/cli/main.ts', helper: 'src/parallel/helper.ts' },
    // Their usual entries ask for parts of Node in ways that take longer.
    resolve: { alias: {
      [runtime]: resolve(`node_modules/${runtime}/${runtime}.cjs`), 'yargs-parser': resolve('node_modules/yargs-parser/browser.js'),
    } },
    // Of yargs only the parser is used: the terminal that the rest of it asks stays unasked, and the streams closed.
    treeshake: { moduleSideEffects: [{ test: /\/yargs\/lib\/platform-shims\//, sideEffects: false }] },
    onLog: (level, log, print) => log.code === 'EVAL' || print(level, log), // of the runtime, for wasm that we do not have
  },
  {
    format: 'cjs', minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs',
    codeSplitting: {
      groups: Object.entries(parts).map(([part, sources], index) => ({
        debugName: part, priority: 10 - index,
        name: (id, context) => (sources.some((source) => imported(resolve(source), context).has(id)) ? part : null),
      })),
    },
  },
);
writeFileSync('dist/src/LICENSES', licensesOf([...bundled].sort()));
copyFileSync(`node_modules/${runtime}/${runtime}.wasm`, `dist/src/${runtime}.wasm`);
// Who uses the API has no package of that name: its declarations come along.
copyFileSync(`node_modules/${runtime}/${runtime}.d.ts`, `dist/src/syntax/${runtime}.d.ts`);
for (const file of readdirSync('dist/src/syntax').filter((name) => name.endsWith('.d.ts') && name !== `${runtime}.d.ts`)) {
  const path = `dist/src/syntax/${file}`;
  const text = readFileSync(path, 'utf8');
  if (text.includes(`'${runtime}'`)) writeFileSync(path, `/// <reference path="./${runtime}.d.ts" />\n${text}`);
}
for (const file of commandFiles()) {
  const code = readFileSync(file, 'utf8');
  // The runtime has one, for files that it is asked to read itself.
  if (/\bimport\(`(?!fs\/promises`)/.test(code)) throw new Error(`${file}: import() does not work in code that is kept; use createRequire`);
  writeFileSync(file, asciiOnly(code));
}
const build = digest([...commandFiles(), `dist/src/${runtime}.wasm`, 'grammars/tree-sitter-go.wasm']);
await write(
  { input: { cli: 'src/apps/cli/cli.ts' }, transform: { define: { BUILD: JSON.stringify(build) } } },
  { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
);
await write({ input: { index: 'src/index.ts' }, onLog: (level, log, print) => log.code === 'EVAL' || print(level, log) }, { format: 'esm', chunkFileNames: '[name]-[hash].js' });

async function write(input, output) {
  const bundle = await rolldown({ ...input, platform: 'node' });
  const { output: chunks } = await bundle.write({ ...output, dir: 'dist/src' });
  for (const folder of packageFolders(chunks.flatMap((chunk) => chunk.moduleIds ?? []))) bundled.add(folder);
  await bundle.close();
}

function imported(source, context, known = new Set()) {
  if (known.has(source)) return known;
  known.add(source);
  for (const id of context.getModuleInfo(source)?.importedIds ?? []) imported(id, context, known);
  return known;
}

function commandFiles() {
  return readdirSync('dist/src').filter((name) => name.endsWith('.cjs')).sort().map((name) => `dist/src/${name}`);
}

/** Other characters stand in strings and patterns only: they are escaped there, since V8 is slower with a text that has any. */
function asciiOnly(code) {
  return code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Changes with each of the files. */
function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
