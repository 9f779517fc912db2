import { expect, test } from 'vitest';
import { parser } from '../parse-go.ts';
import { changedFixture, fixtureTexts } from './changed-fixture.ts';
import { checkCase } from './check-case.ts';
import { extremes } from './extremes.ts';
import { mutate } from './mutate.ts';
import { random } from './random.ts';

test('changed files break no promise', () => {
  for (let seed = 1; seed <= 30; seed++) {
    expect(checkCase(changedFixture(seed), parser).complaint, `seed ${seed}`).toBeUndefined();
  }
});

test('the same seed changes a file in the same way, and other seeds in other ways', () => {
  const [text = ''] = fixtureTexts;
  const changed = [1, 2, 3, 4, 5].map((seed) => mutate(text, random(seed)));
  expect(changed).toEqual([1, 2, 3, 4, 5].map((seed) => mutate(text, random(seed))));
  expect(new Set(changed).size).toBe(5);
});

test.each(extremes.filter(({ heavy }) => !heavy))('$name', ({ text }) => {
  expect(checkCase(text(), parser).complaint).toBeUndefined();
});
