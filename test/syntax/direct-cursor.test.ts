import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { directCursors } from '../../src/syntax/parse/direct-cursor.ts';
import { goFilesBelow } from '../go-files.ts';
import { agreeOn, direct, runtime, withTree } from './both-cursors.ts';

const fixtures = goFilesBelow(assetPath('rules')).map((path) => readFileSync(join(assetPath('rules'), path), 'utf8'));

describe('the direct cursors see what those of web-tree-sitter see', () => {
  it('in all fixtures', () => {
    expect(fixtures.length).toBeGreaterThan(100);
    expect(fixtures.filter((text) => !agreeOn(text))).toEqual([]);
  });

  it('in files that are cut off', () => {
    const cut = fixtures.map((text, i) => text.slice(0, Math.floor((text.length * (i % 7 + 1)) / 8)));
    expect(cut.filter((text) => withTree(text, ({ rootNode }) => rootNode.hasError)).length).toBeGreaterThan(
      fixtures.length / 2,
    );
    expect(cut.filter((text) => !agreeOn(text))).toEqual([]);
  });

  it('in files of which lines are missing', () => {
    const torn = fixtures.map((text, i) => text.split('\n').filter((_, line) => line % 5 !== i % 5).join('\n'));
    expect(torn.filter((text) => !agreeOn(text))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a token that is missing', 'func f() { g(1 }\n'],
    ['an error', 'func f() { ) }\n'],
    ['bytes that are no text', '\0\ud800\udfff\ufffe\n'],
    ['characters outside ASCII', 'var é, 𝑥 = "日本", `😀` // ø\n'],
    ['carriage returns', 'package p\r\n\r\nvar x = 1\r\n'],
    [
      'tokens too long to be stored in their parent',
      `var ${'x'.repeat(300)} = 1${'\n'.repeat(300)}var y = ${' '.repeat(300)}2\n`,
    ],
    ['a list longer than any in real code', `var x = []int{${'1,'.repeat(50_000)}}\n`],
    ['deep nesting', `var x = ${'('.repeat(5000)}1${')'.repeat(5000)}\n`],
  ])('in %s', (_, text) => {
    expect(agreeOn(text)).toBe(true);
  });
});

it('gives back the memory of its way, however often the module needed more for it', () => {
  const size = (): number => {
    const heap: unknown = Reflect.get(runtime, 'HEAPU8');
    return heap instanceof Uint8Array ? heap.length : Number.NaN;
  };
  withTree(`x${'.a'.repeat(3000)}\n`, (tree) => {
    const descend = (): void => {
      const cursor = direct(tree);
      while (cursor.gotoFirstChild());
      cursor.delete();
    };
    descend();
    const before = size();
    for (let i = 0; i < 300; i++) descend();
    expect(size()).toBe(before);
  });
});

it('there are none where the module does not show its functions', () => {
  expect(directCursors({})).toBeUndefined();
  expect(directCursors({ ...runtime, _ts_tree_cursor_goto_parent_wasm: undefined })).toBeUndefined();
});
