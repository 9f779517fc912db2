import { expect, test } from 'vitest';
import { withDebugDirectives } from '../../src/discover/debug-directives.ts';
import type { GoSettings } from '../../src/package-text.ts';

const settings: GoSettings = { version: '1.23', toolchain: undefined, godebug: { asynctimerchan: '0', panicnil: '1' } };

function godebugOf(...texts: readonly string[]): GoSettings['godebug'] {
  return withDebugDirectives(settings, texts).godebug;
}

test('directives win over go.mod, setting by setting', () => {
  expect(godebugOf('// doc\n\n//go:debug asynctimerchan=1\r\n//go:debug\tdefault=go1.21 \n\npackage main\n')).toEqual({
    asynctimerchan: '1',
    panicnil: '1',
    default: 'go1.21',
  });
});

test('those of all files count', () => {
  const texts = ['//go:debug a=1\npackage main\n', 'package main\n', '//go:debug b=2\npackage main\n'];
  expect(godebugOf(...texts)).toEqual({ ...settings.godebug, a: '1', b: '2' });
});

test('other comments, and comments elsewhere, mean nothing', () => {
  const texts = [
    '// go:debug a=1\npackage main\n',
    '/* //go:debug a=1 */ package main\n',
    '//go:debugger a=1\npackage main\n',
    '//go:debug a\npackage main\n',
    'package main\n\n//go:debug a=1\nfunc main() {}\n',
    'package main\n\nconst s = "//go:debug a=1"\n',
  ];
  expect(godebugOf(...texts)).toEqual(settings.godebug);
});
