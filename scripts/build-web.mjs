// Builds build/web/: the playground, static files that any server can give out. Nothing of them is asked from elsewhere.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { rolldown } from 'rolldown';
import { catalogue, firstExample } from './web/catalogue.mjs';
import { licensesOf, packageFolders } from './licenses.mjs';
import { ruleHtml, rulesHtml } from './web/rule-pages.mjs';

const out = 'build/web';
const { status, error } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json'], { stdio: 'inherit' });
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);

rmSync(out, { recursive: true, force: true });
mkdirSync(`${out}/rules`, { recursive: true });

const all = await catalogue();
const built = {
  catalogue: { catalogue: all },
  'rule-pages': { pages: Object.fromEntries(all.rules.map(({ id }) => [id, readFileSync(`rules/${id}/rule.md`, 'utf8')])) },
  version: { version: JSON.parse(readFileSync('package.json', 'utf8')).version },
  'first-example': { firstExample: firstExample(all) },
};

const bundled = new Set();
// Each a program of its own: what both need is small.
for (const [name, input] of Object.entries({ page: 'src/apps/web/page/main.ts', worker: 'src/apps/web/worker/worker.ts' })) {
  const bundle = await rolldown({
    input: { [name]: input }, platform: 'browser', plugins: [builtModules()],
    // The parser's runtime asks whether it runs in Node, and would load modules of it.
    transform: { define: { process: 'undefined', 'globalThis.process': 'undefined' } },
    onLog: (level, log, print) => log.code === 'EVAL' || print(level, log), // of the runtime, for wasm that we do not have
  });
  const { output } = await bundle.write({ dir: out, format: 'esm', minify: true, entryFileNames: '[name].js', chunkFileNames: `${name}-[name].js` });
  for (const chunk of output) for (const folder of packageFolders(chunk.moduleIds ?? [])) bundled.add(folder);
  await bundle.close();
}

for (const name of ['index.html', 'style.css', 'icon.svg']) copyFileSync(`web/${name}`, `${out}/${name}`);
copyFileSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', `${out}/web-tree-sitter.wasm`);
copyFileSync('grammars/tree-sitter-go.wasm', `${out}/tree-sitter-go.wasm`);
writeFileSync(`${out}/rules/index.html`, rulesHtml(all.rules));
for (const rule of all.rules) writeFileSync(`${out}/rules/${rule.id}.html`, ruleHtml(rule, readFileSync(`rules/${rule.id}/rule.md`, 'utf8')));
writeFileSync(`${out}/LICENSES.txt`, licensesOf([...bundled].sort()));

/** The modules that are data. */
function builtModules() {
  return {
    name: 'built',
    resolveId: (id) => (id.startsWith('built:') ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith('\0built:')) return null;
      const values = built[id.slice('\0built:'.length)];
      return Object.entries(values).map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`).join('\n');
    },
  };
}
