import { expect, test } from 'vitest';
import { sourceOf } from '../../src/syntax/source-file.ts';
import { parser } from '../parse-go.ts';
import { changedFixture, fixtureTexts } from './changed-fixture.ts';
import { checkCase } from './check-case.ts';
import { extremes } from './extremes.ts';
import { generatedFile } from './generate.ts';
import { mutate } from './mutate.ts';
import { random } from './random.ts';
import { splicedFile } from './splice.ts';

test('changed files break no promise', () => {
  for (let seed = 1; seed <= 10; seed++) {
    expect(checkCase(changedFixture(seed), parser).complaint, `seed ${seed}`).toBeUndefined();
  }
});

test('the same seed changes a file in the same way, and other seeds in other ways', () => {
  const [text = ''] = fixtureTexts;
  const changed = [1, 2, 3, 4, 5].map((seed) => mutate(text, random(seed)));
  expect(changed).toEqual([1, 2, 3, 4, 5].map((seed) => mutate(text, random(seed))));
  expect(new Set(changed).size).toBe(5);
});

test('files made by a grammar, and files of functions of several real ones, break no promise, and are Go for the most part', () => {
  const unread: number[] = [];
  for (let seed = 1; seed <= 5; seed++) {
    const texts = [generatedFile(random(seed)), splicedFile(fixtureTexts.slice(seed, seed + 3), random(seed))];
    for (const text of texts) expect(checkCase(text, parser).complaint, `seed ${seed}`).toBeUndefined();
    unread.push(...texts.map((text) => sourceOf({ path: 'p.go', text }).leftovers));
  }
  expect(generatedFile(random(1))).toBe(generatedFile(random(1)));
  expect(unread.filter((count) => count > 0).length).toBeLessThan(3);
});

test.each(extremes.filter(({ heavy }) => !heavy))('$name', ({ text }) => {
  expect(checkCase(text(), parser).complaint).toBeUndefined();
});
