import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Language } from 'web-tree-sitter';
import { assetPath } from '../../src/assets.ts';
import { loadParser } from '../../src/syntax/parse/load-parser.ts';

const record: unknown = JSON.parse(readFileSync(assetPath('grammars/grammar.json'), 'utf8'));
const shipped = readFileSync(assetPath('grammars/tree-sitter-go.wasm'));

it('is the grammar of the package it names, unchanged', () => {
  const { name, version } = JSON.parse(readFileSync(assetPath('node_modules/tree-sitter-go/package.json'), 'utf8'));
  expect(record).toMatchObject({ package: name, version, sha256: createHash('sha256').update(shipped).digest('hex') });
  expect(shipped.equals(readFileSync(assetPath('node_modules/tree-sitter-go/tree-sitter-go.wasm')))).toBe(true);
});

it('has the ABI it names', async () => {
  (await loadParser()).close(); // starts the runtime
  expect(record).toMatchObject({ abi: (await Language.load(shipped)).abiVersion });
});

it('runs in the release build of the runtime: the debug build is forty times slower', () => {
  expect(import.meta.resolve('web-tree-sitter')).toMatch(/\/web-tree-sitter\/web-tree-sitter\.js$/);
});
