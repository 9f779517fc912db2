import type { PackageText } from '../spec.ts';

/** What keeps a program running: a server, a loop without an end, waiting for a signal. */
const keepsRunning = /Serve|\.Accept\(|signal\.Notify|\bfor \{|\bselect \{\}|\.Run\(/;

/** Whether a package is a program that does its work and ends: what it forgets is gone then. */
export function isShortLived({ name, files }: Pick<PackageText, 'name' | 'files'>): boolean {
  return name === 'main' && !files.some(({ text }) => keepsRunning.test(text));
}

/** Folders and files of what is written to try things out, by the conventions of Go repositories. */
const folders = String.raw`tests?|testing|testdata|test_?utils?|\w*test|e2e|mocks?|\w*fakes?|hack|tools?|demos?|bench\w*|integration`;
const tryingOut = new RegExp(String.raw`(?:^|\/)(?:${folders})\/|(?:^|[/_])(?:mock|fake|test|testing|testutils?)(?:_\w+)?\.go$`, 'i');

/** Whether a file, by its path in its project, holds help for tests, or a tool. Examples that are programs end; others are copied. */
export function isTryingOut(path: string): boolean {
  return tryingOut.test(path);
}
