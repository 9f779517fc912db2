import { describe, expect, test } from 'vitest';
import { modelIn } from './open-module.ts';

/** The paths of the files of the package that an import leads to from the package in `dir`. */
function led(path: string, dir: string, files: Readonly<Record<string, string>>): readonly string[] | undefined {
  const model = modelIn(dir, files);
  return model.others.package(path, model)?.files.map(({ source }) => source.path);
}

const a = { 'a/a.go': 'package a\n' };

describe('where imports lead', () => {
  test('to folders of the module, by the path in go.mod', () => {
    const files = { ...a, 'b/c/c.go': 'package c\n', 'c.go': 'package m\n' };
    expect(led('m/b/c', 'a', files)).toEqual(['b/c/c.go']);
    expect(led('m', 'a', files)).toEqual(['c.go']);
    expect(led('m/b', 'a', files)).toBeUndefined();
    expect(led('other/b/c', 'a', files)).toBeUndefined();
    expect(led('mb/c', 'a', files)).toBeUndefined();
  });

  test('not into nested modules, unless something says so', () => {
    const files = { ...a, 'n/go.mod': 'module m/n\n', 'n/x/x.go': 'package x\n' };
    expect(led('m/n/x', 'a', { 'go.mod': 'module m\n', ...files })).toBeUndefined();
    expect(led('m/n/x', 'a', { 'go.mod': 'module m\nreplace m/n => ./n\n', ...files })).toEqual(['n/x/x.go']);
    expect(led('m/n/x', 'a', { 'go.mod': 'module m\n', 'go.work': 'use .\nuse ./n\n', ...files })).toEqual([
      'n/x/x.go',
    ]);
    expect(led('m/n/x', 'a', { 'go.mod': 'module m\n', 'go.work': 'use ./n\n', ...files })).toBeUndefined();
  });

  test('never above the checkout, nor into vendor', () => {
    expect(led('o/x', 'a', { 'go.mod': 'module m\nreplace o => ../../o\n', ...a })).toBeUndefined();
    expect(led('m/../../etc', 'a', a)).toBeUndefined();
    expect(led('m/vendor/v', 'a', { ...a, 'vendor/v/v.go': 'package v\n' })).toBeUndefined();
  });

  test('of a path that several modules could have, to the longest', () => {
    const files = {
      'go.mod': 'module m\nreplace m/b => ./other\n',
      ...a,
      'b/b.go': 'package b\n',
      'other/go.mod': 'module lie\n',
      'other/o.go': 'package b\n',
    };
    expect(led('m/b', 'a', files)).toEqual(['other/o.go']);
  });

  test('in the library of Go itself without a module path', () => {
    const files = { 'src/go.mod': 'module std\n', 'src/a/a.go': 'package a\n', 'src/net/http/h.go': 'package http\n' };
    expect(led('net/http', 'src/a', files)).toEqual(['src/net/http/h.go']);
  });

  test('past tests, programs of their own, and programs', () => {
    const files = {
      ...a,
      'b/b.go': 'package b\n',
      'b/b_test.go': 'package b\n',
      'b/gen.go': '//go:build ignore\n\npackage main\n',
      'c/c.go': 'package main\n',
      'd/one.go': 'package one\n',
      'd/two.go': 'package two\n',
    };
    expect(led('m/b', 'a', files)).toEqual(['b/b.go']);
    expect(led('m/c', 'a', files)).toBeUndefined();
    expect(led('m/d', 'a', files)).toBeUndefined();
  });
});

describe('who imports a package', () => {
  const importers = (dir: string, files: Readonly<Record<string, string>>): readonly string[] | undefined => {
    const model = modelIn(dir, files);
    return model.others.importers(model)?.flatMap((each) => each.files.map(({ source }) => source.path)).toSorted();
  };

  test('packages and programs of the module and of nested ones, no tests', () => {
    const files = {
      'go.mod': 'module m\n',
      ...a,
      'b/b.go': 'package b\nimport "m/a"\n',
      'c/c.go': 'package main\nimport (\n\tother `m/a`\n)\n',
      'd/d.go': 'package d\nimport "m/ab"\n',
      'e/e_test.go': 'package e\nimport "m/a"\n',
      'testdata/t.go': 'package t\nimport "m/a"\n',
      'n/go.mod': 'module m/n\nreplace m => ../\n',
      'n/n.go': 'package n\nimport "m/a"\n',
      'vendor/v/v.go': 'package v\nimport "m/a"\n',
      'o/go.mod': 'module o\n',
      'o/o.go': 'package o\nimport "m/a"\n',
    };
    expect(importers('a', files)).toEqual(['b/b.go', 'c/c.go', 'n/n.go']);
  });

  test('behind a comment that looks like code', () => {
    expect(importers('a', { ...a, 'b/b.go': '/*\nfunc x\n*/\npackage b\nimport "m/a"\n' })).toEqual(['b/b.go']);
  });

  test('unknown where a folder is of two packages', () => {
    expect(importers('a', { ...a, 'b/b.go': 'package b\nimport "m/a"\n', 'b/c.go': 'package c\n' })).toBeUndefined();
  });

  test('import cycles end', () => {
    const files = {
      'a/a.go': 'package a\nimport "m/b"\nvar V = b.V\n',
      'b/b.go': 'package b\nimport "m/a"\nvar V = a.V\n',
    };
    expect(importers('a', files)).toEqual(['b/b.go']);
  });
});

test('who may call a method: packages in which its name stands behind a dot, whatever stands between', () => {
  const files = {
    ...a,
    'b/b.go': 'package b\nfunc f() { x.Start() }\n',
    'c/c.go': 'package c\n// x. and Start\nfunc (T) Start() {}\n',
    'd/d.go': 'package d\nfunc f() {\n\tx.\n\t\tStart()\n}\n',
    'e/e.go': 'package e\nfunc f() {\n\tx. /* y */ Start()\n}\n',
    'f/f.go': 'package f\nfunc f() {\n\tx. // y\n\tStart()\n}\n',
    'g/g.go': 'package g\nfunc f() { x.Started() }\n',
  };
  const model = modelIn('a', files);
  const folders = (found: readonly { readonly name: string }[] | undefined): readonly string[] | undefined =>
    found?.map(({ name }) => name).toSorted();
  expect(folders(model.others.selecting('Start', model))).toEqual(['b', 'd', 'e', 'f']);
  expect(folders(model.others.holding('Start', model))).toEqual(['b', 'c', 'd', 'e', 'f']);
});
