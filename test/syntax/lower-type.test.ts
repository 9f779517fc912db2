import { describe, expect, it } from 'vitest';
import { declared, sketch, sketchType } from './sketch.ts';

describe('types', () => {
  it.each([
    ['[]int', '(ArrayType int)'],
    ['[4]int', '(ArrayType 4 int)'],
    ['map[string]T', '(MapType string T)'],
    ['a.T', '(SelectorExpr a T)'],
    ['G[K, V]', '(IndexExpr G K V)'],
    ['(T)', 'T'],
    ['*T', '(StarExpr T)'],
    ['func(a, b int, c ...string) (d error)', '(FuncType (Field a b int) (Field c (Ellipsis string)) (Field d error))'],
    ['func(int, string) error', '(FuncType (Field int) (Field string) (Field error))'],
    ['interface{ M(int) error; E; ~int | *T }',
      '(InterfaceType (Field M (FuncType (Field int) (Field error))) (Field E) (Field (BinaryExpr | (UnaryExpr ~ int) (StarExpr T))))'],
    ['struct{ a, b int `tag`; *T; p.U; G[int] }',
      '(StructType (Field a b int) (Field (StarExpr T)) (Field (SelectorExpr p U)) (Field (IndexExpr G int)))'],
  ])('reads %s', (text, expected) => {
    expect(sketchType(text)).toBe(expected);
  });

  it.each([
    ['chan int', '(ChanType both int)'],
    ['chan<- int', '(ChanType send int)'],
    ['<-chan int', '(ChanType recv int)'],
    ['chan<- chan int', '(ChanType send (ChanType both int))'],
    ['chan<- chan<- chan int', '(ChanType send (ChanType send (ChanType both int)))'],
    ['chan<- <-chan int', '(ChanType send (ChanType recv int))'],
    ['<-chan <-chan int', '(ChanType recv (ChanType recv int))'],
    ['chan (<-chan int)', '(ChanType both (ChanType recv int))'],
  ])('gives the arrow of %s to the leftmost chan', (text, expected) => {
    expect(sketchType(text)).toBe(expected);
  });
});

describe('parameters', () => {
  it('groups more names than the parser can follow', () => {
    const decl = declared('func f(x T, a, b, c, d, e, f, g, h, i, j, k int, s string) {}');
    expect(sketch(decl)).toBe(
      '(FuncDecl f (FuncType (Field x T) (Field a b c d e f g h i j k int) (Field s string)) (BlockStmt))',
    );
  });

  it('spans a group from its first name to its type', () => {
    const text = 'package p\nfunc f(a, b, c, d, e, f, g, h, i, j, k int) {}';
    const decl = declared(text);
    const [field] = decl.kind === 'FuncDecl' ? decl.type.params : [];
    expect(text.slice(field?.pos, field?.end)).toBe('a, b, c, d, e, f, g, h, i, j, k int');
  });
});
