import { expect, it } from 'vitest';
import { endsStatement } from '../../src/syntax/semicolon.ts';

it.each([
  ['x', true], ['größe', true], ['1', true], ['1.', true], ['x1.', false], ['0x1p-2', true], ['"a"', true], ['`a`', true], ["'a'", true],
  [')', true], [']', true], ['}', true], ['x++', true], ['x--', true], ['x +', false], ['x -', false],
  ['return', true], ['break', true], ['continue', true], ['fallthrough', true], ['func', false], ['struct', false], ['mychan', true],
  ['chan', false], ['{', false], ['(', false], [',', false], ['=', false], ['.', false], ['', false],
])('a line that ends with %j ends a statement: %s', (text, expected) => {
  expect(endsStatement(text, text.length)).toBe(expected);
});
