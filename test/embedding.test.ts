import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { assetPath } from '../src/assets.ts';
import { memoryFiles } from '../src/host/memory.ts';
import { openWorkspace } from '../src/open-workspace.ts';
import { folder, start } from './built-program.ts';
import { parser } from './parse-go.ts';

test('the example in docs/embedding.md prints what it says', () => {
  const [, code = '', printed = ''] =
    /```js\n([^]*?)```[^]*?```\n([^]*?)```/.exec(readFileSync(assetPath('docs/embedding.md'), 'utf8')) ?? [];
  const dir = folder({ 'example.mjs': code });
  mkdirSync(join(dir, 'node_modules'));
  symlinkSync(assetPath('.'), join(dir, 'node_modules', 'golint-leaks'));
  const { out, err } = start(dir, process.execPath, ['example.mjs']);
  expect(err).toBe('');
  expect(out).toBe(printed);
});

const leak = 'package a\n\nimport "os"\n\nfunc F() string {\n\tf, _ := os.Open("x")\n\treturn f.Name()\n}\n';
const clean = leak.replace('\treturn', '\tdefer f.Close()\n\treturn');
const at = (
  findings: readonly { readonly location: { readonly path: string; readonly line: number } }[],
): readonly string[] => findings.map(({ location: { path, line } }) => `${path}:${line}`);

test('documents count in place of files, and files again when they are closed', () => {
  const files = memoryFiles({ '/r/go.mod': 'module m\n\ngo 1.22\n', '/r/a/a.go': clean, '/r/a/b.go': 'package a\n' });
  const workspace = openWorkspace({ root: '/r', parser, rules, files });
  expect(at(workspace.findings('/r/a'))).toEqual([]);
  workspace.change('/r/a/a.go', leak);
  expect(at(workspace.findings('/r/a'))).toEqual(['a/a.go:6']);
  expect(at(workspace.findings('/r/a/a.go'))).toEqual(['a/a.go:6']);
  expect(at(workspace.findings('/r/a/b.go'))).toEqual([]);
  workspace.change('/r/a/c.go', leak.replace('F()', 'G()'));
  expect(at(workspace.findings('/r/a'))).toEqual(['a/a.go:6', 'a/c.go:6']);
  workspace.close('/r/a/a.go');
  workspace.close('/r/a/c.go');
  expect(at(workspace.findings('/r/a'))).toEqual([]);
});

test('a document of another package changes a verdict', () => {
  const helper = 'package b\n\nimport "os"\n\nfunc Done(f *os.File) { _ = f.Name() }\n';
  const user = leak
    .replace('import "os"', 'import (\n\t"os"\n\n\t"m/b"\n)')
    .replace('\treturn', '\tb.Done(f)\n\treturn');
  const files = memoryFiles({ '/r/go.mod': 'module m\n\ngo 1.22\n', '/r/a/a.go': user, '/r/b/b.go': helper });
  const workspace = openWorkspace({ root: '/r', parser, rules, files });
  expect(at(workspace.findings('/r/a'))).toEqual(['a/a.go:10']);
  workspace.change('/r/b/b.go', helper.replace('_ = f.Name()', 'f.Close()'));
  expect(at(workspace.findings('/r/a'))).toEqual([]);
});

test('on the disk what changed counts once it is forgotten', () => {
  const dir = folder({ 'go.mod': 'module m\n\ngo 1.22\n', 'a/a.go': clean });
  const workspace = openWorkspace({ root: dir, parser, rules });
  expect(at(workspace.findings(join(dir, 'a')))).toEqual([]);
  writeFileSync(join(dir, 'a', 'a.go'), leak);
  workspace.forget();
  expect(at(workspace.findings(join(dir, 'a')))).toEqual(['a/a.go:6']);
});
