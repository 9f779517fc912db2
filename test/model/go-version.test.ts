import { expect, test } from 'vitest';
import { collects } from '../../src/model/build/go-version.ts';

const go = (version: string | undefined, toolchain?: string, godebug: Record<string, string> = {}) => ({
  version,
  toolchain,
  godebug,
});

test.each([
  // The go line decides.
  [go('1.22'), false],
  [go('1.22.7'), false],
  [go('1.23'), true],
  [go('1.23rc1'), true],
  [go('1.24.1'), true],
  [go('1.9'), false],
  // No go line, or no go.mod: an old language version.
  [go(undefined), false],
  // A toolchain line names what builds at least; it does not change the language version.
  [go('1.21', '1.24.0'), false],
  [go('1.18', '1.22.0'), false],
  // From toolchain 1.27 the old behaviour is gone.
  [go('1.18', '1.27.0'), true],
  [go('1.27.0'), true],
  [go('1.27', undefined, { asynctimerchan: '1' }), true],
  // The setting overrides the go line, in both directions; 2 collects as well.
  [go('1.24', undefined, { asynctimerchan: '1' }), false],
  [go('1.24', undefined, { asynctimerchan: '2' }), true],
  [go('1.22', '1.24.0', { asynctimerchan: '0' }), true],
  [go('1.24', undefined, { default: 'go1.21' }), false],
  [go('1.24', undefined, { default: 'go1.23' }), true],
  [go('1.24', undefined, { panicnil: '1' }), true],
])('%o -> %o', (settings, expected) => {
  expect(collects(settings, '1.23')).toBe(expected);
});
