import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Rule } from '../../engines/kinds.ts';
import { codeActions, resolveFixAll } from './actions/code-actions.ts';
import { open, openPage } from './actions/open-page.ts';
import { offered } from './capabilities.ts';
import { filesChanged, watchFiles } from './client/watched-files.ts';
import { followSettings } from './client/follow-settings.ts';
import type { Board } from './diagnostics/board.ts';
import { board as openBoard, isGo } from './diagnostics/board.ts';
import { rounds } from './diagnostics/rounds.ts';
import type { Document } from './documents/document.ts';
import { followDocuments } from './documents/follow-documents.ts';
import { pathOf } from './documents/uris.ts';
import { hoverAt } from './hover.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';

/** What a server is started with. */
export interface ServerOptions {
  /** All rules that are built in. */
  readonly rules: readonly Rule[];
  /** Of this program. */
  readonly version: string;
  /** Milliseconds of silence after a change, by keys or on the disk, before it is looked at. */
  readonly pause: number;
}

/** A server at work. */
export interface Server {
  /** Comes when nothing is left to be looked at. */
  idle(): Promise<void>;
}

/** Answers an editor over a connection, until it ends. */
export function serve(connection: Connection, { rules, version, pause }: ServerOptions): Server {
  let session: Session | undefined;
  let shown: Board | undefined;
  const schedule = rounds(async (isStale) => {
    await shown?.round(isStale).catch((reason: unknown) => session?.trouble.tell(reason));
  });

  connection.onInitialize((params) => {
    session = openSession(params, rules, connection);
    shown = openBoard(session, connection);
    return offered(session.client, version);
  });
  connection.onInitialized(async () => {
    if (!session) return;
    await watchFiles(connection, session).catch(session.trouble.tell);
    await followSettings(connection, session, schedule).catch(session.trouble.tell);
  });
  connection.onShutdown(() => schedule.stop());
  followDocuments(connection, { session: () => session, board: () => shown, rounds: schedule, pause });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!session) return;
    filesChanged(changes, session);
    schedule.soon(pause);
  });

  answerAbout(connection, {
    session: () => session,
    board: () => shown,
    quiet: schedule.quiet,
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    if (session && command === openPage) await open(given, session, connection);
    return null;
  });
  connection.listen();
  return { idle: schedule.idle };
}

/** What is asked about documents is asked of. */
interface Asked {
  readonly session: () => Session | undefined;
  readonly board: () => Board | undefined;
  /** Comes when the editor has been silent for a while. */
  readonly quiet: () => Promise<void>;
}

/** Answers what is asked about one document: what is found in it, what stands at a place, what can be done there. */
function answerAbout(connection: Connection, { session, board, quiet }: Asked): void {
  /** Answers about a document as it is when the answer is ready; nothing about one that is not open. */
  const about = async <Result>(
    uri: string, token: CancellationToken, answer: (document: Document, now: Session) => Promise<Result>,
  ): Promise<Result | undefined> => {
    const now = session();
    if (!now) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
    await quiet();
    const document = now.documents.all.get(pathOf(uri) ?? '');
    if (!document || !isGo(document)) return undefined;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const result = await answer(document, now).catch(now.trouble.tell);
    if (now.documents.all.get(document.path) === document) return result;
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
  };

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const known = await about(uri, token, async (document) => board()?.asked(document)).catch((reason: unknown) => {
      const isModified = reason instanceof ResponseError && reason.code === LSPErrorCodes.ContentModified;
      throw isModified
        ? new ResponseError(LSPErrorCodes.ServerCancelled, reason.message, { retriggerRequest: true })
        : reason;
    });
    if (known === undefined) return { kind: 'full', items: [] };
    return known.id === previousResultId
      ? { kind: 'unchanged', resultId: known.id }
      : { kind: 'full', resultId: known.id, items: [...known.items] };
  });
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    about(uri, token, async (document, now) => (await hoverAt(position, document, now)) ?? null));
  connection.onCodeAction(async (params, token) =>
    [...(await about(params.textDocument.uri, token, (document, now) => codeActions(params, document, now))) ?? []]);
  connection.onCodeActionResolve(async (action, token) => {
    const uri: unknown = action.data?.uri;
    return (
      (typeof uri === 'string'
        ? await about(uri, token, (document, now) => resolveFixAll(action, document, now))
        : undefined) ?? action
    );
  });
}
