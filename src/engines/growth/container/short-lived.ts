import type { ModelFile } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { isEndlessLoop } from '../../../syntax/outline/loop-header.ts';
import { hasNameLike } from '../../../syntax/token/names-like.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import { FOR, LBRACE, RBRACE, SELECT } from '../../../syntax/token/token-kind.ts';
import type { TokenRange } from '../../../syntax/token/token-range.ts';
import { hasKind } from '../../../syntax/token/token-range.ts';

/** Names of what keeps a program running: a server, waiting for a signal. */
const keepsRunning = /Serve|^(?:Accept|Notify|Run)$/;
const serves = /Serve(?:$|[A-Z])|^(?:Accept|Listen)(?:$|[A-Z])/;

function wholeOf({ tokens }: SourceFile): TokenRange {
  return { tokens, first: 0, last: tokens.count };
}

/** Whether a package is a program that does its work and ends: what it forgets is gone then. */
export function isShortLived({ name, files }: PackageModel): boolean {
  return name === 'main' && !files.some(({ source }) => {
    const whole = wholeOf(source);
    return hasNameLike(whole, keepsRunning) || hasKind(whole, FOR, isEndlessLoop)
      || hasKind(whole, SELECT, ({ kinds }, at) => kinds[at + 1] === LBRACE && kinds[at + 2] === RBRACE);
  });
}

/**
 * Whether what goroutines of a package share may serve somebody: a program that waits and loops, and answers nobody,
 * does one thing and ends.
 */
export function isServer({ name, files }: PackageModel): boolean {
  return name !== 'main' || files.some(({ source }) => hasNameLike(wholeOf(source), serves));
}

/** Folders and files of what is written to try things out, by the conventions of Go repositories. */
const folders = String.raw`tests?|testing|testnets?|testdata|test_?(?:utils?|helpers?)|\w*test|e2e|\w*mocks?|\w*fakes?|hack|tools?|demos?|bench\w*|integration`;
const tryingOut = new RegExp(
  String.raw`(?:^|\/)(?:${folders})\/|(?:^|[/_])(?:mock|fake|test|testing|testutils?)(?:_\w+)?\.go$`,
  'i',
);
/** What only code that is there for tests imports. */
const forTests = /^(?:net\/http\/httptest|testing|github\.com\/stretchr\/testify\/\w{1,20})$/;

/**
 * Whether a file holds help for tests, or a tool: by its path in its project, or by what it imports. Examples that are
 * programs end; others are copied.
 */
export function isTryingOut({ inProject, source }: ModelFile): boolean {
  return tryingOut.test(inProject) || source.imports.some(({ path }) => forTests.test(path));
}
