import { expect, test } from 'vitest';
import { goroutineStarts } from '../../../src/engines/liveness/start/goroutine-start.ts';
import { lineOf } from '../../../src/model/line-of.ts';
import { funcInfo, modelOf, nodesOf } from '../../parse-go.ts';

/** The lines on which the function that holds the only `for` of `name` is started as a goroutine. */
function starts(text: string, name: string): readonly number[] {
  const model = modelOf({ 'a.go': text });
  const { info, decl } = funcInfo(model, name);
  const [loop] = nodesOf(decl, 'ForStmt');
  const func = loop && info.enclosingFunc(loop);
  if (!func) throw new Error('no loop');
  return goroutineStarts(func, info, model).map(({ node, info: where }) => lineOf(node.pos, where));
}

test.each([
  ['a literal', 'func f() {\n\tgo func() { for {} }()\n}\n', [3]],
  ['a literal called in a goroutine', 'func f() {\n\tgo func() { func() { for {} }() }()\n}\n', [3]],
  ['an argument of a method Go', 'func f(g interface{ Go(func()) }) {\n\tg.Go(func() { for {} })\n}\n', [3]],
  ['a literal in a variable', 'func f() {\n\trun := func() { for {} }\n\tgo run()\n}\n', [4]],
  ['a function', 'func f() { for {} }\nfunc g() { go f() }\n', [3]],
  ['a function one call away', 'func f() { for {} }\nfunc g() { f() }\nfunc h() { go g() }\n', [4]],
  [
    'a method value given to Go',
    'type t struct{}\nfunc (x t) f() { for {} }\nfunc g(x t, p interface{ Go(func()) }) { p.Go(x.f) }\n',
    [4],
  ],
])('%s runs as a goroutine', (_, text, lines) => {
  expect(starts(text, 'f')).toEqual(lines);
});

test.each([
  ['a function that is called', 'func f() { for {} }\nfunc g() { f() }\n'],
  ['a function two calls away', 'func f() { for {} }\nfunc g() { f() }\nfunc h() { g() }\nfunc i() { go h() }\n'],
  ['a deferred literal', 'func f() {\n\tgo func() {}()\n\tdefer func() { for {} }()\n}\n'],
  ['an argument of some call', 'func f(do func(func())) {\n\tgo do(func() { for {} })\n}\n'],
])('%s is not known to', (_, text) => {
  expect(starts(text, 'f')).toEqual([]);
});
