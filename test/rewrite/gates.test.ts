import { test } from 'vitest';
import { expectAll, subjects } from './failing.ts';
import { isSameUngated } from './found.ts';

test('without gates the same comes out of all fixtures', () => {
  expectAll('without gates', subjects, ({ text }) => isSameUngated(text));
});
