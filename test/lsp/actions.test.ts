import { join } from 'node:path';
import type { CodeAction, Hover, TextEdit } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { document } from '../../src/apps/lsp/documents/document.ts';
import { folder, goMod, leakyFile, write } from '../built-program.ts';
import type { Editor } from './client.ts';
import { editorInProcess, uri } from './client.ts';

const leaky = leakyFile('F', 'G');

async function opened(text: string, capabilities = {}): Promise<{ editor: Editor; path: string; dir: string }> {
  const dir = folder({ 'go.mod': goMod, 'a.go': text });
  const [path, editor] = [join(dir, 'a.go'), await editorInProcess({ folders: [dir], capabilities })];
  editor.open(path, text);
  await editor.settled(path);
  return { editor, path, dir };
}

function actionsAt(
  { connection, shown }: Editor,
  path: string,
  line: number,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const at = { line, character: 0 };
  const context = { diagnostics: shown.get(uri(path))?.diagnostics ?? [], ...(only && { only }) };
  return connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: uri(path) },
    range: { start: at, end: at },
    context,
  });
}

function made(text: string, action: CodeAction | undefined, path: string): string {
  const before = document({ uri: '', path: '', version: 0, text }, 'utf-16');
  const edits: readonly TextEdit[] = action?.edit?.changes?.[uri(path)] ?? [];
  return edits.toReversed().reduce((now, { range, newText }) =>
    now.slice(0, before.offset(range.start)) + newText + now.slice(before.offset(range.end)), text);
}

test('a finding can be mended, silenced with a reason, and its page opened', async () => {
  const { editor, path } = await opened(leaky, { window: { showDocument: { support: true } } });
  const actions = await actionsAt(editor, path, 5);
  expect(actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
    ['Write defer t.Stop()', 'quickfix', true],
    ['Ignore ticker-not-stopped here, with a reason', 'quickfix', undefined],
    ['Open the page of ticker-not-stopped', 'quickfix', undefined],
  ]);
  expect(actions.every(({ diagnostics }) => diagnostics?.length === 1 && diagnostics[0]?.range.start.line === 5)).toBe(
    true,
  );
  const lines = leaky.split('\n');
  expect(made(leaky, actions[0], path)).toBe(lines.toSpliced(6, 0, '\tdefer t.Stop()').join('\n'));
  const silenced = made(leaky, actions[1], path);
  expect(silenced).toBe(lines.toSpliced(5, 0, '\t//lint:ignore ticker-not-stopped reason').join('\n'));
  await editor.connection.sendRequest('workspace/executeCommand', actions[2]?.command);
  expect(editor.heard.find(({ method }) => method === 'window/showDocument')?.params).toMatchObject({
    external: true,
    uri: expect.stringContaining('/ticker-not-stopped/rule.md') as string,
  });
  editor.type(path, silenced);
  expect((await editor.settled(path)).map(({ range }) => range.start.line)).toEqual([17]);
  expect(await actionsAt(editor, path, 0)).toEqual([]);
  expect(await actionsAt(editor, path, 17, ['refactor'])).toEqual([]);
  await editor.end();
});

test('an editor that knows snippets stands at the reason, and is told the version that is meant', async () => {
  const { editor, path } = await opened(leaky, {
    workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  });
  const [, action] = await actionsAt(editor, path, 5);
  expect(action?.edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: uri(path), version: 1 },
        edits: [
          {
            range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
            snippet: { kind: 'snippet', value: '\t//lint:ignore ticker-not-stopped ${1:reason}\n' },
          },
        ],
      },
    ],
  });
  await editor.end();
});

test('all of a file is mended at once, worked out when it is chosen where the editor can wait', async () => {
  const { editor, path } = await opened(leaky);
  const kind = 'source.fixAll.golint-leaks';
  const [action, ...others] = await actionsAt(editor, path, 0, ['source.fixAll']);
  expect([action?.kind, others]).toEqual([kind, []]);
  const mended = leaky.replaceAll('Second)\n', 'Second)\n\tdefer t.Stop()\n');
  expect(made(leaky, action, path)).toBe(mended);
  editor.type(path, mended);
  expect(await editor.settled(path)).toEqual([]);
  expect(await actionsAt(editor, path, 0, [kind])).toEqual([]);
  await editor.end();

  const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
  const patient = await opened(leaky, { textDocument: { codeAction } });
  const [later] = await actionsAt(patient.editor, patient.path, 0, [kind]);
  expect(later?.edit).toBeUndefined();
  expect(made(leaky, await patient.editor.connection.sendRequest('codeAction/resolve', later), patient.path)).toBe(
    mended,
  );
  await patient.editor.end();
});

test('on a finding there is its remedy and the page of its rule, on a directive the page of each rule that it names', async () => {
  const { editor, path, dir } = await opened(
    leaky.replace('\tt :=', '\t//nolint:ticker-not-stopped,errcheck // known\n\tt :='),
    { textDocument: { hover: { contentFormat: ['markdown'] } } },
  );
  const hover = async (line: number, character: number): Promise<string> => {
    const found = await editor.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: uri(path) },
      position: { line, character },
    });
    return JSON.stringify(found?.contents ?? null);
  };
  expect(await hover(5, 10)).toMatch(/"kind":"markdown","value":"# ticker-not-stopped/);
  expect(await hover(17, 8)).toMatch(/is not stopped.*Write defer.*# ticker-not-stopped/);
  expect(await hover(2, 3)).toBe('null');
  write(dir, {
    '.golint-leaks.yaml':
      'resources:\n  - id: own-lease\n    acquire: [m.Get]\n    type: "*m.Lease"\n    release: [Free]\n',
  });
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri(join(dir, '.golint-leaks.yaml')), type: 1 }],
  });
  editor.type(path, '//nolint:own-lease // known\npackage p\n');
  expect(await hover(0, 3)).toContain('# own-lease');
  await editor.end();
});
