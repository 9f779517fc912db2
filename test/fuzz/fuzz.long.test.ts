import { expect, test } from 'vitest';
import { parser } from '../parse-go.ts';
import { changedFixture } from './changed-fixture.ts';
import { checkCase } from './check-case.ts';
import { extremes } from './extremes.ts';

test('more changed files break no promise', () => {
  for (let seed = 11; seed <= 300; seed++) {
    expect(checkCase(changedFixture(seed), parser).complaint, `seed ${seed}`).toBeUndefined();
  }
});

test.each(extremes.filter(({ heavy }) => heavy))('$name', ({ text }) => {
  expect(checkCase(text(), parser).complaint).toBeUndefined();
});
