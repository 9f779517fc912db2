import { describe, expect, it } from 'vitest';
import { lex } from '../../src/syntax/token/lexer.ts';
import { goToken } from './go-token.ts';

/** The tokens of a text in one line; an identifier by its number. */
function tokens(text: string): string {
  const { count, kinds, ids } = lex(text);
  return Array.from({ length: count }, (_, i) => (ids[i] === -1 ? goToken(kinds[i] ?? 0) : `#${ids[i]}`)).join(' ');
}

describe('semicolons at line ends', () => {
  it.each([
    ['x', true], ['größe', true], ['1', true], ['1.', true], ['0x1p-2', true], ['"a"', true], ['`a`', true], ["'a'", true],
    [')', true], [']', true], ['}', true], ['x++', true], ['x--', true], ['x +', false], ['x -', false], ['x // c', true], ['x /* c */', true],
    ['return', true], ['break', true], ['continue', true], ['fallthrough', true], ['func', false], ['struct', false], ['mychan', true],
    ['chan', false], ['{', false], ['(', false], [',', false], ['=', false], ['.', false], ['', false],
  ])('behind %j: %s', (text, expected) => {
    for (const end of ['\n', '\r\n', '']) expect(tokens(text + end).endsWith('newline')).toBe(expected);
  });

  it('come where a comment over several lines begins a new one', () => {
    const { kinds, starts } = lex('a /* b\nc */ d');
    expect([...kinds].map(goToken)).toEqual(['IDENT', 'newline', 'IDENT', 'newline']);
    expect([...starts]).toEqual([0, 6, 12, 13]);
  });
});

describe('tokens', () => {
  it.each([
    ['a.b[c] &^= <-d', '#0 . #1 [ #2 ] &^= <- #3 newline'],
    ['for i := range 0x_1F.8p-2i {', 'for #0 := range IMAG {'],
    ['go go1 gogo', 'go #0 #1 newline'],
    ['a b a a', '#0 #1 #0 #0 newline'],
    ['x...', '#0 ...'],
    ['1..2', 'FLOAT FLOAT newline'],
    ['"a\\"b" `c\n` \'\\\'\' "open', 'STRING STRING CHAR STRING newline'],
    ['// a\n/* b */', ''],
    ['\u0663 é\u0663 “', 'ILLEGAL #0 ILLEGAL newline'],
  ])('of %j', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('find each place of a name, and no other', () => {
    const { names } = lex('a := b(a, "a", aa) // a');
    const places: number[] = [];
    for (let at = names.first(names.find('a')); at !== -1; at = names.next(at)) places.push(at);
    expect(places).toEqual([0, 4]);
    expect([names.find('func'), names.find(''), names.find('c')]).toEqual([-1, -1, -1]);
  });

  it('tell names apart whose hashes are equal', () => {
    const pieces = ['Aa', 'BB'];
    const words = Array.from({ length: 4096 }, (_, n) =>
      Array.from({ length: 12 }, (__, bit) => pieces[(n >> bit) & 1]).join(''),
    );
    const { names, ids } = lex(words.join(' '));
    expect(names.count).toBe(words.length);
    expect(words.every((word, n) => names.find(word) === ids[n])).toBe(true);
  });
});
