import { describe, expect, test } from 'vitest';
import { mayLoopForEver } from '../../../src/engines/liveness/endless-text.ts';

function func(...lines: readonly string[]): string {
  return `func f() {\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;
}

describe('a loop that may never be left, or not hear of the end', () => {
  test.each<[string, string]>([
    ['no way out', func('for {', '\t<-c', '}')],
    ['a wait in the head', func('for ; ; <-t.C {', '\twork()', '}')],
    ['a return of a literal', func('for {', '\t<-c', '\tg(func() {', '\t\treturn', '\t})', '}')],
    ['a return of a literal with many parameters', func('for {', '\t<-c', '\tg(func(', '\t\ta int,', '\t) {', '\t\treturn', '\t})', '}')],
    ['a break of a select', func('for {', '\tselect {', '\tcase <-done:', '\t\tbreak // out', '\tcase <-c:', '\t\treturn', '\t}', '}')],
    ['a return behind the loop', func('for {', '\t<-c', '}', 'return')],
    ['a return in a comment', func('for {', '\t<-c', '\t/*', '\treturn', '\t*/', '}')],
    ['a return in a string', func('for {', '\t<-c', '\tx = `', '\treturn', '\t`', '}')],
    ['a loop in another one that is left', func('for {', '\tfor {', '\t\t<-c', '\t}', '\treturn', '}')],
    ['a layout that is not that of gofmt', 'func f() { for { <-c; if x { return } } }'],
  ])('%s', (_, text) => expect(mayLoopForEver(text)).toBe(true));
});

describe('a loop that can be left', () => {
  test.each<[string, string]>([
    ['by a return', func('for {', '\tselect {', '\tcase <-done:', '\t\treturn', '\tcase <-c:', '\t}', '}')],
    ['by a return behind a literal', func('for {', '\t<-c', '\tg(func() {', '\t\twork()', '\t})', '\tif x {', '\t\treturn', '\t}', '}')],
    ['with nothing to wait for in it', func('for {', '\twork()', '}', '<-c')],
  ])('%s', (_, text) => expect(mayLoopForEver(text)).toBe(false));
});

test('time does not grow with the square of the loops', () => {
  const text = func(...Array<string>(20_000).fill('for {'), '<-c', ...Array<string>(20_000).fill('return'));
  const start = performance.now();
  mayLoopForEver(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
