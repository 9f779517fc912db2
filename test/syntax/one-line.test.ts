import { expect, test } from 'vitest';
import { oneLine } from '../../src/syntax/one-line.ts';

test.each([
  ['t.\n\tprimary().\n\tdb.\n\tQueryContext', 't.primary().db.QueryContext'],
  ['f(\n\ta,\n\tb,\n)', 'f(a, b)'],
  ['f(a,\n\tb)', 'f(a, b)'],
  ['f( // first\n\ta, /* second */ b)', 'f(a, b)'],
  ['T{\n\tA: 1,\n\tB: []int{\n\t\t2,\n\t},\n}', 'T{A: 1, B: []int{2}}'],
  ['func() {\n\ta()\n\n\tb()\n}', 'func() { a(); b() }'],
  ['a ||\n\tb', 'a || b'],
  ['f("a\\"  b\t", \'\\\'\', `x  y`,\n)', 'f("a\\"  b\t", \'\\\'\', `x  y`)'],
  ['f(`one\ntwo`)', 'f(`…`)'],
  ['m[\n\tkey,\n]', 'm[key]'],
  ['a  +   b', 'a + b'],
])('%j is %j', (code, expected) => {
  expect(oneLine(code)).toBe(expected);
});

test('an unterminated string does not go on for ever', () => {
  expect(oneLine('f("a\n\tb)')).toContain('f("a');
});
