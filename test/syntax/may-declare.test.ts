import { describe, expect, it } from 'vitest';
import { leadingImports } from '../../src/syntax/outline/leading-imports.ts';
import { mayDeclare } from '../../src/syntax/outline/may-declare.ts';
import { packageName } from '../../src/syntax/outline/file-head.ts';

describe('what may be declared, by the text', () => {
  it.each([
    'func name() {}',
    'func  name[T any]() {}',
    'func (t *T) name() {}',
    'func (t T)name() {}',
    'func (T) /* c */ name() {}',
    'func // c\nname() {}',
    'func (t T) name /* c */ ()',
    'type name int',
    'type (name int)',
    'type (\n\tname int\n)',
    'var name = 1',
    'var a, name = 1, 2',
    'var a,\n\tb, name int',
    'var (a, name int; b int)',
    'var (b int; name int)',
    'const name = iota',
    'const (\n\ta = iota\n\tname\n)',
    'var a, /* c */ name int',
    'var\nname = 1',
    'var\r\n\tname = 1',
  ])('sees it in %j', (text) => {
    expect(mayDeclare(text, 'name')).toBe(true);
  });

  it.each([
    'func f() name {}',
    'func f(a name, b int) (int, name) {}',
    'func (n *name) f() {}',
    'var a name',
    'x := name(y)',
    'return a, name',
    'f(a, name)',
    'return name',
    'var a = b.name',
    'var names = 1',
    'type T = name',
    'var a, b name',
    'f(name, a)',
    'var a map[string]name',
  ])('sees none in %j', (text) => {
    expect(mayDeclare(text, 'name')).toBe(false);
  });

  it('looks at each of many names of one line no further than to a bound', () => {
    expect(mayDeclare(`f(${'a, '.repeat(100_000)}a)`, 'b')).toBe(false);
    expect(mayDeclare(`f(${'a, '.repeat(100_000)}a)`, 'a')).toBe(true);
  });
});

describe('the head of a file', () => {
  it('gives the imports in front of the first other declaration', () => {
    expect(
      leadingImports('package p\nimport "a"\nimport (\n\tb "c"\n)\nfunc f() {}\nimport "d"').map(({ path }) => path),
    ).toEqual(['a', 'c']);
  });

  it('is read on where a declaration seems to begin in brackets', () => {
    expect(leadingImports('package p\nimport (\n\t"a"\nfunc f() {}\n').map(({ path }) => path)).toEqual(['a']);
  });

  it.each([
    ['package p', 'p'],
    ['// c\n\npackage\n\tp // d', 'p'],
    ['package /* c */ é1', 'é1'],
    ['package', undefined],
    ['packages p', undefined],
    ['package func', undefined],
    ['package 1p', undefined],
    ['package "p"', undefined],
    ['\ufeffpackage p\r\n', 'p'],
  ])('names the package of %j', (text, name) => {
    expect(packageName(text)).toBe(name);
  });
});
