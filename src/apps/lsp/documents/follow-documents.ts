import type { Connection } from 'vscode-languageserver/node';
import { byteLimits } from '../../../host/limits.ts';
import { parentOf } from '../../../host/paths.ts';
import type { Board } from '../diagnostics/board.ts';
import { isGo } from '../diagnostics/board.ts';
import type { Rounds } from '../diagnostics/rounds.ts';
import type { Session } from '../session.ts';
import type { Document } from './document.ts';
import { changedText, document } from './document.ts';
import { pathOf } from './uris.ts';

/**
 * What follows the documents of an editor: its session, when there is one, what it shows, and when it is looked at
 * again.
 */
export interface Followers {
  readonly session: () => Session | undefined;
  readonly board: () => Board | undefined;
  readonly rounds: Rounds;
  /** Milliseconds of silence after a key was pressed. */
  readonly pause: number;
}

/**
 * Takes note of what an editor does with documents. What makes no sense, as a change of one that is not open, is passed
 * over.
 */
export function followDocuments(connection: Connection, { session, board, rounds, pause }: Followers): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const [now, path] = [session(), pathOf(uri)];
    if (!now || path === undefined) return;
    replace(now, path, document({ uri, path, version, text }, now.client.encoding));
    rounds.soon(0);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const now = session();
    const before = now?.documents.all.get(pathOf(uri) ?? '');
    if (!now || !before) return;
    const { encoding } = now.client;
    replace(
      now,
      before.path,
      document({ ...before, version, text: changedText(before, contentChanges, encoding) }, encoding),
    );
    rounds.soon(pause);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const now = session();
    // Then this is the time at which it may have changed other files as well.
    if (!now || (now.client.watchesFiles && pathOf(uri)?.endsWith('.go'))) return;
    now.trouble.forget();
    now.projects.renew();
    rounds.soon(0);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const now = session();
    const before = now?.documents.all.get(pathOf(uri) ?? '');
    if (!now || !before) return;
    replace(now, before.path, undefined);
    board()?.closed(before);
    leave(parentOf(before.path), now);
    rounds.soon(0);
  });
}

/** A document that comes, changes or, where it is undefined, goes; the file counts then. */
function replace({ documents, projects }: Session, path: string, now: Document | undefined): void {
  const textNow = (): string | undefined => {
    const read = documents.files.readText(path, byteLimits.go);
    return read.kind === 'text' ? read.text : undefined;
  };
  const before = textNow();
  if (now) documents.set(now);
  else documents.delete(path);
  const after = textNow();
  if (before === after) return;
  // A file that comes or goes may bring or take its folder.
  const isPlain = before !== undefined && after !== undefined && path.endsWith('.go');
  if (isPlain) projects.changed(parentOf(path));
  else projects.renew();
}

function leave(dir: string, { documents, projects }: Session): void {
  const dirs = [...documents.all.values()].filter(isGo).map(({ path }) => parentOf(path));
  if (!dirs.includes(dir)) projects.of(dir).leave(dir);
  projects.keep(dirs);
}
