import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { disk } from '../../host/node.ts';
import type { Rule } from '../../engines/kinds.ts';
import { loadParser } from '../../syntax/parse/load-parser.ts';
import type { Parser } from '../../syntax/parse/parser.ts';
import type { Client } from './client/client.ts';
import { clientOf } from './client/client.ts';
import type { EditorSettings } from './client/settings.ts';
import { noEditorSettings, readSettings } from './client/settings.ts';
import type { Trouble } from './client/trouble.ts';
import { troubleOn } from './client/trouble.ts';
import type { OpenDocuments } from './documents/open-documents.ts';
import { openDocuments } from './documents/open-documents.ts';
import { pathOf, uriOf } from './documents/uris.ts';
import type { Projects } from './projects/projects.ts';
import { projects } from './projects/projects.ts';

/** All that a server knows of its editor. */
export interface Session {
  readonly client: Client;
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  /** All rules that are built in. */
  readonly rules: readonly Rule[];
  readonly trouble: Trouble;
  /** Settings have changed: to these, or to what the editor says when it is asked. */
  setSettings(sent: unknown): void;
}

/** Opens a session with what an editor says of itself. */
export function openSession(params: InitializeParams, rules: readonly Rule[], connection: Connection): Session {
  const client = clientOf(params);
  const documents = openDocuments(disk);
  const trouble = troubleOn(connection);
  const ids = rules.map(({ id }) => id);
  const known = new Map<string, Promise<EditorSettings>>();
  let sent: unknown = sectionOf(params.initializationOptions);
  const settings = async (root: string): Promise<EditorSettings> => {
    const asked: unknown = client.hasSettings
      ? await connection.workspace.getConfiguration({ scopeUri: uriOf(root), section }).catch(() => undefined)
      : undefined;
    const read = readSettings(asked ?? sent, ids);
    read.complaints.forEach(trouble.warn);
    return read.settings;
  };
  let parser: Promise<Parser> | undefined;
  const all = projects({
    files: documents.files,
    rules,
    openParser: () => (parser ??= loadParser()),
    settings(root) {
      const found = known.get(root) ?? settings(root).catch(() => noEditorSettings);
      known.set(root, found);
      return found;
    },
  });
  all.setFolders(foldersOf(params));
  return {
    client, documents, projects: all, rules, trouble,
    setSettings(now) {
      sent = sectionOf(now) ?? sent;
      known.clear();
    },
  };
}

const section = 'golint-leaks';

/** Some editors send all settings, others those of this server only. */
function sectionOf(sent: unknown): unknown {
  return typeof sent === 'object' && sent !== null && section in sent ? sent[section] : sent ?? undefined;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}
