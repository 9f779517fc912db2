import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import { parentOf } from '../../../host/paths.ts';
import type { Document } from '../documents/document.ts';
import { rangeOf } from '../documents/document.ts';
import { uriOf } from '../documents/uris.ts';
import type { Found } from '../projects/project.ts';
import type { Session } from '../session.ts';
import { diagnosticOf } from './diagnostic.ts';

/** What an editor shows of its documents. */
export interface Board {
  /** What is to be shown of a document as it is now, and a name that is another for anything else. */
  show(document: Document): Promise<Shown>;
  /** The same for an editor that asks: it knows it then. */
  asked(document: Document): Promise<Shown>;
  /** Sends what has changed, or tells an editor that asks to ask again. Ends early where `isStale`. */
  round(isStale: () => boolean): Promise<void>;
  /** A document was closed: nothing is shown of it any more. */
  closed(document: Document): void;
}

/** The diagnostics of one document. */
export interface Shown {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** Shows nothing yet. */
export function board(session: Session, connection: Connection): Board {
  const { documents, client } = session;
  const shown = new Map<string, Known>();
  const show = showing(session, shown);

  const tell = (document: Document, known: Known): void => {
    shown.set(document.path, { ...known, told: { id: known.id, version: known.version } });
  };

  const send = (document: Document, known: Known): void => {
    if (known.told?.id === known.id && known.told.version === known.version) return;
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [...known.items] });
    tell(document, known);
  };

  /** A document that has changed is asked about by the editor itself. */
  const isOutdated = ({ told, id, version }: Known): boolean =>
    told !== undefined && told.version === version && told.id !== id;

  return {
    show,
    async asked(document) {
      const known = await show(document);
      if (documents.all.get(document.path) === document) tell(document, known);
      return known;
    },
    async round(isStale) {
      let isOld = false;
      for (const document of [...documents.all.values()].filter(isGo).reverse()) {
        const known = await show(document);
        if (isStale()) return;
        if (client.pulls) isOld ||= isOutdated(known);
        else send(document, known);
        await breath();
        if (isStale()) return;
      }
      if (isOld) await connection.languages.diagnostics.refresh();
    },
    closed({ path, uri }) {
      const isSeen = shown.get(path)?.told !== undefined;
      shown.delete(path);
      if (isSeen && !client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

/** Looks at a document as it is now, and keeps what is found. */
function showing(session: Session, shown: Map<string, Known>): (document: Document) => Promise<Known> {
  const { documents, projects, trouble } = session;
  let ids = 0;
  return async (document) => {
    const before = shown.get(document.path);
    const found = await projects.of(parentOf(document.path)).findings(parentOf(document.path)).catch(trouble.tell);
    // What was shown stays until there is something better.
    if (found === undefined) return before ?? { ...nothing, version: document.version };
    found.failures.forEach(trouble.log);
    if (before?.found === found && before.version === document.version) return before;
    const items = itemsOf(found, document, session);
    const text = JSON.stringify(items);
    const known: Known = {
      id: before?.text === text ? before.id : String(++ids),
      items,
      text,
      found,
      version: document.version,
      told: before?.told,
    };
    // It may have been closed, or changed, meanwhile.
    if (documents.all.get(document.path) === document) shown.set(document.path, known);
    return known;
  };
}

interface Known extends Shown {
  readonly text: string;
  readonly found: Found | undefined;
  readonly version: number;
  /** What the editor knows. */
  readonly told: { readonly id: string; readonly version: number } | undefined;
}

const nothing = { id: '', items: [], text: '[]', found: undefined, told: undefined };

/** Whether findings are wanted of a document; go.mod and others only decide what they are. */
export function isGo({ path }: Document): boolean {
  return path.endsWith('.go');
}

function itemsOf(
  { findings, notes }: Found,
  document: Document,
  { client, projects, documents, rules }: Session,
): readonly Diagnostic[] {
  const project = projects.of(parentOf(document.path));
  const open = (shown: string): Document | undefined => documents.all.get(project.path(shown));
  return findings
    .filter(({ location }) => project.path(location.path) === document.path)
    .map((finding) =>
      diagnosticOf(
        finding,
        notes,
        rules.some(({ id }) => id === finding.rule),
        {
          uri: (shown) => open(shown)?.uri ?? uriOf(project.path(shown)),
          range: (location) => open(location.path)?.range(location) ?? rangeOf(location, client.encoding),
        },
        client,
      ),
    );
}

/** Lets in what has come meanwhile. */
function breath(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}
