import type { CodeAction, Connection } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import { pageAddress } from '../../../report/tool.ts';
import type { Session } from '../session.ts';

/** The command that opens the page of a rule, whose id is its argument. */
export const openPage = 'golint-leaks.openPage';

/** Offers to open the page of a rule. */
export function openPageAction(rule: string): CodeAction {
  const title = `Open the page of ${rule}`;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: openPage, arguments: [rule] } };
}

/** Opens it; what is no rule is passed over. */
export async function open(
  [rule]: readonly unknown[],
  { rules, client }: Session,
  connection: Connection,
): Promise<void> {
  const known = rules.find(({ id }) => id === rule);
  if (known && client.opensPages) await connection.window.showDocument({ uri: pageAddress(known.id), external: true });
}
