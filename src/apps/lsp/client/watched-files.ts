import type { Connection, FileEvent } from 'vscode-languageserver/node';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { parentOf } from '../../../host/paths.ts';
import { pathOf } from '../documents/uris.ts';
import type { Session } from '../session.ts';

/** What decides findings: Go files, and what says how they are read. */
const decisive = ['**/*.go', '**/go.{mod,work}', '**/.golint-leaks.yaml', '**/.gitignore'];

/** Asks an editor to tell of files that change, where it can. */
export async function watchFiles(connection: Connection, { client }: Session): Promise<void> {
  if (!client.watchesFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: decisive.map((globPattern) => ({ globPattern })),
  });
}

/**
 * Takes note of files that have changed on the disk. Of those that are open the documents count, as long as there are
 * files.
 */
export function filesChanged(changes: readonly FileEvent[], { documents, projects, trouble }: Session): void {
  const paths = changes.map(({ uri, type }) => ({ path: pathOf(uri) ?? '', isThere: type === FileChangeType.Changed }));
  if (paths.some(({ path, isThere }) => !isThere || !path.endsWith('.go'))) {
    trouble.forget();
    return projects.renew();
  }
  const folders = new Set(paths.filter(({ path }) => !documents.all.has(path)).map(({ path }) => parentOf(path)));
  for (const dir of folders) projects.changed(dir);
}
