import { describe, expect, it } from 'vitest';
import type { Parser } from '../../src/syntax/parse/parser.ts';
import { treeOf } from '../../src/syntax/parse/read-declaration.ts';
import { openFile } from '../../src/syntax/source-file.ts';
import { walk } from '../../src/syntax/walk.ts';
import { parser } from '../parse-go.ts';
import { open, sketch } from './sketch.ts';

/** A parser that remembers what it was given. */
function recording(): { readonly parser: Parser; readonly texts: string[] } {
  const texts: string[] = [];
  return {
    texts,
    parser: {
      ...parser,
      parse(text) {
        texts.push(text);
        return parser.parse(text);
      },
      isBroken: () => false,
      close() {},
    },
  };
}

describe('openFile', () => {
  it('parses a declaration when its tree is first asked for, and only that one', () => {
    const { parser: recorder, texts } = recording();
    const file = openFile('x.go', 'package p\nvar a int\nvar b int\n');
    expect(texts).toEqual([]);
    const [, second] = file.declarations;
    if (second === undefined) throw new Error('no second declaration');
    expect(treeOf(second, recorder)).toBe(treeOf(second, recorder));
    expect(texts).toEqual(['var b int\n']);
  });

  it('has the outline of the file', () => {
    const { path, packageName, imports, comments, leftovers, lines } = open('package q // c\nimport "a"\n}\n');
    expect({ path, packageName, comments, leftovers, imports: imports.length }).toEqual(
      { path: 'x.go', packageName: 'q', comments: [{ pos: 10, end: 14 }], leftovers: 1, imports: 1 });
    expect(lines.position(15)).toEqual({ line: 2, column: 1 });
  });

  it.each([
    ['package p\n// é 😀\nfunc f(ä int) { g("😀", ä) }\n'],
    ['\ufeffpackage p\r\n\r\nfunc f(ä int) {\r\n\tg("😀",\r\n\tä)\r\n}\r\n'],
  ])('gives offsets in the whole file: %j', (text) => {
    const file = open(text);
    const [declaration] = file.declarations;
    const names: string[] = [];
    if (declaration !== undefined) {
      walk(treeOf(declaration, parser), (node) => {
        if (node.kind === 'Ident') names.push(`${node.name}=${text.slice(node.pos, node.end)}`);
      });
    }
    expect(names).toEqual(['f=f', 'ä=ä', 'int=int', 'g=g', 'ä=ä']);
  });

  it('reads a NUL as damage of one declaration at most', () => {
    const file = open('package p\nfunc f() { "a\0" + \0 }\nfunc g() {}\n');
    expect(file.declarations.map((declaration) => sketch(treeOf(declaration, parser)))).toEqual([
      '(BadDecl)',
      '(FuncDecl g (FuncType) (BlockStmt))',
    ]);
  });
});

describe('mentions', () => {
  it.each([
    ['Stop', true],
    ['t', true],
    ['top', false],
    ['Sto', false],
    ['é', false],
    ['Other', false],
    ['', false],
  ])('finds whole words of the declaration only: %s', (word, expected) => {
    const [declaration] = open('package p\nfunc f() { t.Stop(); fooStopé(); été() }\nfunc Other() {}\n').declarations;
    expect(declaration?.mentions(word)).toBe(expected);
  });
});
