import { describe, expect, it } from 'vitest';
import { sketchExpr } from './sketch.ts';

describe('expressions', () => {
  it.each([
    ['a.b.c', '(SelectorExpr (SelectorExpr a b) c)'],
    ['a[i]', '(IndexExpr a i)'],
    ['a[i:]', '(SliceExpr a i)'],
    ['a[i:j:k]', '(SliceExpr a i j k)'],
    ['f(a, b...)', '(CallExpr ellipsis f a b)'],
    ['f()', '(CallExpr f)'],
    ['x.(T)', '(TypeAssertExpr x T)'],
    ['<-c', '(UnaryExpr <- c)'],
    ['*p', '(StarExpr p)'],
    ['-a + b*c', '(BinaryExpr + (UnaryExpr - a) (BinaryExpr * b c))'],
    ['(a)', 'a'],
    ['(*T).M', '(SelectorExpr (StarExpr T) M)'],
    ['T{a: 1, {2}, 3}', '(CompositeLit T (KeyValueExpr a 1) (CompositeLit 2) 3)'],
    ['[...]int{1}', '(CompositeLit (ArrayType (Ellipsis) int) 1)'],
    ['func(a int) {}', '(FuncLit (FuncType (Field a int)) (BlockStmt))'],
    ['make(chan int, 1)', '(CallExpr make (ChanType both int) 1)'],
    ['new(T)', '(CallExpr new T)'],
    ['[]byte(s)', '(CallExpr (ArrayType byte) s)'],
  ])('reads %s', (text, expected) => {
    expect(sketchExpr(text)).toBe(expected);
  });

  it.each(['"a\\n\\"b"', '`a\nb`', "'\\''", '0x1F', '1.5e3', '2i', 'nil', 'true', 'iota'])(
    'keeps %s as it is written',
    (text) => {
      expect(sketchExpr(text)).toBe(text);
    },
  );
});

describe('calls that the grammar takes for conversions', () => {
  it.each([
    ['f[T](x)', '(CallExpr (IndexExpr f T) x)'],
    ['f[T](x,)', '(CallExpr (IndexExpr f T) x)'],
    ['f[T]()', '(CallExpr (IndexExpr f T))'],
    ['f[T](x, y)', '(CallExpr (IndexExpr f T) x y)'],
    ['f[T, U](x)', '(CallExpr (IndexExpr f T U) x)'],
    ['pkg.New[int](a)', '(CallExpr (IndexExpr (SelectorExpr pkg New) int) a)'],
    ['pkg.New[*a.T](b)', '(CallExpr (IndexExpr (SelectorExpr pkg New) (StarExpr (SelectorExpr a T))) b)'],
    ['handlers[i](x)', '(CallExpr (IndexExpr handlers i) x)'],
    ['handlers["a"](x)', '(CallExpr (IndexExpr handlers "a") x)'],
    ['r.N[int](5)', '(CallExpr (IndexExpr (SelectorExpr r N) int) 5)'],
    ['m[a][b](x)', '(CallExpr (IndexExpr (IndexExpr m a) b) x)'],
    ['f[A](g[B](x))', '(CallExpr (IndexExpr f A) (CallExpr (IndexExpr g B) x))'],
    ['f[A](x)[i](y)', '(CallExpr (IndexExpr (CallExpr (IndexExpr f A) x) i) y)'],
  ])('reads %s', (text, expected) => {
    expect(sketchExpr(text)).toBe(expected);
  });
});

describe('a star before a conversion', () => {
  it.each([
    ['*(*[]byte)(p)', '(StarExpr (CallExpr (StarExpr (ArrayType byte)) p))'],
    ['*(*[2]T)(p) == x', '(BinaryExpr == (StarExpr (CallExpr (StarExpr (ArrayType 2 T)) p)) x)'],
    [
      '*(*struct{ a *int })(p).a',
      '(StarExpr (SelectorExpr (CallExpr (StarExpr (StructType (Field a (StarExpr int)))) p) a))',
    ],
  ])('stands outside in %s', (text, expected) => {
    expect(sketchExpr(text)).toBe(expected);
  });
});
