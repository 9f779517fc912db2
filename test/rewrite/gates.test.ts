import { test } from 'vitest';
import { expectAll, subjects } from './failing.ts';
import { isPartByDefault, isSameUngated } from './found.ts';

test('without gates the same comes out of all fixtures', () => {
  expectAll('without gates', subjects, ({ text }) => isSameUngated(text));
});

test('by default all is shown that a strict run finds and a default one may show, and nothing else', () => {
  expectAll('by default', subjects, ({ text }) => isPartByDefault(text));
});
