import { expect, test } from 'vitest';
import { subjects, expectSame } from './failing.ts';
import { rewritings } from './rewritings.ts';

const STEP = 12;

// npm run test:all tries all of them.
test.each(rewritings.map((rewriting, turn) => ({ ...rewriting, turn })))('some fixtures with $name', (rewriting) => {
  expectSame(rewriting, subjects.filter((_, i) => i % STEP === rewriting.turn % STEP));
});

test('each rewriting changes most fixtures, but for one that is about literals of structs', () => {
  for (const { name, rewrite } of rewritings) {
    const tried = subjects.filter((_, i) => i % STEP === 0);
    const rewritten = tried.filter(({ text }) => rewrite(text) !== undefined);
    expect(rewritten.length / tried.length, name).toBeGreaterThan(name.startsWith('fields') ? 0.05 : 0.7);
  }
});
