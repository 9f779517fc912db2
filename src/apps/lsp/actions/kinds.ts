import { CodeActionKind } from 'vscode-languageserver/node';

/** The kind of the action that mends all of a file. */
export const fixAllKind = 'source.fixAll.golint-leaks';

/**
 * Whether an editor that asks for some kinds of actions means this one too: `source.fixAll` means all kinds below it.
 */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined
    || only.some((each) => each === CodeActionKind.Empty || kind === each || kind.startsWith(`${each}.`))
  );
}
