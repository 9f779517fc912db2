import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, goMod, leakyFile, plainEnv, program } from '../built-program.ts';
import { editorOverStdio } from './client.ts';

const leaky = leakyFile('F');

test('the program serves over standard streams, and bad requests do not end it', async () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leaky });
  const path = join(dir, 'a.go');
  const editor = await editorOverStdio({ folders: [dir] });
  const { connection, server } = editor;
  const refused = (method: string, params: unknown): Promise<unknown> =>
    connection.sendRequest(method, params).then(
      () => 'answered',
      (error: Error) => error.message,
    );
  expect(await refused('textDocument/unheardOf', {})).toMatch(/Unhandled method/);
  for (const method of [
    'textDocument/hover',
    'textDocument/codeAction',
    'textDocument/diagnostic',
    'codeAction/resolve',
  ]) {
    for (const params of [
      null,
      {},
      [],
      { textDocument: null },
      { textDocument: { uri: 3 } },
      { textDocument: { uri: 'file://%' }, position: 7, range: null, context: 4 },
    ]) {
      await refused(method, params);
    }
  }
  for (const params of [null, {}, { textDocument: { uri: 'file:///a.go', text: 4 } }, { textDocument: { uri: 'untitled:x', text: 'package p', version: 1 } }, { changes: 4 }, { settings: 4 }]) {
    for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration', '$/unheardOf']) {
      await connection.sendNotification(method, params);
    }
  }
  server.stdin?.write('Content-Length: 9\r\n\r\n{"a": no}');
  server.stdin?.write('Content-Length: 2\r\n\r\n[]');
  editor.open(path, leaky);
  expect((await editor.settled(path)).map(({ code }) => code)).toEqual(['ticker-not-stopped']);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await new Promise((resolve) => { server.once('exit', resolve); });
  expect(server.exitCode).toBe(0);
});

test('a server ends with its input', () => {
  const { status, signal } = spawnSync(process.execPath, [program, 'lsp'], {
    input: '',
    env: plainEnv as NodeJS.ProcessEnv,
    timeout: 60_000,
  });
  expect([status, signal]).toEqual([1, null]);
});
