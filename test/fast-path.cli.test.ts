import { describe } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { testFastPath } from './fast-path.ts';
import { ruleFolders } from './rules/fixtures.ts';

describe('what is fast finds the same in the leaky fixtures of some rules', () => {
  testFastPath(ruleFolders().filter((_, i) => i % 3 === 0).map((rule) => assetPath(`rules/${rule}/leaky/...`)));
});
