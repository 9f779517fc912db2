import { describe, test } from 'vitest';
import { expectSame } from './failing.ts';
import { modules, realCode } from './real-code.ts';
import { rewritings } from './rewritings.ts';

describe.each(modules)('%s', (module) => {
  const packages = realCode(module);

  test.for(rewritings)('$name changes nothing that is found', (rewriting, { skip }) => {
    if (typeof packages === 'string') return skip(packages);
    expectSame(rewriting, packages, 'failing-real-code.json');
  });
});
