import { expect, test } from 'vitest';
import { allOf, gated } from './gates.ts';

test.each(gated)('all gates open: $name', (each) => {
  expect(allOf(each, false)).toEqual(allOf(each, true));
});
