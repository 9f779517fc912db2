import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { folder, goMod, leakyFile, write } from '../built-program.ts';
import type { Editor } from './client.ts';
import { editorInProcess, uri } from './client.ts';

const leaky = leakyFile('F');
const clean = leaky.replace('\tfor {', '\tdefer t.Stop()\n\tfor {');

/** `5 ticker-not-stopped`, lines from 0. */
function told(diagnostics: readonly Diagnostic[] = []): readonly string[] {
  return diagnostics.map(({ code, range }) => `${range.start.line} ${code}`);
}

function changed(editor: Editor, ...events: readonly (readonly [path: string, type: 1 | 2 | 3])[]): void {
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: events.map(([path, type]) => ({ uri: uri(path), type })),
  });
}

test('a document is shown its findings as it is opened, edited, undone and closed', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': clean });
  const [path, editor] = [join(dir, 'a.go'), await editorInProcess({ folders: [dir] })];
  editor.open(path, clean);
  expect(await editor.settled(path)).toEqual([]);
  editor.type(path, leaky);
  expect(told(await editor.settled(path))).toEqual(['5 ticker-not-stopped']);
  editor.type(path, clean);
  expect(await editor.settled(path)).toEqual([]);
  editor.type(path, `// Package p.\n${leaky}`);
  expect(told(await editor.settled(path))).toEqual(['6 ticker-not-stopped']);
  editor.close(path);
  await editor.idle();
  expect(editor.shown.get(uri(path))).toEqual({ version: undefined, diagnostics: [] });
  await editor.end();
});

test('a diagnostic has severity, code, link and the way of the leak, where the editor knows them', async () => {
  const text = 'package p\n\nimport "os"\n\nfunc Size(name string, strict bool) (int64, error) {\n\tf, err := os.Open(name)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\tif strict {\n\t\treturn 0, nil\n\t}\n\tinfo, err := f.Stat()\n\tf.Close()\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\treturn info.Size(), nil\n}\n';
  const dir = folder({ 'go.mod': goMod, 'a.go': text });
  const publishDiagnostics = {
    relatedInformation: true,
    codeDescriptionSupport: true,
    tagSupport: { valueSet: [1 as const] },
  };
  const [path, editor] = [
    join(dir, 'a.go'),
    await editorInProcess({ folders: [dir], capabilities: { textDocument: { publishDiagnostics } } }),
  ];
  editor.open(path, text);
  const [found] = await editor.settled(path);
  expect(found).toMatchObject({
    range: { start: { line: 5, character: 11 }, end: { line: 5, character: 24 } },
    severity: 2,
    source: 'golint-leaks',
    code: 'resource-not-closed',
    codeDescription: { href: expect.stringMatching(/^https:.*\/resource-not-closed\/rule\.md$/) as string },
  });
  expect(found?.message).toMatch(/^file "f" from os\.Open is not closed/);
  expect(found?.relatedInformation?.map(({ location, message }) => `${location.range.start.line} ${message}`)).toEqual([
    '9 by way of strict', '10 the function is left here',
  ]);
  editor.type(path, text.replace('\tf, err', '\t//lint:ignore ticker-not-stopped none is here\n\tf, err'));
  expect((await editor.settled(path)).find(({ code }) => code === 'unused-suppression')).toMatchObject({
    severity: 4,
    tags: [1],
  });
  await editor.end();
});

test('what another document says, of the package or of another one, changes what is shown', async () => {
  const helper = 'package b\n\nimport "os"\n\nfunc Done(f *os.File) { _ = f.Name() }\n';
  const user = 'package a\n\nimport (\n\t"os"\n\n\t"m/b"\n)\n\nfunc F() string {\n\tf, _ := os.Open("x")\n\tb.Done(f)\n\treturn done(f)\n}\n';
  const sibling = 'package a\n\nimport "os"\n\nfunc done(f *os.File) string { return f.Name() }\n';
  const dir = folder({ 'go.mod': goMod, 'a/a.go': user, 'a/s.go': sibling, 'b/b.go': helper });
  const [a, s, b] = [join(dir, 'a/a.go'), join(dir, 'a/s.go'), join(dir, 'b/b.go')];
  const editor = await editorInProcess({ folders: [dir] });
  for (const [path, text] of [[a, user], [s, sibling], [b, helper]] as const) editor.open(path, text);
  await editor.idle();
  const shown = (): readonly string[] => told(editor.shown.get(uri(a))?.diagnostics);
  expect(shown()).toEqual(['9 resource-not-closed']);
  editor.type(b, helper.replace('_ = f.Name()', 'f.Close()'));
  await editor.idle();
  expect(shown()).toEqual([]);
  editor.type(b, helper);
  editor.type(s, sibling.replace('{ return', '{ f.Close(); return'));
  await editor.idle();
  expect(shown()).toEqual([]);
  editor.close(s);
  await editor.idle();
  expect(shown()).toEqual(['9 resource-not-closed']);
  await editor.end();
});

test('files that come, change, are renamed and go on the disk are told by the editor', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leaky, 'b.go': 'package p\n' });
  const [a, b, c] = [join(dir, 'a.go'), join(dir, 'b.go'), join(dir, 'c.go')];
  const done = 'package p\n\nimport "os"\n\nfunc done(f *os.File) string { f.Close(); return f.Name() }\n';
  const editor = await editorInProcess({
    folders: [dir],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  const user = 'package p\n\nimport "os"\n\nfunc F() string {\n\tf, _ := os.Open("x")\n\treturn done(f)\n}\n';
  editor.open(a, user);
  const shown = async (): Promise<readonly string[]> => {
    await editor.idle();
    return told(editor.shown.get(uri(a))?.diagnostics);
  };
  const before = await shown();
  writeFileSync(b, done.replace('f.Close(); ', ''));
  changed(editor, [b, 2]);
  expect(await shown()).toEqual(['5 resource-not-closed']);
  writeFileSync(b, done);
  changed(editor, [b, 2]);
  expect(await shown()).toEqual([]);
  renameSync(b, c);
  changed(editor, [b, 3], [c, 1]);
  expect(await shown()).toEqual([]);
  rmSync(c);
  changed(editor, [c, 3]);
  expect(await shown()).toEqual(before);
  expect(JSON.stringify(editor.heard)).toContain('**/*.go');
  await editor.end();
});

test('a configuration file and settings of the editor count; what is wrong with them is said once, and what was shown stays', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leaky });
  const path = join(dir, 'a.go');
  const editor = await editorInProcess({ folders: [dir] });
  editor.open(path, leaky);
  await editor.idle();
  const shown = async (): Promise<readonly string[]> => {
    await editor.idle();
    return told(editor.shown.get(uri(path))?.diagnostics);
  };
  const config = (text: string): void => {
    write(dir, { '.golint-leaks.yaml': text });
    changed(editor, [join(dir, '.golint-leaks.yaml'), 2]);
  };
  config('rules:\n  ticker-not-stopped: off\n');
  expect(await shown()).toEqual([]);
  config('rules:\n  ticker-not-stopped: error\n');
  expect(await shown()).toEqual(['5 ticker-not-stopped']);
  expect(editor.shown.get(uri(path))?.diagnostics[0]?.severity).toBe(1);
  config('rule: {}\n');
  expect(await shown()).toEqual(['5 ticker-not-stopped']);
  const said = editor.heard
    .filter(({ method }) => method === 'window/showMessage')
    .map(({ params }) => JSON.stringify(params));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('.golint-leaks.yaml:1:1: the key \\"rule\\" is not known');
  rmSync(join(dir, '.golint-leaks.yaml'));
  void editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { 'golint-leaks': { ignore: ['ticker-not-stopped'] } },
  });
  expect(await shown()).toEqual([]);
  void editor.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { 'golint-leaks': { ignore: ['ticker'], strict: 3 } },
  });
  expect(await shown()).toEqual(['5 ticker-not-stopped']);
  expect(
    editor.heard
      .filter(({ method }) => method === 'window/showMessage')
      .map(({ params }) => JSON.stringify(params))
      .join('\n'),
  ).toMatch(/golint-leaks\.strict.*\n.*\\"ticker\\", which is no rule/);
  await editor.end();
});

test('two folders with modules, and one go.work over two', async () => {
  const helper = 'package b\n\nimport "os"\n\nfunc Done(f *os.File) { f.Close() }\n';
  const user = 'package a\n\nimport (\n\t"os"\n\n\t"n/b"\n)\n\nfunc F() {\n\tf, _ := os.Open("x")\n\tb.Done(f)\n}\n';
  const work = folder({
    'go.work': 'go 1.22\n\nuse ./m\nuse ./n\n',
    '.git/HEAD': '',
    'm/go.mod': 'module m\n\ngo 1.22\n',
    'm/a.go': user,
    'n/go.mod': 'module n\n\ngo 1.22\n',
    'n/b/b.go': helper,
  });
  const other = folder({ 'go.mod': goMod, 'a.go': leaky });
  const editor = await editorInProcess({ folders: [work, other] });
  editor.open(join(work, 'm/a.go'), user);
  editor.open(join(other, 'a.go'), leaky);
  await editor.idle();
  expect(told(editor.shown.get(uri(join(work, 'm/a.go')))?.diagnostics)).toEqual([]);
  expect(told(editor.shown.get(uri(join(other, 'a.go')))?.diagnostics)).toEqual(['5 ticker-not-stopped']);
  editor.open(join(work, 'n/b/b.go'), helper.replace('f.Close()', '_ = f.Name()'));
  await editor.idle();
  expect(told(editor.shown.get(uri(join(work, 'm/a.go')))?.diagnostics)).toEqual(['9 resource-not-closed']);
  await editor.end();
});
