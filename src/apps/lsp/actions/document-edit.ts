import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Edit } from '../../../findings/finding.ts';
import type { MendedFile } from '../../../fix/mend-package.ts';
import { lineChanges } from '../../../line-changes.ts';
import type { Client } from '../client/client.ts';
import type { Document } from '../documents/document.ts';

/** An edit of one version of a document, as the editor takes it. Snippets only where it knows them. */
export function editOf(
  { uri, version }: Document,
  edits: (TextEdit | SnippetTextEdit)[],
  { edits: takes }: Client,
): WorkspaceEdit {
  return takes.versions
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits.flatMap((each) => ('newText' in each ? [each] : [])) } };
}

/** The edits of a fix. */
export function fixEdits(edits: readonly Edit[], document: Document): TextEdit[] {
  return edits.map(({ pos, end, text }) => ({
    range: { start: document.position(pos), end: document.position(end) },
    newText: text,
  }));
}

/** The edits that make a document what it is when all is mended; undefined where it has changed since. */
export function mendEdits({ before, after }: MendedFile, document: Document): TextEdit[] | undefined {
  if (before !== document.text) return undefined;
  const [old, now] = [linesOf(before), linesOf(after)];
  const offsets = [0];
  for (const line of old) offsets.push((offsets.at(-1) ?? 0) + line.length);
  return lineChanges(old, now).map(({ from, to, newFrom, newTo }) => ({
    range: { start: document.position(offsets[from] ?? 0), end: document.position(offsets[to] ?? before.length) },
    newText: now.slice(newFrom, newTo).join(''),
  }));
}

/** With their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
