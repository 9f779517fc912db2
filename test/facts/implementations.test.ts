import { describe, expect, test } from 'vitest';
import { implementations } from '../../src/facts/implementations.ts';
import { typeOfName } from '../../src/model/types/type.ts';
import { modelIn } from '../workspace/open-module.ts';

const contract = 'package a\nimport "m/b"\ntype Getter interface {\n\tGet(n int) (b.Item, error)\n\tName() string\n}\n';
const item = 'type Item struct{}\n';

/** The types whose method may stand behind Getter.Get of package a. */
function behind(files: Readonly<Record<string, string>>, type = 'Getter'): readonly string[] | undefined {
  const model = modelIn('a', { 'a/a.go': contract, ...files });
  const [file] = model.files;
  const object = file && model.member(type, file);
  const named = object?.kind === 'TypeName' ? typeOfName(object) : undefined;
  return implementations(named, 'Get')
    ?.map(({ declaration, file: { source } }) => `${source.path} ${declaration.receiver ?? ''}`)
    .toSorted();
}

const methods = (type: string, from = ''): string => `func (t *${type}) Get(n int) (${from}Item, error) { return ${from}Item{}, nil }\nfunc (t *${type}) Name() string { return "" }\n`;

describe('what may stand behind a method of an interface', () => {
  test('methods of all packages of the module', () => {
    const files = {
      'b/b.go': `package b\n${item}type T struct{}\n${methods('T')}`,
      'c/c.go': `package c\nimport "m/b"\ntype U struct{ embedded }\ntype embedded struct{}\nfunc (embedded) Name() string { return "" }\nfunc (U) Get(int) (b.Item, error) { return b.Item{}, nil }\n`,
    };
    expect(behind(files)).toEqual(['b/b.go T', 'c/c.go U']);
  });

  test('not those of types that lack a method, or have another signature', () => {
    const files = {
      'b/b.go': `package b\n${item}type T struct{}\nfunc (T) Get(n int) (Item, error) { return Item{}, nil }\n`,
      'c/c.go': 'package c\ntype Item struct{}\ntype U struct{}\n' + methods('U'),
      'd/d.go': `package d\nimport "m/b"\ntype V struct{}\n${methods('V', 'b.').replace('n int', 'n string')}`,
    };
    expect(behind(files)).toBeUndefined();
  });

  test('not mocks, tests, and types that embed the interface', () => {
    const files = {
      'b/b.go': `package b\n${item}`,
      'b/mock_b.go': `package b\ntype T struct{}\n${methods('T')}`,
      'b/fake/f.go': `package fake\nimport "m/b"\ntype T struct{}\n${methods('T', 'b.')}`,
      'c/c.go': `package c\nimport "m/b"\ntype MockGetter struct{}\n${methods('MockGetter', 'b.')}`,
      'd/d.go': `package d\nimport (\n\t"m/a"\n\t"m/b"\n)\ntype W struct{ a.Getter }\n${methods('W', 'b.')}`,
      'e/e_test.go': `package e\nimport "m/b"\ntype X struct{}\n${methods('X', 'b.')}`,
      'f/f.go': `package f\nimport "m/b"\ntype Y struct{}\n${methods('Y', 'b.')}`,
    };
    expect(behind(files)).toEqual(['f/f.go Y']);
  });

  test('of an interface that is declared as another one, and of types that have a method from outside', () => {
    const files = { 'b/b.go': `package b\n${item}`, 'a/x.go': 'package a\ntype Other Getter\n', 'c/c.go': `package c\nimport (\n\t"m/b"\n\t"reflect"\n)\ntype T struct{ reflect.Type }\nfunc (T) Get(n int) (b.Item, error) { return b.Item{}, nil }\n` };
    expect(behind(files, 'Other')).toEqual(['c/c.go T']);
  });

  test('nothing is known of interfaces from outside', () => {
    const files = { 'b/b.go': `package b\n${item}`, 'a/x.go': 'package a\nimport "io"\ntype Other = io.Reader\n' };
    expect(behind(files, 'Other')).toBeUndefined();
  });
});
