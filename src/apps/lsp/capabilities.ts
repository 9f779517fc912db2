import type { InitializeResult } from 'vscode-languageserver/node';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { tool } from '../../report/tool.ts';
import { fixAllKind } from './actions/kinds.ts';
import { openPage } from './actions/open-page.ts';
import type { Client } from './client/client.ts';

/** What the server offers to an editor. */
export function offered(client: Client, version: string): InitializeResult {
  return {
    serverInfo: { name: tool.name, version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      hoverProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
        ...(client.resolvesEdits && { resolveProvider: true }),
      },
      ...(client.opensPages && { executeCommandProvider: { commands: [openPage] } }),
      // What a finding rests on may stand in another file.
      ...(client.pulls && {
        diagnosticProvider: { identifier: tool.name, interFileDependencies: true, workspaceDiagnostics: false },
      }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
