import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { testFastPath } from './fast-path.ts';

const rules = assetPath('rules');

describe('what is fast finds the same in the fixtures', () => {
  testFastPath(
    readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => ['leaky', 'clean', 'missed'].map((kind) => `${join(rules, name, kind)}/...`)),
  );
});
