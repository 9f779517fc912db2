import type { PackageText, SourceText } from '../spec.ts';

/** What keeps a program running: a server, a loop without an end, waiting for a signal. */
const keepsRunning = /Serve|\.Accept\(|signal\.Notify|\bfor \{|\bselect \{\}|\.Run\(/;

/** Whether a package is a program that does its work and ends: what it forgets is gone then. */
export function isShortLived({ name, files }: Pick<PackageText, 'name' | 'files'>): boolean {
  return name === 'main' && !files.some(({ text }) => keepsRunning.test(text));
}

const serves = /Serve[A-Z]*\(|Serve(?:Unix|TCP|Conn)\(|\.(?:Accept|Listen)[A-Z]*\(/;

/**
 * Whether what goroutines of a package share may serve somebody: a program that waits and loops, and answers nobody, does
 * one thing and ends.
 */
export function isServer({ name, files }: Pick<PackageText, 'name' | 'files'>): boolean {
  return name !== 'main' || files.some(({ text }) => serves.test(text));
}

/** Folders and files of what is written to try things out, by the conventions of Go repositories. */
const folders = String.raw`tests?|testing|testnets?|testdata|test_?(?:utils?|helpers?)|\w*test|e2e|\w*mocks?|\w*fakes?|hack|tools?|demos?|bench\w*|integration`;
const tryingOut = new RegExp(String.raw`(?:^|\/)(?:${folders})\/|(?:^|[/_])(?:mock|fake|test|testing|testutils?)(?:_\w+)?\.go$`, 'i');
/** What only code that is there for tests imports. */
const forTests = /"(?:net\/http\/httptest|testing|github\.com\/stretchr\/testify\/\w{1,20})"/;

/**
 * Whether a file holds help for tests, or a tool: by its path in its project, or by what it imports. Examples that are
 * programs end; others are copied.
 */
export function isTryingOut({ path, inProject, text }: Pick<SourceText, 'path' | 'inProject' | 'text'>): boolean {
  return tryingOut.test(inProject ?? path) || forTests.test(text);
}
