import { expect, test } from 'vitest';
import { supportsHyperlinks } from '../../src/apps/cli/outcome/supports-hyperlinks.ts';

test.each<[Record<string, string>, boolean, boolean]>([
  [{ TERM_PROGRAM: 'iTerm.app' }, true, true],
  [{ TERM_PROGRAM: 'vscode' }, true, true],
  [{ TERM: 'xterm-kitty' }, true, true],
  [{ VTE_VERSION: '6003' }, true, true],
  [{ VTE_VERSION: '5000' }, true, false],
  [{ WT_SESSION: 'x' }, true, true],
  [{ TERM: 'xterm-256color' }, true, false],
  [{ TERM: 'dumb', VTE_VERSION: '6003' }, true, false],
  [{ TERM_PROGRAM: 'vscode' }, false, false],
  [{ TERM_PROGRAM: 'vscode', CI: 'true' }, true, false],
  [{ TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' }, true, false],
  [{ FORCE_HYPERLINK: '1' }, false, true],
])('%j on a terminal: %s', (env, isTerminal, links) => {
  expect(supportsHyperlinks(env, isTerminal)).toBe(links);
});
