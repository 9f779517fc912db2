import { fixtures, ruleFolders } from '../rules/fixtures.ts';
import { mutate } from './mutate.ts';
import { random } from './random.ts';

/** The texts of all leaky fixtures. */
export const fixtureTexts = ruleFolders()
  .flatMap((rule) => fixtures(rule, 'leaky'))
  .flatMap((fixture) => fixture.text.files.map(({ text }) => text));

/** One of them, changed at random: the same seed gives the same text. */
export function changedFixture(seed: number): string {
  const numbers = random(seed);
  return mutate(fixtureTexts[numbers.below(fixtureTexts.length)] ?? '', numbers);
}
