import { describe, expect, test } from 'vitest';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { complaints, minorVersion, moduleOf } from '../rules/go-module.ts';
import { expectSame, subjects } from './failing.ts';
import { rewritings } from './rewritings.ts';

const installed = minorVersion(goEnv('GOVERSION') ?? '');

describe.each(rewritings.map((rewriting, turn) => ({ ...rewriting, turn })))('$name', (rewriting) => {
  test('changes nothing that is found in fixtures', () => {
    expectSame(rewriting, subjects);
  });

  test('makes valid Go of every other one', ({ skip }) => {
    skip(installed === 0, NO_GO);
    const some = subjects.filter(({ text }, i) =>
      i % 2 === rewriting.turn % 2 && minorVersion(text.go.version ?? '') <= installed);
    const packages = some.flatMap(({ text }) => rewriting.rewrite(text) ?? []);
    // One version for all: the newest knows what the older ones know.
    expect(complaints('go', ['build', './...'], moduleOf(packages, `1.${installed}`))).toBe('');
  });
});
