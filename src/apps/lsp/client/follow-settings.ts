import type { Connection } from 'vscode-languageserver/node';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import type { Rounds } from '../diagnostics/rounds.ts';
import { pathOf } from '../documents/uris.ts';
import type { Session } from '../session.ts';

/** Takes note of changes of the settings of an editor, and of the folders that it has open. */
export async function followSettings(connection: Connection, session: Session, rounds: Rounds): Promise<void> {
  const { client, projects, trouble } = session;
  const renew = (): void => {
    trouble.forget();
    projects.renew();
    rounds.soon(0);
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    session.setSettings(settings);
    renew();
  });
  if (client.hasFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const folders = await connection.workspace.getWorkspaceFolders();
      projects.setFolders((folders ?? []).flatMap(({ uri }) => pathOf(uri) ?? []));
      renew();
    });
  }
  if (client.hasSettings)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'golint-leaks' });
}
