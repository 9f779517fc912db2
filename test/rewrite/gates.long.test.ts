import { describe, test } from 'vitest';
import { expectAll, subjects } from './failing.ts';
import { isPartByDefault, isSameUngated } from './found.ts';
import { modules, realCode } from './real-code.ts';
import { rewritings } from './rewritings.ts';

const STEP = 3;

describe.each(rewritings.map((rewriting, turn) => ({ ...rewriting, turn })))(
  'of a third of the fixtures with $name',
  (rewriting) => {
    const { name, rewrite, turn } = rewriting;
    const some = subjects.filter((_, i) => i % STEP === turn % STEP);

    test('without gates the same comes out', () => {
      expectAll(`without gates, ${name}`, some, ({ text }) => isSameUngated(rewrite(text) ?? text));
    });

    test('by default all is shown that a strict run finds and a default one may show', () => {
      expectAll(`by default, ${name}`, some, ({ text }) => isPartByDefault(rewrite(text) ?? text));
    });
  },
);

test.for(modules)('of %s, too', (module, { skip }) => {
  const packages = realCode(module);
  if (typeof packages === 'string') return skip(packages);
  expectAll('without gates', packages, ({ text }) => isSameUngated(text));
  expectAll('by default', packages, ({ text }) => isPartByDefault(text));
});
