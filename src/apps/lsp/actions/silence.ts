import type { CodeAction } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import { silenceLine } from '../../../edits/silence-line.ts';
import { lineTable } from '../../../syntax/position.ts';
import { openFile } from '../../../syntax/source-file.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { Client } from '../client/client.ts';
import type { Document } from '../documents/document.ts';
import { editOf } from './document-edit.ts';

/** Stands where the user's reason is to stand. */
const placeholder = 'reason';

/** Offers to silence a rule on the line of a finding; the editor then stands at the reason, where it can. */
export function silenceAction({ rule, location }: Finding, document: Document, client: Client): readonly CodeAction[] {
  const { path, text } = document;
  const found = silenceLine(
    openFile(path, text),
    lineTable(text).offset({ line: location.line, column: location.column }),
    rule,
  );
  if (!found) return [];
  const { pos, before, after } = found;
  const place = document.position(pos);
  const range = { start: place, end: place };
  const edit = client.edits.snippets && client.edits.versions
    ? { range, snippet: { kind: 'snippet' as const, value: `${escaped(before)}\${1:${placeholder}}${escaped(after)}` } }
    : { range, newText: `${before}${placeholder}${after}` };
  return [
    {
      title: `Ignore ${rule} here, with a reason`,
      kind: CodeActionKind.QuickFix,
      edit: editOf(document, [edit], client),
    },
  ];
}

/** As the text of a snippet. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
