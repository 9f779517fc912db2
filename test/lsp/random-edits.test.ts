import { test } from 'vitest';
import { workAtRandom } from './random-edits.ts';

test('after each of some random edits what is shown is what a new workspace says, and in the end what the program says', async () => {
  await workAtRandom(1, 20, (step) => step === 20);
});
