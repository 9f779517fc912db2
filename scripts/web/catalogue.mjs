// The examples that the playground offers: those of the rules' pages, and the incidents of examples/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { marked } from 'marked';
import { rolldown } from 'rolldown';

const go = '1.22';

/** See src/apps/web/catalogue.ts. */
export async function catalogue() {
  return {
    rules: (await rules()).map(({ id, summary }) => ({ id, summary, examples: examplesIn(readFileSync(`rules/${id}/rule.md`, 'utf8')) })),
    incidents: readdirSync('examples').filter((id) => existsSync(`examples/${id}/leaky`)).map(incident),
  };
}

/** The rules themselves: data, in TypeScript. */
async function rules() {
  const bundle = await rolldown({ input: 'rules/index.ts' });
  const { output: [{ code }] } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).rules;
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

function examplesIn(page) {
  return goBlocks(page).map(({ name, text }) => {
    const [, file] = /^package (\w+)/m.exec(text);
    return { name, module: 'example.com/play', go, files: [{ path: `${file}.go`, text: `${text}\n` }] };
  });
}

function incident(id) {
  const folder = `examples/${id}`;
  const [heading] = readFileSync(`${folder}/README.md`, 'utf8').split('\n');
  const [, module] = /^module (\S+)/m.exec(readFileSync(`${folder}/go.mod`, 'utf8'));
  const [, version] = /^go (\S+)/m.exec(readFileSync(`${folder}/go.mod`, 'utf8'));
  const dump = `${folder}/profiles/plain/goroutine.txt`;
  const files = (name) => readdirSync(`${folder}/${name}`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.go')).sort()
    .map((file) => ({ path: `${name}/${file}`, text: readFileSync(`${folder}/${name}/${file}`, 'utf8') }));
  return {
    id, title: heading.replace(/^# [\w-]+: /, ''),
    examples: ['leaky', 'fixed'].filter((name) => existsSync(`${folder}/${name}`)).map((name) => ({ name, module, go: version, files: files(name) })),
    dump: existsSync(dump) ? readFileSync(dump, 'utf8') : '',
  };
}
