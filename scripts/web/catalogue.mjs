// The examples that the playground offers: those of the rules' pages, and the incidents of examples/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { marked } from 'marked';
import { rolldown } from 'rolldown';

const module = 'example.com/play';
const go = '1.22';

/** See src/apps/web/catalogue.ts. */
export async function catalogue() {
  const { rules, isShown, close } = await analysis();
  const all = {
    rules: rules.map(({ id, summary }) => ({ id, summary, examples: examplesIn(readFileSync(`rules/${id}/rule.md`, 'utf8'), (files) => isShown(id, files)) })),
    incidents: readdirSync('examples').filter((id) => existsSync(`examples/${id}/leaky`)).map(incident),
  };
  close();
  return all;
}

/** The rules, which are data in TypeScript, and what says whether one speaks of files without strict mode. */
async function analysis() {
  const bundle = await rolldown({ input: { analysis: 'src/index.ts' }, platform: 'node', external: ['web-tree-sitter', 'yaml', 'fast-glob'] });
  await bundle.write({ format: 'esm', dir: 'build/analysis', chunkFileNames: '[name].js' });
  await bundle.close();
  const { loadParser, memoryFiles, openWorkspace, rules } = await import(`file://${resolve('build/analysis/analysis.js')}`);
  const parser = await loadParser();
  return {
    rules,
    isShown(rule, files) {
      const texts = files.map(({ path, text }) => [`/play/${path}`, text]);
      const workspace = openWorkspace({ root: '/play', parser, rules, files: memoryFiles(Object.fromEntries([['/play/go.mod', `module ${module}\n\ngo ${go}\n`], ...texts])) });
      return workspace.findings('/play').some((finding) => finding.rule === rule);
    },
    close: () => parser.close(),
  };
}

/** What the page opens with. */
export function firstExample({ rules }) {
  return rules.find(({ id }) => id === 'ticker-not-stopped').examples[0];
}

/** The blocks of Go of a page: `go leaky` and `go clean`; the second of a kind is `leaky-2`. */
export function goBlocks(page) {
  const kinds = new Map();
  return marked.lexer(page).filter(({ type, lang = '' }) => type === 'code' && lang.startsWith('go ')).map(({ lang, text }) => {
    const kind = lang.slice('go '.length);
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    return { name: count === 1 ? kind : `${kind}-${count}`, text };
  });
}

function examplesIn(page, isShown) {
  return goBlocks(page).map(({ name, text }) => {
    const [, file] = /^package (\w+)/m.exec(text);
    const files = [{ path: `${file}.go`, text: `${text}\n` }];
    return { name, module, go, strict: name.startsWith('leaky') && !isShown(files), files };
  });
}

function incident(id) {
  const folder = `examples/${id}`;
  const [heading] = readFileSync(`${folder}/README.md`, 'utf8').split('\n');
  const [, path] = /^module (\S+)/m.exec(readFileSync(`${folder}/go.mod`, 'utf8'));
  const [, version] = /^go (\S+)/m.exec(readFileSync(`${folder}/go.mod`, 'utf8'));
  const dump = `${folder}/profiles/plain/goroutine.txt`;
  const files = (name) => readdirSync(`${folder}/${name}`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.go')).sort()
    .map((file) => ({ path: `${name}/${file}`, text: readFileSync(`${folder}/${name}/${file}`, 'utf8') }));
  return {
    id, title: heading.replace(/^# [\w-]+: /, ''),
    examples: ['leaky', 'fixed'].filter((name) => existsSync(`${folder}/${name}`)).map((name) => ({ name, module: path, go: version, strict: false, files: files(name) })),
    dump: existsSync(dump) ? readFileSync(dump, 'utf8') : '',
  };
}
