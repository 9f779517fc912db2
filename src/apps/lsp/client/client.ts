import type { InitializeParams } from 'vscode-languageserver/node';
import type { PositionEncoding } from '../documents/position-encoding.ts';
import { chosenEncoding } from '../documents/position-encoding.ts';

/** What an editor can do. */
export interface Client {
  readonly encoding: PositionEncoding;
  /** Whether it asks for diagnostics, and again when it is told to; otherwise it is sent them. */
  readonly pulls: boolean;
  /** Whether a diagnostic may name other places, carry a link, and say that code is of no use. */
  readonly shows: { readonly related: boolean; readonly link: boolean; readonly unnecessary: boolean };
  /** Whether edits name the version of the document that they are for, and may hold a place to type at. */
  readonly edits: { readonly versions: boolean; readonly snippets: boolean };
  /** Whether it takes actions that are not worked out yet. */
  readonly resolvesEdits: boolean;
  readonly opensPages: boolean;
  readonly readsMarkdown: boolean;
  /** Whether it can be asked to tell of files that change, for its settings, and of its folders. */
  readonly watchesFiles: boolean;
  readonly hasSettings: boolean;
  readonly hasFolders: boolean;
}

/** Reads what an editor says of itself. */
export function clientOf({ capabilities }: InitializeParams): Client {
  const { general, textDocument = {}, workspace = {}, window } = capabilities;
  const { publishDiagnostics: pushed, codeAction, hover, diagnostic: pulled } = textDocument;
  const shown = pulled ?? pushed;
  const pulls = pulled !== undefined && workspace.diagnostics?.refreshSupport === true;
  return {
    encoding: chosenEncoding(general?.positionEncodings),
    pulls,
    shows: {
      related: shown?.relatedInformation ?? pushed?.relatedInformation ?? false,
      link: shown?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport ?? false,
      unnecessary: (shown?.tagSupport ?? pushed?.tagSupport)?.valueSet.includes(1) ?? false,
    },
    edits: {
      versions: workspace.workspaceEdit?.documentChanges ?? false,
      snippets: workspace.workspaceEdit?.snippetEditSupport ?? false,
    },
    resolvesEdits: codeAction?.resolveSupport?.properties.includes('edit') === true && codeAction.dataSupport === true,
    opensPages: window?.showDocument?.support ?? false,
    readsMarkdown: hover?.contentFormat?.includes('markdown') ?? false,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration ?? false,
    hasSettings: workspace.configuration ?? false,
    hasFolders: workspace.workspaceFolders ?? false,
  };
}
