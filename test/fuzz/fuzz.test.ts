import { expect, test } from 'vitest';
import { parser } from '../parse-go.ts';
import { fixtures, ruleFolders } from '../rules/fixtures.ts';
import { checkCase } from './check-case.ts';
import { extremes } from './extremes.ts';
import { mutate } from './mutate.ts';
import { random } from './random.ts';

const texts = ruleFolders().flatMap((rule) => fixtures(rule, 'leaky').flatMap(({ text }) => text.files.map((file) => file.text)));

test('changed files break no promise', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 300; seed++) {
    const numbers = random(seed);
    const text = mutate(texts[numbers.below(texts.length)] ?? '', numbers);
    expect(checkCase(text, parser).complaint, `seed ${seed}`).toBeUndefined();
  }
});

test('the same seed changes a file in the same way, and other seeds in other ways', () => {
  const [text = ''] = texts;
  const changed = [1, 2, 3, 4, 5].map((seed) => mutate(text, random(seed)));
  expect(changed).toEqual([1, 2, 3, 4, 5].map((seed) => mutate(text, random(seed))));
  expect(new Set(changed).size).toBe(5);
});

test.each(extremes.filter(({ heavy }) => !heavy))('$name', { timeout: 60_000 }, ({ text }) => {
  expect(checkCase(text(), parser).complaint).toBeUndefined();
});
