// Starts the language server of golint-leaks, and shows what it finds.
import { commands, window, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** @type {LanguageClient | undefined} */
let client;

/** Called by VS Code with the first Go file. */
export async function activate(context) {
  const log = window.createOutputChannel('golint-leaks', { log: true });
  context.subscriptions.push(
    log,
    commands.registerCommand('golint-leaks.showLog', () => log.show()),
    commands.registerCommand('golint-leaks.restart', async () => {
      await stop();
      await start(log);
    }),
    workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration('golint-leaks.path')) return;
      await stop();
      await start(log);
    }),
  );
  await start(log);
}

/** Called by VS Code at its end. */
export async function deactivate() {
  await stop();
}

async function start(log) {
  const command = workspace.getConfiguration('golint-leaks').get('path') || 'golint-leaks';
  client = new LanguageClient('golint-leaks', 'golint-leaks', { command, args: ['lsp'], transport: TransportKind.stdio }, {
    documentSelector: [{ scheme: 'file', language: 'go' }],
    outputChannel: log,
  });
  try {
    await client.start();
  } catch (error) {
    void window.showErrorMessage(`golint-leaks: ${command} cannot be started (${error.message}); install it, or set golint-leaks.path.`);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old?.needsStop()) await old.stop();
}
