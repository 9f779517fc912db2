import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import { noEditorSettings } from '../../src/apps/lsp/client/settings.ts';
import { openDocuments } from '../../src/apps/lsp/documents/open-documents.ts';
import { document } from '../../src/apps/lsp/documents/document.ts';
import { projects } from '../../src/apps/lsp/projects/projects.ts';
import { message } from '../../src/findings/message.ts';
import { disk } from '../../src/host/node.ts';
import { parser } from '../parse-go.ts';
import { expect } from 'vitest';
import { folder, run } from '../built-program.ts';
import type { Editor } from './client.ts';
import { editorInProcess, uri } from './client.ts';

/** What is shown of a finding: `a/a.go:6:7 warning ticker-not-stopped: …`, lines and columns from 1. */
export type Line = string;

const levels = ['', 'error', 'warning', 'note', 'note'];

/** What an editor is shown of the documents that are open. */
export function shownIn(editor: Editor, dir: string, paths: readonly string[]): readonly Line[] {
  const lines = (path: string): readonly Line[] =>
    (editor.shown.get(uri(join(dir, path)))?.diagnostics ?? []).map((each) => lineOf(path, each));
  return paths.flatMap(lines).toSorted();
}

function lineOf(path: string, { range, severity = 4, code, message: words }: Diagnostic): Line {
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${levels[severity]} ${code}: ${words}`;
}

/** What a workspace says that has just been opened, with these texts in place of those on the disk. */
export async function saidAfresh(dir: string, open: ReadonlyMap<string, string>): Promise<readonly Line[]> {
  const documents = openDocuments(disk);
  for (const [name, text] of open)
    documents.set(document({ uri: '', path: join(dir, name), version: 0, text }, 'utf-16'));
  const all = projects({
    files: documents.files,
    rules,
    openParser: async () => parser,
    settings: async () => noEditorSettings,
  });
  const folders = new Set([...open.keys()].map((name) => dirname(join(dir, name))));
  const found = await Promise.all([...folders].map((each) => all.of(each).findings(each)));
  return found.flatMap(({ findings }) => findings)
    .filter(({ location }) => open.has(location.path))
    .map((finding) => `${finding.location.path}:${finding.location.line}:${finding.location.column} ${finding.level} ${finding.rule}: ${message(finding)}`)
    .toSorted();
}

/** What the command line says of these files, which are on the disk as they are. */
export function saidByProgram(dir: string, open: ReadonlyMap<string, string>): readonly Line[] {
  const {
    findings,
  }: { findings: { path: string; line: number; column: number; level: string; rule: string; message: string }[] } =
    JSON.parse(run(dir, '--format', 'json', '--no-cache', './...').out);
  return findings
    .filter(({ path }) => open.has(path))
    .map(
      ({ path, line, column, level, rule, message: words }) => `${path}:${line}:${column} ${level} ${rule}: ${words}`,
    )
    .toSorted();
}

const module: Readonly<Record<string, string>> = {
  'go.mod': 'module m\n\ngo 1.22\n',
  'store/store.go': 'package store\n\nimport "os"\n\n// Open opens the stock.\nfunc Open() (*os.File, error) { return os.Open("stock.csv") }\n\nfunc Done(f *os.File) { f.Close() }\n\nfunc Look(f *os.File) string { return f.Name() }\n',
  'store/wait.go': 'package store\n\nimport "time"\n\nfunc Wait(done chan struct{}) {\n\tt := time.NewTicker(time.Second)\n\tdefer t.Stop()\n\tfor {\n\t\tselect {\n\t\tcase <-t.C:\n\t\tcase <-done:\n\t\t\treturn\n\t\t}\n\t}\n}\n',
  'report/report.go': 'package report\n\nimport "m/store"\n\nfunc Size() (int64, error) {\n\tf, err := store.Open()\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\tdefer f.Close()\n\tinfo, err := f.Stat()\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\treturn info.Size(), nil\n}\n\nfunc Name() string {\n\tf, err := store.Open()\n\tif err != nil {\n\t\treturn ""\n\t}\n\tname := store.Look(f)\n\tstore.Done(f)\n\treturn name\n}\n\nfunc Peek() string {\n\tf, err := store.Open()\n\tif err != nil {\n\t\treturn ""\n\t}\n\treturn store.Look(f)\n}\n',
  'report/cache.go': 'package report\n\nvar seen = map[string]int{}\n\nfunc See(name string) {\n\tseen[name]++\n}\n\nfunc Forget(name string) { delete(seen, name) }\n',
  'main.go': 'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n\n\t"m/report"\n\t"m/store"\n)\n\nfunc main() {\n\thttp.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {\n\t\treport.See(r.URL.Path)\n\t\tresults := make(chan string)\n\t\tgo func() { results <- report.Name() }()\n\t\tselect {\n\t\tcase name := <-results:\n\t\t\tfmt.Fprintln(w, name)\n\t\tcase <-r.Context().Done():\n\t\t}\n\t})\n\tgo store.Wait(make(chan struct{}))\n\thttp.ListenAndServe(":80", nil)\n}\n',
};

/** Lines that may be put anywhere: what releases, what leaks, what silences, and what breaks the syntax. */
const lines = [
  '\tdefer f.Close()', '\tf.Close()', '\tstore.Done(f)', '\treturn', '\tt := time.NewTicker(time.Second)', '\tdelete(seen, name)', '}', '{', '/*', '`',
  '\tdefer t.Stop()', '// ünï 𝄞', '//nolint:resource-not-closed // known', '//lint:ignore ticker-not-stopped it is meant', '\tstore.Look(f)',
  'func Extra(f *os.File) { f.Close() }', 'import "m/store"', 'func F() { f, _ := store.Open(); _ = f.Name() }',
];

const configurations = [
  '',
  'strict: on\n',
  'rules:\n  resource-not-closed: off\n',
  'notes: on\n',
  'tests: on\n',
  'exclude: [cache.go]\n',
];

/** Numbers that look random and are the same in each run. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A module on the disk that somebody works on, at random. */
export interface Work {
  readonly dir: string;
  /** The documents that are open, by path in the module. */
  readonly open: Map<string, string>;
  /** Does one thing; says what. */
  step(): string;
  /** Writes all documents. */
  save(): void;
}

/** Begins to work with an editor on a new module. */
export function work(editor: Editor, dir: string, seed: number): Work {
  const random = randomly(seed);
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const open = new Map<string, string>();
  const files = new Map(Object.entries(module));
  const undo: (readonly [string, string])[] = [];
  const at = (name: string): string => join(dir, name);
  const tell = (...events: readonly (readonly [string, number])[]): void =>
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: events.map(([name, type]) => ({ uri: uri(at(name)), type })),
    });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
    files.set(name, text);
  };
  const type = (name: string, text: string): void => {
    undo.push([name, open.get(name) ?? '']);
    open.set(name, text);
    editor.type(at(name), text);
  };
  const openOne = (): string => {
    const name = pick([...files.keys()].filter((each) => each.endsWith('.go') && !open.has(each)));
    if (name === undefined) return 'open nothing';
    open.set(name, files.get(name) ?? '');
    editor.open(at(name), files.get(name) ?? '');
    return `open ${name}`;
  };
  const close = (name: string): string => {
    if (open.size < 3) return openOne();
    open.delete(name);
    editor.close(at(name));
    return `close ${name}`;
  };
  const edit = (name: string): string => {
    const all = (open.get(name) ?? '').split('\n');
    const line = random(all.length);
    const kind = random(4);
    if (kind === 0) all.splice(line, 1);
    else if (kind === 1) all.splice(line, 0, pick(lines));
    else if (kind === 2) all.splice(line, 0, all[line] ?? '');
    else all[line] = (all[line] ?? '').slice(0, random((all[line] ?? '').length + 1));
    type(name, all.join('\n'));
    return `edit ${name}:${line + 1}`;
  };
  const restore = (name: string): string => {
    type(name, module[name] ?? module['store/store.go'] ?? '');
    return `restore ${name}`;
  };
  const back = (): string => {
    const [name, text] = undo.pop() ?? [];
    if (name === undefined || text === undefined || !open.has(name)) return restore(pick([...open.keys()]));
    open.set(name, text);
    editor.type(at(name), text);
    return `undo ${name}`;
  };
  const onDisk = (): string => {
    const closed = [...files.keys()].filter((each) => each.endsWith('.go') && !open.has(each));
    const name = pick(closed);
    if (name === undefined) return back();
    const kind = random(4);
    if (kind === 0) {
      const other = name.replace(/\.go$/, `_${random(9)}.go`);
      if (files.has(other)) return back();
      renameSync(at(name), at(other));
      files.set(other, files.get(name) ?? '');
      files.delete(name);
      tell([name, 3], [other, 1]);
      return `rename ${name} ${other}`;
    }
    if (kind === 1 && closed.length > 1) {
      rmSync(at(name));
      files.delete(name);
      tell([name, 3]);
      return `delete ${name}`;
    }
    if (kind === 2) {
      const [lost = ''] = Object.keys(module).filter((each) => !files.has(each));
      if (lost === '') return back();
      write(lost, module[lost] ?? '');
      tell([lost, 1]);
      return `create ${lost}`;
    }
    write(name, `${files.get(name)}\n${pick(lines)}\n`);
    tell([name, 2]);
    return `change ${name}`;
  };
  const configure = (): string => {
    const text = pick(configurations);
    writeFileSync(at('.golint-leaks.yaml'), text);
    tell(['.golint-leaks.yaml', 2]);
    return `configure ${JSON.stringify(text)}`;
  };
  for (const name of ['report/report.go', 'store/store.go', 'main.go']) {
    open.set(name, module[name] ?? '');
    editor.open(at(name), module[name] ?? '');
  }
  return {
    dir, open,
    step() {
      const kind = random(20);
      const name = pick([...open.keys()]);
      if (kind < 9) return edit(name);
      if (kind < 12) return back();
      if (kind < 15) return restore(name);
      if (kind < 16) return openOne();
      if (kind < 17) return close(name);
      return kind < 19 ? onDisk() : configure();
    },
    save() {
      for (const [name, text] of open) write(name, text);
      tell(...[...open.keys()].map((name) => [name, 2] as const));
    },
  };
}

/** The module as it is at the start, on the disk. */
export function newModule(): string {
  return folder(module);
}

/**
 * Works at random, and asks after each step whether what is shown is what a new workspace says, and at times what the
 * command line says.
 */
export async function workAtRandom(seed: number, steps: number, asksProgram: (step: number) => boolean): Promise<void> {
  const dir = newModule();
  const editor = await editorInProcess({
    folders: [dir],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  const { open, step, save } = work(editor, dir, seed);
  const done: string[] = [];
  let seen = 0;
  for (let count = 1; count <= steps; count++) {
    done.push(step());
    await editor.idle();
    const said = await saidAfresh(dir, open);
    seen += said.length;
    expect(shownIn(editor, dir, [...open.keys()]), `seed ${seed}: ${done.slice(-8).join('; ')}`).toEqual(said);
    if (!asksProgram(count)) continue;
    save();
    await editor.idle();
    expect(shownIn(editor, dir, [...open.keys()]), `seed ${seed}, step ${count}`).toEqual(saidByProgram(dir, open));
  }
  // Otherwise it would be silence that is compared.
  expect(seen).toBeGreaterThan(steps / 5);
  await editor.end();
}
