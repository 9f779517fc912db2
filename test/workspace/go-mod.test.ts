import { expect, test } from 'vitest';
import { parseGoMod } from '../../src/workspace/go-mod.ts';

const nothing = { module: undefined, replace: [], go: undefined, goLine: undefined, toolchain: undefined, godebug: {}, use: [] };

test('single lines, with comments and blanks', () => {
  const text =
    '// go 1.1\nmodule m // go 1.2\n\n  go\t1.22.3 // why\r\ntoolchain go1.24.1\ngodebug asynctimerchan=1//x\n';
  expect(parseGoMod(text)).toEqual({
    ...nothing,
    module: 'm',
    go: '1.22.3',
    goLine: 4,
    toolchain: '1.24.1',
    godebug: { asynctimerchan: '1' },
  });
});

test('blocks', () => {
  const use = 'use ( // modules\n\t./a\n\n\t// ./no\n\t./b/c // yes\n)\nuse ../d\n';
  const godebug = 'godebug (\n\tdefault=go1.21\n\tpanicnil=1\n)\n';
  expect(parseGoMod(`go 1.23\n${use}${godebug}`)).toEqual({
    ...nothing,
    go: '1.23',
    goLine: 1,
    godebug: { default: 'go1.21', panicnil: '1' },
    use: ['./a', './b/c', '../d'],
  });
});

test('quoted words', () => {
  const text = 'go "1.21"\nuse "./a // b"\nuse `./c"d`\ngodebug "panicnil=1"\n';
  expect(parseGoMod(text)).toEqual({
    ...nothing,
    go: '1.21',
    goLine: 1,
    use: ['./a // b', './c"d'],
    godebug: { panicnil: '1' },
  });
});

test('the same words in other blocks mean nothing', () => {
  expect(parseGoMod('require (\n\tgo 1.1\n\tgodebug v1.0.0\n)\nreplace go => go.com/go v1.0.0\n')).toEqual(nothing);
});

test('toolchain default names no version; what follows a version is dropped', () => {
  expect(parseGoMod('go 1.21rc2\ntoolchain default\n')).toEqual({ ...nothing, go: '1.21rc2', goLine: 1 });
  expect(parseGoMod('go 1.22.x\ntoolchain go1.24.1-custom\n')).toEqual({
    ...nothing,
    go: '1.22',
    goLine: 1,
    toolchain: '1.24.1',
  });
});

test('of malformed text, what can be read is used', () => {
  expect(parseGoMod('\ufeffmodule m\n<<<<<<< a\ngo 1.22\n=======\ngo 1.23\n>>>>>>> b\n')).toEqual({
    ...nothing,
    module: 'm',
    go: '1.22',
    goLine: 3,
  });
  expect(parseGoMod('use (\n\t./a\ngo 1.22\n')).toEqual({ ...nothing, use: ['./a', 'go'] });
  expect(parseGoMod('go\ngodebug x\ntoolchain "go1.\n"')).toEqual(nothing);
  expect(parseGoMod('go latest\n')).toEqual(nothing);
  expect(parseGoMod(`${'x'.repeat(5_000_000)}\n${'('.repeat(5_000_000)}\ngo 1.22\n`)).toEqual({
    ...nothing,
    go: '1.22',
    goLine: 3,
  });
});

test('the module, and what it takes from folders', () => {
  const blocks = 'replace (\n\texample.com/c => "./c d"\n\texample.com/e => example.com/f v1.0.0\n)\n';
  expect(parseGoMod(`module example.com/a\nreplace example.com/b v1.2.0 => ../b\n${blocks}`)).toEqual({
    ...nothing,
    module: 'example.com/a',
    replace: [{ path: 'example.com/b', folder: '../b' }, { path: 'example.com/c', folder: './c d' }],
  });
});

test('what names no folder replaces nothing', () => {
  expect(parseGoMod('replace a =>\nreplace a ./b\nreplace a => /abs\nmodule\n').replace).toEqual([]);
});
