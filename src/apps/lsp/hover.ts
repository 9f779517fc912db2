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

/** What is to be known at a place: of a finding its remedy and the page of its rule, of a directive the pages of the rules that it names. */
export async function hoverAt(position: Position, document: Document, session: Session): Promise<Hover | undefined> {
  return (await ofFindings(position, document, session)) ?? ofDirective(position, document, session);
}

async function ofFindings(position: Position, document: Document, session: Session): Promise<Hover | undefined> {
  const here = (await findingsOf(document, session)).filter(({ location }) => isIn(position, document.range(location)));
  const [first] = here;
  if (!first) return undefined;
  const rules = await rulesIn(document, session);
  const ids = [...new Set(here.map(({ rule }) => rule))];
  return content([...here.map((each) => remedy(each, session)), ...await pages(ids, rules, session)], document.range(first.location), session);
}

async function ofDirective(position: Position, document: Document, session: Session): Promise<Hover | undefined> {
  const offset = document.offset(position);
  const comment = openFile(document.path, document.text).comments.find(({ pos, end }) => pos <= offset && offset <= end);
  const names = comment && parseDirective(document.text.slice(comment.pos, comment.end))?.names;
  if (!comment || !names) return undefined;
  const rules = await rulesIn(document, session);
  const meant = rules.filter(({ id, peers = [] }) => names.some((name) => name === id || peers.includes(name)));
  const range = { start: document.position(comment.pos), end: document.position(comment.end) };
  return meant.length === 0 ? undefined : content(await pages(meant.map(({ id }) => id), rules, session), range, session);
}

/** Those that are built in, those in force and the user's own. */
async function rulesIn({ path }: Document, { projects, rules }: Session): Promise<readonly Rule[]> {
  const { rules: inForce } = await projects.of(parentOf(path)).findings(parentOf(path));
  return [...new Set([...rules, ...inForce])];
}

/** A rule page begins with a heading, the name of the rule. */
async function pages(ids: readonly string[], rules: readonly Rule[], session: Session): Promise<readonly string[]> {
  const found = ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  return Promise.all(found.map(async (rule) => (await pageOf(rule, session.rules))()));
}

function remedy(finding: Finding, { client }: Session): string {
  return client.readsMarkdown ? `**${escaped(message(finding))}.** ${escaped(fix(finding))}` : `${message(finding)}. ${fix(finding)}`;
}

/** Names of the source in the text of a page. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
}

function content(parts: readonly string[], range: Range, { client }: Session): Hover {
  return { contents: { kind: client.readsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: parts.join('\n\n---\n\n') }, range };
}

function isIn({ line, character }: Position, { start, end }: Range): boolean {
  return line === start.line && start.character <= character && character <= end.character;
}
