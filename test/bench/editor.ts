// What an edit costs an editor: CPU time from a key to the diagnostics of the text, median and 99th percentile, in
// packages of a module and in a generated one of 100,000 lines; and what memory is left after many edits.
//   node --expose-gc build/test/bench/editor.js FOLDER [EDITS]
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-languageserver/node';
import {
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { serve } from '../../src/apps/lsp/server.ts';
import { stayLong } from '../../src/apps/lsp/start-server.ts';

const [root = '.', edits = '10000'] = process.argv.slice(2);

interface Bench {
  readonly client: MessageConnection;
  readonly idle: () => Promise<void>;
}

async function begin(dir: string): Promise<Bench> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
  const { idle } = serve(server, { rules, version: '0', pause: 0 });
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(dir).href, name: 'x' }],
  });
  await client.sendNotification('initialized', {});
  const ask = (): Promise<unknown> =>
    client.sendRequest('textDocument/hover', { textDocument: { uri: 'none:' }, position: { line: 0, character: 0 } });
  return { client, idle: async () => { await ask(); await idle(); } };
}

/** An open document, in which a line comes and goes. */
class Typist {
  readonly #uri: string;
  readonly #lines: readonly string[];
  readonly #bench: Bench;
  #version = 1;

  constructor(path: string, bench: Bench) {
    this.#uri = pathToFileURL(path).href;
    this.#lines = readFileSync(path, 'utf8').split('\n');
    this.#bench = bench;
  }

  async open(): Promise<number> {
    return this.#cpu('textDocument/didOpen', {
      textDocument: { uri: this.#uri, languageId: 'go', version: 1, text: this.#lines.join('\n') },
    });
  }

  async close(): Promise<void> {
    await this.#cpu('textDocument/didClose', { textDocument: { uri: this.#uri } });
  }

  /** Types a line somewhere in a function, or takes it away again; gives milliseconds of CPU. */
  async type(count: number): Promise<number> {
    const line = (Math.floor(count / 2) * 7919) % this.#lines.length;
    const [from, to] = [{ line, character: 0 }, { line: line + 1, character: 0 }];
    const change =
      count % 2 === 0
        ? { range: { start: from, end: from }, text: `\t_ = ${count}\n` }
        : { range: { start: from, end: to }, text: '' };
    return this.#cpu('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [change],
    });
  }

  async #cpu(method: string, params: object): Promise<number> {
    const before = process.cpuUsage();
    await this.#bench.client.sendNotification(method, params);
    await this.#bench.idle();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
}

function goFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go') && !/(?:^|\/)(?:vendor|testdata)\//.test(name))
    .map((name) => join(dir, name))
    .sort();
}

function told(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  console.log(`${what}: ${sorted.length} edits, median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms of CPU`);
}

function memory(): { readonly rss: number; readonly heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: Math.round(rss / 2 ** 20), heap: Math.round(heapUsed / 2 ** 20) };
}

/** Edits in files of packages of ordinary size, all over the module; each file is open for a while. */
async function ordinary(dir: string, count: number): Promise<void> {
  const bench = await begin(dir);
  const sizes = new Map<string, number>();
  for (const path of goFiles(dir)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    sizes.set(folder, (sizes.get(folder) ?? 0) + readFileSync(path, 'utf8').split('\n').length);
  }
  const files = goFiles(dir).filter((path) => (sizes.get(path.slice(0, path.lastIndexOf('/'))) ?? 0) <= 20_000);
  const [times, first]: [number[], number[]] = [[], []];
  for (let done = 0; done < count;) {
    const path = files[(done * 31) % files.length] ?? '';
    const typist = new Typist(path, bench);
    first.push(await typist.open());
    for (let each = 0; each < 20 && done < count; each++, done++) {
      times.push(await typist.type(each));
      if (done + 1 === 100 || done + 1 === count) console.log(`after ${done + 1} edits`, memory());
    }
    await typist.close();
  }
  told('first look at a package', first);
  told('packages of up to 20,000 lines', times);
}

async function large(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'golint-leaks-bench-'));
  writeFileSync(join(dir, 'go.mod'), 'module m\n\ngo 1.22\n');
  mkdirSync(join(dir, 'big'));
  for (let file = 0; file < 200; file++) {
    const functions = Array.from({ length: 20 }, (_, index) =>
      (index % 4 === 0 ? loader : counter)(`${file}x${index}`),
    );
    writeFileSync(
      join(dir, 'big', `f${file}.go`),
      `package big\n\nimport (\n\t"fmt"\n\t"os"\n)\n\n${functions.join('\n')}`,
    );
  }
  const bench = await begin(dir);
  const typist = new Typist(join(dir, 'big', 'f100.go'), bench);
  console.log(`100,000 lines: first look ${(await typist.open()).toFixed(0)} ms of CPU`);
  const times: number[] = [];
  for (let each = 0; each < 40; each++) times.push(await typist.type(each));
  told('a package of 100,000 lines', times);
  rmSync(dir, { recursive: true });
}

/** 25 lines that only reckon, as most do. */
function counter(name: string): string {
  return `// Count${name} says how often each word is there, from the first to the last.
func Count${name}(words []string, least int) (map[string]int, error) {
	counts := map[string]int{}
	for index, word := range words {
		if word == "" {
			return nil, fmt.Errorf("word %d is empty", index)
		}
		counts[word]++
	}
	most := 0
	for _, count := range counts {
		if count > most {
			most = count
		}
	}
	if most < least {
		return nil, fmt.Errorf("%d is less than %d", most, least)
	}
	for word, count := range counts {
		if count < least {
			delete(counts, word)
		}
	}
	return counts, nil
}
`;
}

/** 25 lines with a file, a channel and goroutines. */
function loader(name: string): string {
  return `// Load${name} reads the entries of a file.
func Load${name}(path string, most int) (map[string]int, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer file.Close()
	entries := map[string]int{}
	results := make(chan int, most)
	for index := 0; index < most; index++ {
		go func() { results <- index }()
	}
	for index := 0; index < most; index++ {
		key := fmt.Sprint(<-results)
		entries[key]++
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("nothing in %s", path)
	}
	if _, found := entries["0"]; found {
		delete(entries, "0")
	}
	return entries, nil
}
`;
}

stayLong();
await ordinary(resolve(root), Number(edits));
await large();
process.exit(0);
