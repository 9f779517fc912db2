import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { plainEnv, program } from '../built-program.ts';

test('a server ends with its editor, also where its input stays open', async () => {
  const editor = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1000000)']);
  const server = spawn(process.execPath, [program, 'lsp'], {
    env: plainEnv as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => { server.once('exit', resolve); });
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: editor.pid, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  await new Promise((resolve) => { server.stdout.once('data', resolve); });
  editor.kill();
  expect(await ended).toBe(1);
});
