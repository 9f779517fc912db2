import { test } from 'vitest';
import { workAtRandom } from './random-edits.ts';

test.each([2, 3, 5, 7])('after each of 250 random edits what is shown is what a new workspace says, and after each fiftieth what the program says', async (seed) => {
  await workAtRandom(seed, 250, (step) => step % 50 === 0);
});
