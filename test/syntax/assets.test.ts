import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { assetPath } from '../../src/assets.ts';

it('finds what ships beside the code from the package root', () => {
  expect(assetPath('package.json')).toBe(fileURLToPath(new URL('../../package.json', import.meta.url)));
  expect(existsSync(assetPath('grammars/tree-sitter-go.wasm'))).toBe(true);
});
