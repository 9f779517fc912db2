import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Finding } from '../../../findings/finding.ts';
import { fixText } from '../../../findings/message.ts';
import { parentOf } from '../../../host/paths.ts';
import type { Document } from '../documents/document.ts';
import type { Session } from '../session.ts';
import { editOf, fixEdits, mendEdits } from './document-edit.ts';
import { fixAllKind, isWanted } from './kinds.ts';
import { openPageAction } from './open-page.ts';
import { silenceAction } from './silence.ts';

/** What can be done about the findings in a range of a document. */
export async function codeActions(
  { range, context }: CodeActionParams,
  document: Document,
  session: Session,
): Promise<readonly CodeAction[]> {
  const found = await findingsOf(document, session);
  const here = found.filter(({ location }) => touches(document.range(location), range));
  const fixable = found.some(({ fix }) => fix !== undefined);
  const fixes = isWanted(CodeActionKind.QuickFix, context.only)
    ? await quickFixes(here, context.diagnostics, document, session)
    : [];
  // To mend a whole file takes its time: it is done when it is chosen, where the editor can wait until then.
  const isAsked = isWanted(fixAllKind, context.only) && (context.only !== undefined || session.client.resolvesEdits);
  return [...fixes, ...(fixable && isAsked ? await fixAll(document, session) : [])];
}

async function quickFixes(
  here: readonly Finding[], shown: readonly Diagnostic[], document: Document, session: Session,
): Promise<readonly CodeAction[]> {
  const { client, rules, projects } = session;
  const dir = parentOf(document.path);
  const proven = here.some(({ fix }) => fix) ? (await projects.of(dir).proven(dir)).findings : [];
  return here.flatMap((finding) => {
    const { start } = document.range(finding.location);
    const diagnostics = shown.filter(({ code, range }) => code === finding.rule && range.start.line === start.line);
    const fix = proven.find((each) => isSame(each, finding))?.fix;
    const mend: readonly CodeAction[] = fix === undefined ? [] : [{
      title: fixText(fix).replace(/\.$/, ''), kind: CodeActionKind.QuickFix, isPreferred: true,
      edit: editOf(document, fixEdits(fix.edits, document), client),
    }];
    const page = client.opensPages && rules.some(({ id }) => id === finding.rule) ? [openPageAction(finding.rule)] : [];
    const silence = finding.fact.kind === 'unused-suppression' ? [] : silenceAction(finding, document, client);
    return [...mend, ...silence, ...page].map((action) => ({ ...action, diagnostics }));
  });
}

async function fixAll(document: Document, session: Session): Promise<readonly CodeAction[]> {
  const action: CodeAction = {
    title: 'Mend all that golint-leaks can mend for certain',
    kind: fixAllKind,
    data: { uri: document.uri },
  };
  if (session.client.resolvesEdits) return [action];
  const resolved = await resolveFixAll(action, document, session);
  return resolved.edit ? [resolved] : [];
}

/** Works out what the action changes. */
export async function resolveFixAll(
  action: CodeAction,
  document: Document,
  { client, projects }: Session,
): Promise<CodeAction> {
  const mended = await projects.of(parentOf(document.path)).mended(document.path);
  const edits = mended && mendEdits(mended, document);
  return edits === undefined ? action : { ...action, edit: editOf(document, edits, client) };
}

/** The findings in a document, as it is now. */
export async function findingsOf({ path }: Document, { projects }: Session): Promise<readonly Finding[]> {
  const project = projects.of(parentOf(path));
  const { findings } = await project.findings(parentOf(path));
  return findings.filter(({ location }) => project.path(location.path) === path);
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule
    && one.location.path === other.location.path
    && one.location.line === other.location.line
    && one.location.column === other.location.column
  );
}

/** Whether a range has something on the lines of another one: the cursor need not stand on the very words. */
function touches(one: Range, other: Range): boolean {
  return one.start.line <= other.end.line && other.start.line <= one.end.line;
}
