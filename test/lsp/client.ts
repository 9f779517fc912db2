import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  MessageConnection,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { rules } from '../../rules/index.ts';
import type { Server } from '../../src/apps/lsp/server.ts';
import { serve } from '../../src/apps/lsp/server.ts';
import { plainEnv, program } from '../built-program.ts';

/** An editor in front of a server: what it does with documents, and what it is shown. */
export interface Editor {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server asked and told, but for diagnostics: methods and what came with them. */
  readonly heard: { readonly method: string; readonly params: unknown }[];
  /** What is shown of documents, by address: the last that was sent, with its version. */
  readonly shown: Map<string, { readonly version: number | undefined; readonly diagnostics: readonly Diagnostic[] }>;
  open(path: string, text: string): void;
  /** Replaces the text of a document. */
  type(path: string, text: string): void;
  close(path: string): void;
  /** Waits until the diagnostics of the last version of a document have been sent. */
  settled(path: string): Promise<readonly Diagnostic[]>;
  /** Asks for diagnostics. */
  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  end(): Promise<void>;
}

/** How an editor begins. */
export interface Beginning {
  readonly folders: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly settings?: unknown;
}

/** The address of a file, as an editor writes it. */
export function uri(path: string): string {
  return pathToFileURL(path).href;
}

/** A server in this process. */
export async function editorInProcess(beginning: Beginning): Promise<Editor & Server> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back));
  const { idle } = serve(server, { rules, version: '0.0.0', pause: 1 });
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const editor = await begin(client, beginning, async () => {
    client.dispose();
    server.dispose();
  });
  return {
    ...editor,
    // What was said before is heard before the answer to a question, and what the server says before that is here then.
    async idle() {
      await client.sendRequest('textDocument/hover', {
        textDocument: { uri: 'none:' },
        position: { line: 0, character: 0 },
      });
      await idle();
      await client.sendRequest('textDocument/hover', { textDocument: { uri: 'none:' }, position: { line: 0, character: 0 } });
    },
  };
}

/** The built program as a server, and its process. */
export async function editorOverStdio(beginning: Beginning): Promise<Editor & { readonly server: ChildProcess }> {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    env: plainEnv as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const editor = await begin(client, beginning, async () => {
    client.dispose();
    server.stdin.end();
    if (server.exitCode === null) await new Promise((resolve) => { server.once('exit', resolve); });
  });
  return { ...editor, server };
}

async function begin(
  connection: MessageConnection,
  { folders, capabilities = {}, settings }: Beginning,
  end: () => Promise<void>,
): Promise<Editor> {
  const shown: Editor['shown'] = new Map();
  const heard: Editor['heard'] = [];
  const versions = new Map<string, number>();
  let waiting: (() => void)[] = [];
  connection.onNotification((method, params) => {
    if (method !== 'textDocument/publishDiagnostics') return void heard.push({ method, params });
    const { uri: of, version, diagnostics } = params as { uri: string; version?: number; diagnostics: Diagnostic[] };
    shown.set(of, { version, diagnostics });
    for (const wake of waiting.splice(0)) wake();
  });
  connection.onRequest((method, params) => {
    heard.push({ method, params });
    return method === 'workspace/configuration'
      ? [settings ?? null]
      : method === 'window/showDocument'
        ? { success: true }
        : null;
  });
  connection.listen();
  const params: InitializeParams = {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((path) => ({ uri: uri(path), name: path })),
    ...(settings !== undefined && { initializationOptions: settings }),
  };
  const initialized: InitializeResult = await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  const tell = (method: string, what: unknown): void => void connection.sendNotification(method, what);
  return {
    connection,
    initialized,
    heard,
    shown,
    end,
    open(path, text) {
      versions.set(path, 1);
      tell('textDocument/didOpen', { textDocument: { uri: uri(path), languageId: 'go', version: 1, text } });
    },
    type(path, text) {
      const version = (versions.get(path) ?? 0) + 1;
      versions.set(path, version);
      tell('textDocument/didChange', { textDocument: { uri: uri(path), version }, contentChanges: [{ text }] });
    },
    close(path) {
      tell('textDocument/didClose', { textDocument: { uri: uri(path) } });
    },
    async settled(path) {
      for (;;) {
        const now = shown.get(uri(path));
        if (now?.version === versions.get(path) && now) return now.diagnostics;
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
    pull: (path, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: uri(path) },
        ...(previousResultId && { previousResultId }),
      }),
  };
}
