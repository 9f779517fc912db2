import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, goMod, leakyFile } from '../built-program.ts';
import { editorInProcess, uri } from './client.ts';

const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const user = 'package p\n\nimport "os"\n\nfunc F() string {\n\tf, _ := os.Open("x")\n\treturn done(f)\n}\n';
const helper = 'package p\n\nimport "os"\n\nfunc done(f *os.File) string { return f.Name() }\n';

test('an editor that asks is answered, told what has not changed, and to ask again where another document has changed it', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': user, 'b.go': helper });
  const [a, b] = [join(dir, 'a.go'), join(dir, 'b.go')];
  const editor = await editorInProcess({ folders: [dir], capabilities });
  expect(editor.initialized.capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
    workspaceDiagnostics: false,
  });
  editor.open(a, user);
  editor.open(b, helper);
  const first = await editor.pull(a);
  expect(first).toMatchObject({ kind: 'full', items: [{ code: 'resource-not-closed' }] });
  const id = first.resultId ?? '';
  expect(await editor.pull(a, id)).toEqual({ kind: 'unchanged', resultId: id });
  await editor.pull(b);
  await editor.idle();
  const refreshed = (): number => editor.heard.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  expect(refreshed()).toBe(0);
  editor.type(b, helper.replace('{ return', '{ f.Close(); return'));
  await editor.idle();
  expect(refreshed()).toBe(1);
  expect(await editor.pull(a, id)).toMatchObject({ kind: 'full', items: [] });
  expect(editor.shown.size).toBe(0);
  await editor.end();
});

test('who types on is told to ask again, or answered before the change was read or with it', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('F') });
  const a = join(dir, 'a.go');
  const editor = await editorInProcess({ folders: [dir], capabilities });
  editor.open(a, leakyFile('F'));
  const asked = editor.pull(a);
  editor.type(a, `\n${leakyFile('F')}`);
  const answer = await asked.catch((error: { code: number; data: unknown }) => error);
  if ('kind' in answer) expect([5, 6]).toContain('items' in answer ? answer.items[0]?.range.start.line : undefined);
  else expect([answer.code, answer.data]).toEqual([-32802, { retriggerRequest: true }]);
  expect(await editor.pull(a)).toMatchObject({ items: [{ range: { start: { line: 6 } } }] });
  await editor.end();
});

test('without a way to tell it to ask again an editor is sent diagnostics', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('F') });
  const a = join(dir, 'a.go');
  const editor = await editorInProcess({ folders: [dir], capabilities: { textDocument: { diagnostic: {} } } });
  expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
  editor.open(a, leakyFile('F'));
  expect(await editor.settled(a)).toHaveLength(1);
  expect(editor.shown.get(uri(a))?.version).toBe(1);
  await editor.end();
});
