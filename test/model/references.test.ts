import { expect, test } from 'vitest';
import { referencesTo } from '../../src/model/names/references.ts';
import { funcInfo, modelOf, textOf } from '../parse-go.ts';

function references(files: Readonly<Record<string, string>>, name: string): readonly string[] {
  const model = modelOf(files);
  const { info, decl } = funcInfo(model, name);
  return referencesTo(decl, info, model).map(({ expr, info: where }) => textOf(expr, where));
}

test('a method is named by selectors of its own type, called or not', () => {
  expect(references({
    'a.go': 'type t struct{}\nfunc (x *t) loop() {}\nfunc start(x *t) { go x.loop() }\n',
    'b.go': 'type u struct{}\nfunc (y u) run(all []*t) { all[0].loop(); defer do(all[1].loop) }\nfunc do(f func()) { f() }\n',
  }, 'loop')).toEqual(['x.loop', 'all[0].loop', 'all[1].loop']);
});

test('a method of another type with the same name is not meant, nor is a field', () => {
  expect(
    references(
      {
        'a.go':
          'type t struct{}\nfunc (x *t) loop() {}\ntype u struct{ loop func() }\nfunc f(y u, z interface{ loop() }) { y.loop(); z.loop() }\n',
      },
      'loop',
    ),
  ).toEqual([]);
});

test('a function is named where no variable hides it', () => {
  expect(references({ 'a.go': 'func f() {}\nfunc g() { f() }\nfunc h(f func()) { f() }\nvar v = f\n' }, 'f')).toEqual([
    'f',
    'f',
  ]);
});

test('a function or method that each system has its own of is named in the files that they share', () => {
  const files = {
    'a_linux.go': 'func f() {}\nfunc (x *t[K]) loop() {}\n',
    'a_windows.go': 'func f() {}\nfunc (x *t[K]) loop() {}\n',
    'b.go':
      'type t[K any] struct{}\ntype u struct{ f int }\nfunc g(x *t[int], y u, z interface{ loop() }) { f(); go x.loop(); z.loop() }\nvar v = u{f: 1}\n',
  };
  expect(references(files, 'f')).toEqual(['f']);
  expect(references(files, 'loop')).toEqual(['x.loop']);
});
