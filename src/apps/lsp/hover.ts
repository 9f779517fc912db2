import type { Hover, Position, Range } from 'vscode-languageserver/node';
import { MarkupKind } from 'vscode-languageserver/node';
import { parseDirective } from '../../findings/directive/directive.ts';
import type { Finding } from '../../findings/finding.ts';
import { fix, message } from '../../findings/message.ts';
import { parentOf } from '../../host/paths.ts';
import { pageOf } from '../../rule-pages/page-of.ts';
import type { Rule } from '../../engines/kinds.ts';
import { openFile } from '../../syntax/source-file.ts';
import { findingsOf } from './actions/code-actions.ts';
import type { Document } from './documents/document.ts';
import type { Session } from './session.ts';

/**
 * What is to be known at a place: the remedies of its findings, and the pages of their rules and of those that a
 * directive there names.
 */
export async function hoverAt(position: Position, document: Document, session: Session): Promise<Hover | undefined> {
  const findings = (await findingsOf(document, session)).filter(({ location }) =>
    isIn(position, document.range(location)),
  );
  const directive = directiveAt(document.offset(position), document);
  const range = findings[0] ? document.range(findings[0].location) : directive?.range;
  if (!range) return undefined;
  const named = directive?.names ?? [];
  const isMeant = ({ id, peers = [] }: Rule): boolean =>
    findings.some(({ rule }) => rule === id) || named.some((name) => name === id || peers.includes(name));
  const meant = (await rulesIn(document, session)).filter(isMeant);
  const pages = await Promise.all(meant.map(async (rule) => (await pageOf(rule, session.rules))()));
  const parts = [...findings.map((each) => remedy(each, session)), ...pages];
  if (parts.length === 0) return undefined;
  const kind = session.client.readsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: parts.join('\n\n---\n\n') }, range };
}

/** The names in a directive, and where it is. */
function directiveAt(
  offset: number,
  { path, text, position }: Document,
): { readonly names: readonly string[]; readonly range: Range } | undefined {
  const comment = openFile(path, text).comments.find(({ pos, end }) => pos <= offset && offset <= end);
  const names = comment && parseDirective(text.slice(comment.pos, comment.end))?.names;
  return comment && names && { names, range: { start: position(comment.pos), end: position(comment.end) } };
}

/** Those that are built in, those in force and the user's own. */
async function rulesIn({ path }: Document, { projects, rules }: Session): Promise<readonly Rule[]> {
  const { rules: inForce } = await projects.of(parentOf(path)).findings(parentOf(path));
  return [...new Set([...rules, ...inForce])];
}

function remedy(finding: Finding, { client }: Session): string {
  return client.readsMarkdown
    ? `**${escaped(message(finding))}.** ${escaped(fix(finding))}`
    : `${message(finding)}. ${fix(finding)}`;
}

/** Names of the source in the text of a page. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
}

function isIn({ line, character }: Position, { start, end }: Range): boolean {
  return line === start.line && start.character <= character && character <= end.character;
}
