import { expect, test } from 'vitest';
import { allOf, gated } from './gates.ts';

test('what is asked before a declaration is parsed loses nothing, and invents nothing', () => {
  for (const each of gated.filter((_, i) => i % 12 === 0))
    expect(allOf(each, false), each.name).toEqual(allOf(each, true));
});
