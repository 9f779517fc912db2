import type { PackageModel } from '../../model/package-model.ts';

/** What keeps a program running: a server, a loop without an end, waiting for a signal. */
const keepsRunning = /Serve|\.Accept\(|signal\.Notify|\bfor \{|\bselect \{\}|\.Run\(/;

/** Whether a package is a program that does its work and ends: what it forgets is gone then. */
export function isShortLived({ name, files }: PackageModel): boolean {
  return name === 'main' && !files.some(({ source }) => keepsRunning.test(source.text));
}

/** Folders and files of what is written to try things out, by the conventions of Go repositories. */
const tryingOut = /(?:^|\/)(?:_?examples?|tests?|testing|testdata|test_?utils?|\w*test|e2e|mocks?|\w*fakes?|hack|tools?|demos?|bench\w*|integration)\/|(?:^|[/_])(?:mock|fake|test|testing|testutils?)(?:_\w+)?\.go$/i;

/** Whether a file holds help for tests, an example, or a tool. */
export function isTryingOut(path: string): boolean {
  return tryingOut.test(path);
}
